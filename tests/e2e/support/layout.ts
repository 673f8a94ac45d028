// What of a page's layout can be measured.
import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing makes the reader scroll sideways, and no control is cut off. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const controls = [...document.querySelectorAll('button, input, select, textarea, [role=listbox], svg')];
    const cut = controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect();
        return left < -0.5 || right > clientWidth + 0.5;
      });
    return { sideways: scrollWidth - clientWidth, cut: cut.map((control) => control.outerHTML.slice(0, 120)) };
  });
  expect(overflow).toEqual({ sideways: 0, cut: [] });
}

/** The elements stand below one another in this order, without overlapping. */
export async function expectBelowOneAnother(...elements: Locator[]): Promise<void> {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  boxes.slice(1).forEach((box, index) => {
    const above = boxes[index]!;
    expect(box!.y, `${elements[index + 1]} below ${elements[index]}`).toBeGreaterThanOrEqual(
      above.y + above.height - 1,
    );
  });
}
