// The marks of claims lead to the list of sources and back, by keyboard and without scripts.
import { expect, ONCE, test } from '../support/test';

test.use({ javaScriptEnabled: false });

test('a mark leads to its source, and the source back to the mark', async ({ page }) => {
  await page.goto('');
  const mark = page.locator('#cite-1');
  await expect(mark).toHaveAttribute('role', 'doc-noteref');
  const source = page.locator(`.sources ${await mark.getAttribute('href')}`);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(source).toBeInViewport();
  await source.locator('[href="#cite-1"]').focus();
  await page.keyboard.press('Enter');
  await expect(mark).toBeInViewport();
});

test('every mark has its source and every source its marks and a date', ONCE, async ({ page }) => {
  await page.goto('');
  const pairs = (selector: string) =>
    page.locator(selector).evaluateAll((links) =>
      links.map((link) => {
        const target = document.querySelector(link.getAttribute('href') ?? '');
        return target?.closest('.cite, .sources') !== null;
      }),
    );
  const marks = await pairs('.cite a');
  const backs = await pairs('.sources .back');
  expect(marks.length).toBeGreaterThan(60);
  expect(backs.length).toBe(marks.length);
  expect([...marks, ...backs]).not.toContain(false);
  const entries = await page.locator('.sources li').evaluateAll((items) =>
    items.map((item) => ({ address: item.querySelector('a:not(.back)')?.getAttribute('href'), words: item.textContent })),
  );
  const read = entries.filter((entry) => entry.address);
  for (const entry of read) expect(entry.words).toMatch(/, 20\d\d-\d\d-\d\d/);
  expect(new Set(read.map((entry) => entry.address)).size).toBe(read.length);
});
