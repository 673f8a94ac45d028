// On wide screens the page says which section is being read: in a line above the text where a figure stands beside it,
// and in the list beside the text elsewhere.
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

/** The line; the part of the page around it has no height of its own. */
const line = (page: Page) => page.locator('.where__line');

/** The width of an element in whole pixels. */
const width = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((element) => Math.round(element.getBoundingClientRect().width));

test('the line names the section, from the first to the last that has a figure beside it', ONCE, async ({ page }) => {
  await open(page);
  await expect(line(page)).toBeHidden();
  const before = { text: await width(page, '.chapter__before'), figure: await width(page, '#token-lab') };
  for (const [index, id] of ['the-answer-first', 'an-analogy', 'one-request'].entries()) {
    await page.evaluate((id) => (location.hash = id), id);
    const title = await page.locator(`#${id}`).textContent();
    await expect(line(page)).toContainText(title!);
    await expect(line(page)).toContainText(new RegExp(`^${[1, 3, 6][index]} `));
    // The heading is not under it.
    const bottom = await line(page).evaluate((summary) => summary.getBoundingClientRect().bottom);
    const top = await page.locator(`#${id}`).evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(bottom);
  }
  expect({ text: await width(page, '.chapter__before'), figure: await width(page, '#token-lab') }).toEqual(before);
  await page.evaluate(() => (location.hash = 'looking-after-keys'));
  await expect(line(page)).toBeHidden();
  await expect(page.locator('.contents--beside [data-part-shown]')).toHaveText(/^9 /);
  await expect(page.locator('.contents--beside [aria-current=location]')).toHaveText('Looking after keys');
});

test('the line lies over nothing but its own column of text', ONCE, async ({ page }) => {
  await open(page, '#where-it-stops');
  const box = (await line(page).boundingBox())!;
  const figure = (await page.locator('#token-lab').boundingBox())!;
  expect(box.x + box.width).toBeLessThanOrEqual(figure.x);
  expect(box.height).toBeLessThan(48);
});

test('as a menu it leads anywhere by keyboard, and closes', ONCE, async ({ page }) => {
  await open(page, '#where-it-stops');
  const menu = page.locator('.where__menu');
  await menu.locator('summary').press('Enter');
  await expect(menu).toHaveAttribute('open');
  await expectNoViolations(page, '.where');
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
  await menu.locator('summary').press('Enter');
  await menu.getByRole('link', { name: 'Break it on purpose' }).press('Enter');
  await expect(page).toHaveURL(/#break-it$/);
  await expect(page.locator('#break-it')).toBeInViewport();
  await expect(menu).not.toHaveAttribute('open');
});

test('it works although the app cannot start', ONCE, async ({ page, complaints }) => {
  complaints.allow(/interactive parts could not start|Failed to load resource|ERR_FAILED/);
  await page.route('**/assets/app-*.wasm', (route) => route.abort());
  await page.goto('#where-it-stops');
  await expect(line(page)).toContainText('An analogy');
});

test('on a phone there is no such line', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a wide screen');
  await open(page, '#where-it-stops');
  await expect(line(page)).toBeHidden();
});
