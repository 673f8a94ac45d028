// What of a page's layout can be measured.
import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing makes the reader scroll sideways, neither the page nor a table, and no control is cut off. */
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
    const tables = [...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth);
    return {
      sideways: scrollWidth - clientWidth,
      cut: cut.map((control) => control.outerHTML.slice(0, 120)),
      tables: tables.map((table) => table.getAttribute('aria-label')),
    };
  });
  expect(overflow).toEqual({ sideways: 0, cut: [], tables: [] });
}

/** The elements stand below one another in this order, without overlapping. */
export async function expectBelowOneAnother(...elements: Locator[]): Promise<void> {
  // What has been on screen keeps its real height; what has not has only a place.
  for (const element of elements) await element.scrollIntoViewIfNeeded();
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  boxes.slice(1).forEach((box, index) => {
    const above = boxes[index]!;
    expect(box!.y, `${elements[index + 1]} below ${elements[index]}`).toBeGreaterThanOrEqual(
      above.y + above.height - 1,
    );
  });
}
