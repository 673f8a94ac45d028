// On paper: everything there is to read, nothing there is to press.
import { words } from '../support/content';
import { visitAll } from '../support/exhibits';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

test('a printed page has no controls, and folded answers are unfolded', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('input:visible, select:visible, textarea:visible, .button:visible')).toHaveCount(0);
  await expect(page.locator('.masthead, .skip').filter({ visible: true })).toHaveCount(0);
  await expect(lab.chips.last()).toBeVisible();
  await expect(journey.root.getByRole('img')).toBeVisible();
  const folded = page.locator(
    'main details:not(.where__menu, [data-language=own] *) > :not(summary, [hidden], .live-only)',
  );
  // Figures come alive meanwhile, because on paper all are near.
  const withoutHeight = () =>
    folded.evaluateAll((answers) =>
      answers.filter((answer) => answer.getBoundingClientRect().height === 0).map((answer) => answer.outerHTML),
    );
  await expect.poll(withoutHeight).toEqual([]);
  const clipped = () =>
    page
      .locator('.figure, .chips__list')
      .evaluateAll((boxes) => {
        const cuts = (box: Element) => getComputedStyle(box).overflowY !== 'visible';
        return boxes.filter((box) => cuts(box) && box.scrollHeight > box.clientHeight + 1).map((box) => box.id);
      });
  await expect.poll(clipped, 'boxes that would have to be scrolled').toEqual([]);
});

test('it can be printed to PDF', ONCE, async ({ page }) => {
  await open(page);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  expect(sheets).toBeGreaterThan(3);
  // Fourteen sections with their figures; a place kept for what is not laid out would double it.
  expect(sheets).toBeLessThan(60);
});

test('every figure is complete on paper, also when the screen is dark', ONCE, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await page.locator('select[name=theme]').selectOption('dark');
  await visitAll(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper.match(/\d+/g)!.every((part) => Number(part) > 200), paper).toBe(true);
  const cut = await page.evaluate(() => {
    const scrolls = (box: Element) => /auto|scroll/.test(getComputedStyle(box).overflow);
    const isCut = (box: Element) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    const boxes = [...document.querySelectorAll('.figure, .figure *, .table')].filter((box) => box.checkVisibility());
    return boxes.filter((box) => scrolls(box) && isCut(box)).map((box) => box.className);
  });
  expect(cut).toEqual([]);
});

test('the table that compares both can be printed by itself, on one sheet', ONCE, async ({ page }) => {
  // A browser without a screen prints nothing; what it would print is asked for below.
  await page.addInitScript(() => (window.print = () => {}));
  await open(page);
  await page.getByRole('button', { name: words.page.print_table }).press('Enter');
  await page.emulateMedia({ media: 'print' });
  const table = page.locator('#side-by-side + .prose table').first();
  await expect(table).toBeVisible();
  await expect(page.locator('#side-by-side')).toBeVisible();
  await expect(page.locator('.figure:visible, .opening:visible, .prose p:visible')).toHaveCount(0);
  await expect(page.locator('main table').filter({ visible: true })).toHaveCount(1);
  for (const format of ['A4', 'Letter']) {
    // The browser has told that the last one is done. On paper there is no button, so it is pressed unseen.
    await page.locator('button[data-print]').evaluate((button: HTMLElement) => button.click());
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.opening')).toBeVisible();
});
