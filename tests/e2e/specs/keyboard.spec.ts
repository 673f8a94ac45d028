// Everything can be reached and done with the keyboard, in the order in which it is read.
import type { Page } from '@playwright/test';
import { outcomes, words } from '../support/content';
import { visitAll } from '../support/exhibits';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { ENCODINGS, tokensOf } from '../support/witness';

/** A short name of the focused element, and whether the reader can see it. */
interface Stop {
  name: string;
  visible: boolean;
  /** Whether it is in an exhibit. */
  exhibit: boolean;
}

/** Presses Tab from the top of the page until the focus leaves it. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      if (focused === document.body) return null;
      const box = focused.getBoundingClientRect();
      const name = focused.id || focused.getAttribute('name') || focused.className || focused.textContent!;
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const exhibit = Boolean(focused.closest('[data-exhibit]'));
      return { name, exhibit, visible: inside && focused.checkVisibility({ visibilityProperty: true }) };
    });
    if (!stop || stops.length > 800) return stops;
    stops.push(stop);
  }
}

test('Tab visits every control once, in reading order, and each is on screen', ONCE, async ({ page, lab }) => {
  // Without smooth scrolling, so that each stop has arrived when it is looked at.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await lab.set('so that all buttons are enabled');
  // All exhibits are alive before the first stop, so that the page is laid out and its buttons are counted once.
  await page.evaluate(() => (document.documentElement.dataset.layout = 'whole'));
  await visitAll(page);
  await page.evaluate(() => scrollTo(0, 0));
  const stops = await tabThrough(page);
  const names = stops.map((stop) => stop.name);

  expect(names[0]).toBe('skip');
  const controls = ['skip', 'theme', 'encoding', 'token-lab-text', 'chips__list', 'provider', 'model', 'scenario'];
  expect(names.filter((name) => controls.includes(name))).toEqual(controls);
  const figures = stops.filter((stop) => !stop.exhibit).map((stop) => stop.name);
  expect(figures.filter((name) => name.startsWith('button'))).toEqual([
    ...Array(3).fill(expect.stringMatching(/^button/)), // example, clear, copy link
    'button', // check with tiktoken-rs
    'button', // print the table
    'button', // back: disabled at the start, but still in its place, so that the focus never falls out
    expect.stringContaining('button--main'),
    'button', // next
  ]);
  const buttons = await page.locator('[data-exhibit] button[class^=button]:visible').count();
  expect(buttons).toBeGreaterThan(0);
  const exhibits = stops.filter((stop) => stop.exhibit).map((stop) => stop.name);
  expect(exhibits.filter((name) => name.startsWith('button'))).toHaveLength(buttons);
  expect(exhibits.filter((name) => name.startsWith('answers__cell'))).toHaveLength(outcomes.length);
  expect(names.filter((name) => name === 'controls__slider')).toHaveLength(1);
  expect(names.filter((name) => name === 'steps__label')).toHaveLength(8);
  expect(names.filter((name) => name.startsWith('chip ') || name.startsWith('token-'))).toEqual(['token-lab-text']);
  expect(stops.filter((stop) => !stop.visible)).toEqual([]);
});

test('the skip link comes first and leads to the article', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: words.page.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('main a').filter({ visible: true }).first()).toBeFocused();
});

test('Tab leaves the text box in both directions', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.text.focus();
  await page.keyboard.press('Tab');
  await expect(lab.button(words.lab.back_to_sample)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.text).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.encoding).toBeFocused();
});

test('the chips are one tab stop, and the arrow keys tell of each token', async ({ page, lab }) => {
  const text = 'Unbelievable 👩🏽‍🚀 tokens';
  const tokens = tokensOf(text, 'o200k_base');
  await open(page);
  await lab.insert(text);
  await lab.expectTokens(text, 'o200k_base');

  const expectActive = async (index: number) => {
    const chip = lab.chips.nth(index);
    await expect(lab.list).toHaveAttribute('aria-activedescendant', (await chip.getAttribute('id'))!);
    await expect(chip).toHaveAttribute('aria-selected', 'true');
    await expect(lab.root.locator('[aria-selected=true]')).toHaveCount(1);
    await expect(lab.detail).toContainText(`Token ${index + 1} of ${tokens.length}`);
    await expect(lab.detail).toContainText(`number ${tokens[index].id}`);
  };
  await lab.list.focus();
  await expect(lab.list).not.toHaveAttribute('aria-activedescendant');
  for (const [index] of tokens.entries()) {
    await page.keyboard.press('ArrowRight');
    await expectActive(index);
  }
  await page.keyboard.press('ArrowRight');
  await expectActive(tokens.length - 1);
  await page.keyboard.press('ArrowLeft');
  await expectActive(tokens.length - 2);
  await page.keyboard.press('Home');
  await expectActive(0);
  await page.keyboard.press('End');
  await expectActive(tokens.length - 1);
  await page.keyboard.press('Tab');
  await expect(lab.root.getByRole('checkbox')).toBeFocused();
});

test('End as the first key chooses the last token', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.list.press('End');
  await expect(lab.chips.last()).toHaveAttribute('aria-selected', 'true');
});

test('menus, buttons and slider answer to the keyboard alone', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  await lab.encoding.focus();
  await page.keyboard.press('ArrowDown');
  await expect(lab.root).toHaveAttribute('data-encoding', ENCODINGS[1]);
  await journey.provider.focus();
  await page.keyboard.press('ArrowDown');
  await expect(journey.root).toHaveAttribute('data-provider', 'anthropic');
  await journey.play.focus();
  await page.keyboard.press('Space');
  await journey.expectAt({ outcome: 'running' });
  await page.keyboard.press('Space');
  await expect(journey.play).toBeFocused();
  await journey.slider.focus();
  await page.keyboard.press('End');
  await journey.expectAt({ outcome: 'paid' });
});

test('the arrow keys go on working after either end of the journey', ONCE, async ({ page, journey }) => {
  await open(page);
  await journey.next.focus();
  for (let press = 0; press < 9; press += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await journey.expectAt({ stage: 'bill', outcome: 'paid' });
  await page.keyboard.press('ArrowLeft');
  await journey.expectAt({ stage: 'meter', outcome: 'running' });
});

test('the focus is always marked', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  for (const target of [lab.encoding, lab.text, lab.list, journey.provider, journey.slider]) {
    await target.focus();
    await page.keyboard.press('Shift');
    await expect(target).not.toHaveCSS('outline-style', 'none');
  }
});

test('the counts are read out politely, once the reader pauses', ONCE, async ({ page, lab }) => {
  await open(page);
  await expect(lab.status).toHaveText('');
  await lab.type('four small words here');
  await expect(lab.status).toHaveText('4 tokens, 21 characters.');
});
