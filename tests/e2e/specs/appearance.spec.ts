// Reduced motion, themes, forced colors, small screens and zoom.
import { words } from '../support/content';
import { isUnderWay, STAGES } from '../support/journey';
import { expectBelowOneAnother, expectToFit } from '../support/layout';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

test('with reduced motion Play goes through stills: nothing is ever on its way', ONCE, async ({ page, journey }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await open(page);
  const shares = await journey.shares();
  const recorded = await journey.record();
  await journey.play.click();
  await page.clock.runFor(30_000);
  await journey.expectAt({ stage: 'bill', outcome: 'paid', status: '200' });
  const seen = await shares();
  // Nothing and all of each of the nine that move on this way.
  expect(new Set(seen.map((share) => share.split(' ')[0])).size).toBeGreaterThanOrEqual(9);
  expect(seen.filter(isUnderWay)).toEqual([]);
  expect(new Set((await recorded()).map((moment) => moment.stage))).toEqual(new Set(STAGES));
});

test('a chosen theme changes the colors at once and stays after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  const theme = page.locator('select[name=theme]');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await theme.selectOption('dark');
  const dark = await background();
  expect(dark).not.toBe(light);

  await page.reload();
  expect(await background(), 'before the app has come alive').toBe(dark);
  await expect(theme).toHaveValue('dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await theme.selectOption('light');
  expect(await background()).toBe(light);
  await theme.selectOption('auto');
  expect(await background()).toBe(dark);
  await page.reload();
  await expect(theme).toHaveValue('auto');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).toBe(light);
});

test('with forced colors every chip keeps a border and the chosen one is marked', ONCE, async ({ page, lab }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const borders = await lab.chips.evaluateAll((chips) =>
    chips.map((chip) => {
      const style = getComputedStyle(chip);
      return [
        style.borderTopStyle,
        parseFloat(style.borderTopWidth) >= 1,
        style.borderTopColor !== style.backgroundColor,
      ];
    }),
  );
  expect(borders).toEqual(borders.map(() => ['solid', true, true]));
  await lab.chips.nth(1).click();
  await expect(lab.chips.nth(1)).toHaveCSS('outline-style', 'solid');
  await expect(lab.chips.nth(2)).toHaveCSS('outline-style', 'none');
});

for (const [name, viewport] of Object.entries({
  'a screen 320 pixels wide': { width: 320, height: 640 },
  'a desktop zoomed to 400 %': { width: 320, height: 200 },
  'a tablet': { width: 800, height: 1000 },
  'a wide screen': { width: 1920, height: 1080 },
})) {
  test(`${name} never has to be scrolled sideways`, ONCE, async ({ page, lab, journey }) => {
    await page.setViewportSize(viewport);
    await open(page, '#encoding=nonsense');
    await expectToFit(page);
    await lab.insert(`${'unbreakable'.repeat(30)} ${'ה'.repeat(200)} ${'👨‍👩‍👧‍👦'.repeat(20)} sk-${'q7Zt2mK9'.repeat(20)}`);
    await expect(lab.root).toHaveAttribute('data-state', 'ready');
    await lab.button(words.lab.copy_link).click();
    await journey.choose('anthropic', 'rate-limit');
    await journey.skipToEnd();
    await journey.expectAt({ outcome: 'refused' });
    await expectToFit(page);
  });
}

test('on a phone the masthead is one line: the name of the site and the menu of colors', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  // Letters as wide as some phones' fonts have them.
  await page.evaluate(() => (document.querySelector<HTMLElement>('.masthead')!.style.letterSpacing = '0.08em'));
  const name = page.locator('.masthead__brand');
  expect((await name.boundingBox())!.height, 'one line').toBeLessThan(40);
  const [left, right] = [(await name.boundingBox())!, (await page.locator('select[name=theme]').boundingBox())!];
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
  expect(right.x + right.width).toBeLessThanOrEqual(390);
});

test('on a narrow screen each figure stands inside the text it belongs to, once', async ({ page, lab, journey }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(lab.root).toHaveCount(1);
  await expect(journey.root).toHaveCount(1);
  const heading = (name: string) => page.locator('main').getByRole('heading', { name, exact: true }).first();
  await expectBelowOneAnother(
    heading('The answer first'),
    page.locator('a[href="#token-lab"]').first(),
    lab.root,
    heading('Three things to try'),
    heading('Two definitions'),
    page.locator('h2#one-request'),
    journey.root,
    heading('1. You create a key, once'),
    heading(words.page.sources),
  );
});

test(
  'on a wide screen the lab stands beside the text and stays while its sections are read',
  ONCE,
  async ({ page, lab }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const text = (await page.locator('#the-answer-first').boundingBox())!;
    expect((await lab.root.boundingBox())!.x).toBeGreaterThan(text.x + text.width / 2);
    for (const section of ['two-definitions', 'side-by-side']) {
      await page.locator(`#${section}`).evaluate((heading) => heading.scrollIntoView());
      await expect(lab.root).toBeInViewport({ ratio: 0.5 });
    }
  },
);

test('what is wrong in the picture is told by its form, and the list of stages says the same', ONCE, async ({
  page,
  journey,
}) => {
  await open(page);
  await journey.choose('openai', 'no-credit');
  await journey.skipToEnd();
  await expect(journey.house).toHaveAttribute('data-scene', /\bwrong-purse\b/);
  for (const sign of ['.lamp__sign--red', '.door__bar']) {
    await expect(journey.house.locator(sign)).toHaveCSS('opacity', '1');
  }
  await expect(journey.step('check-limits')).toContainText(words.journey.stops);
  await expect(journey.step('bill')).toContainText(words.journey.not_reached);
});
