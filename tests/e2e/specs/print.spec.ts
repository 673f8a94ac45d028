// On paper: everything there is to read, nothing there is to press.
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

test('a printed page has no controls, and folded answers are unfolded', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('input:visible, select:visible, textarea:visible, .button:visible')).toHaveCount(0);
  await expect(page.locator('.masthead, .skip').filter({ visible: true })).toHaveCount(0);
  await expect(lab.chips.last()).toBeVisible();
  await expect(journey.root.getByRole('img')).toBeVisible();
  for (const answer of await page.locator('.check details p, .which__list details p').all()) {
    expect(await answer.evaluate((text) => text.getBoundingClientRect().height)).toBeGreaterThan(0);
  }
  const clipped = await page.evaluate(
    () =>
      [...document.querySelectorAll('.figure, .chips__list')].filter((box) => box.scrollHeight > box.clientHeight + 1)
        .length,
  );
  expect(clipped, 'boxes that would have to be scrolled').toBe(0);
});

test('it can be printed to PDF', ONCE, async ({ page }) => {
  await open(page);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  expect(sheets).toBeGreaterThan(3);
  // Fourteen sections with their figures; a place kept for what is not laid out would double it.
  expect(sheets).toBeLessThan(40);
});
