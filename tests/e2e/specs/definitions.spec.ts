// Terms are explained where they first stand: by pointer, keyboard and finger, and by a link without JavaScript.
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

const term = (page: Page): Locator => page.locator('#article a.defined').first();
const card = (page: Page): Locator => page.locator('#definition');

/** The definition on screen is that of the term. */
async function expectShown(page: Page, term: Locator): Promise<void> {
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText((await term.getAttribute('data-definition'))!);
  await expect(term).toHaveAttribute('aria-describedby', 'definition-text');
}

test('while the pointer rests on a term, and on its definition, it stays; Escape closes it', ONCE, async ({ page }) => {
  await open(page);
  const word = term(page);
  await word.hover();
  await expectShown(page, word);
  await card(page).hover();
  await page.waitForTimeout(600); // longer than it takes to close
  await expectShown(page, word);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(word).not.toHaveAttribute('aria-describedby');
  await word.hover();
  await page.mouse.move(0, 0);
  await expect(card(page)).toBeHidden();
});

test('with the focus it shows, and Enter leads to its entry', ONCE, async ({ page }) => {
  await open(page);
  const words = page.locator('#article a.defined');
  await words.nth(0).focus();
  await expectShown(page, words.nth(0));
  await expectNoViolations(page, '#definition, #article .prose');
  await page.keyboard.press('Tab');
  await expect(card(page)).toBeHidden({ timeout: 1000 }).catch(() => expectShown(page, words.nth(1)));
  await words.nth(0).focus();
  const id = (await words.nth(0).getAttribute('href'))!.split('#')[1]!;
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/glossary/#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('the definition stays in the window, beside its term', ONCE, async ({ page }) => {
  await open(page, 'glossary/../');
  for (const word of (await page.locator('#article a.defined').all()).slice(0, 12)) {
    await word.scrollIntoViewIfNeeded();
    await word.focus();
    await expectShown(page, word);
    const box = (await card(page).boundingBox())!;
    const { width, height } = page.viewportSize()!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

test('a tap shows it, a tap elsewhere closes it, and a second tap follows', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'no finger');
  await open(page);
  const word = term(page);
  await word.tap();
  await expectShown(page, word);
  const address = page.url();
  await page.locator('.opening__title').tap();
  await expect(card(page)).toBeHidden();
  expect(page.url()).toBe(address);
  await word.tap();
  await expectShown(page, word);
  await word.tap();
  await expect(page).toHaveURL(/\/glossary\/#/);
});

test('terms do not crowd the way of the keyboard', ONCE, async ({ page }) => {
  await open(page);
  const terms = page.locator('#article a.defined');
  const names = await terms.evaluateAll((all) => all.map((word) => (word as HTMLElement).dataset.term));
  expect(new Set(names).size, 'each term once').toBe(names.length);
  // One stop for each, none in the card.
  await expect(card(page).locator('a')).toHaveAttribute('tabindex', '-1');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link to its entry', ONCE, async ({ page }) => {
    await page.goto('');
    const id = (await term(page).getAttribute('href'))!.split('#')[1]!;
    await term(page).click();
    await expect(page).toHaveURL(new RegExp(`/glossary/#${id}$`));
    await expect(page.locator(`dt#${id}`)).toBeInViewport();
  });
});
