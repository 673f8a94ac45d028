// The figures in which a reader chooses and finds out why: sentences to sort, places for a key, and the questions
// at the end of sections.
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { visit } from '../support/exhibits';
import { expectToFit } from '../support/layout';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

/** What "token" means in each sentence, in order. */
const SENSES: [string, string][] = [
  ['used', 'counting'],
  ['enter-api-token', 'verifying'],
  ['max-tokens', 'counting'],
  ['refresh', 'verifying'],
  ['per-minute', 'counting'],
  ['personal-access', 'verifying'],
  ['limit-exceeded', 'depends'],
  ['bearer', 'verifying'],
  ['invalid', 'depends'],
  ['csrf', 'verifying'],
  ['cache', 'depends'],
  ['balance', 'depends'],
];

const PLACES: [string, string][] = [
  ['front-end-file', 'visitors'],
  ['build-variable', 'visitors'],
  ['phone-app', 'visitors'],
  ['public-repository', 'everybody'],
  ['private-repository', 'team'],
  ['back-end', 'program'],
  ['secret-manager', 'program'],
];

interface Sorting {
  root: Locator;
  choice: (sense: string) => Locator;
  reply: Locator;
  next: Locator;
  list: Locator;
}

async function sorting(page: Page): Promise<Sorting> {
  const exhibit = await visit(page, 'which-token');
  return {
    root: exhibit.locator('[data-which-token]'),
    choice: (sense) => exhibit.locator(`[data-sense=${sense}]`),
    reply: exhibit.locator('.which__reply'),
    next: exhibit.locator('.button--main'),
    list: exhibit.locator('.which__list'),
  };
}

test('sentences are sorted one after the other, and the first tries are counted', async ({ page }) => {
  await open(page);
  const { root, choice, reply, next, list } = await sorting(page);
  await expect(list).toBeHidden();
  await expect(next).toHaveAttribute('aria-disabled', 'true');

  // The first one wrong, twice.
  await choice('depends').click();
  await expect(choice('depends')).toHaveAttribute('data-verdict', 'wrong');
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await choice('verifying').click();
  await choice('counting').click();
  await expect(choice('counting')).toHaveAttribute('data-verdict', 'right');
  await expect(reply).toContainText('measurement');
  await expect(root).toHaveAttribute('data-first-tries', '0');
  await next.click();

  for (const [sentence, sense] of SENSES.slice(1)) {
    await expect(root).toHaveAttribute('data-which-token', sentence);
    await expect(reply).toHaveText('');
    await choice(sense).click();
    await expect(choice(sense)).toHaveAttribute('data-verdict', 'right');
    await next.click();
  }
  await expect(root).toHaveAttribute('data-which-token', 'result');
  await expect(root).toHaveAttribute('data-first-tries', '11');
  await expect(root.locator('.which__result')).toContainText('11 of 12');
  await expect(list.locator('li')).toHaveCount(12);
  await expect(list.locator('li').first()).toContainText('Later');
  await list.locator('summary').nth(6).click();
  await expect(list.locator('details p').nth(6)).toBeVisible();
  await expectToFit(page);

  await root.getByRole('button', { name: 'Back' }).click();
  await expect(root).toHaveAttribute('data-which-token', 'balance');
  await expect(choice('depends')).toHaveAttribute('data-verdict', 'right');
  await root.getByRole('button', { name: 'Start again' }).click();
  await expect(root).toHaveAttribute('data-which-token', 'used');
  await expect(root).toHaveAttribute('data-first-tries', '0');
});

test('sentences are sorted by the keyboard alone', ONCE, async ({ page }) => {
  await open(page);
  const { root, choice, next } = await sorting(page);
  await choice('counting').focus();
  for (const [sentence, sense] of SENSES) {
    await expect(root).toHaveAttribute('data-which-token', sentence);
    // Each sentence begins at its first choice.
    await expect(choice('counting')).toBeFocused();
    const steps = ['counting', 'verifying', 'depends'].indexOf(sense);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press(step ? 'ArrowDown' : 'ArrowRight');
    await expect(choice(sense)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(choice(sense)).toHaveAttribute('data-verdict', 'right');
    await expect(choice(sense)).toBeFocused();
    // Past the other choices and "Back".
    for (let step = steps; step < 4; step += 1) await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(root).toHaveAttribute('data-first-tries', '12');
  await expect(next).toBeFocused();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(root.getByRole('status')).toContainText('12 of 12');
});

test('a key that is put somewhere shows who can read it', async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'key-place');
  const root = exhibit.locator('[data-key-place]');
  for (const [place, readers] of PLACES) {
    await exhibit.locator(`input[value=${place}]`).check();
    await expect(root).toHaveAttribute('data-key-place', place);
    await expect(root).toHaveAttribute('data-readers', readers);
    // Either the visitor has the key, or the back end.
    const holders = exhibit.locator('[data-key=here]:is([data-station=client], [data-station=back-end])');
    await expect(holders).toHaveCount(1);
    await expect(exhibit.locator('[data-key=here] .route__key').first()).toBeVisible();
    await expect(exhibit.locator('.proofs a')).not.toHaveCount(0);
    await expectToFit(page);
  }
});

test('the places for a key answer to the arrow keys, and are read out', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'key-place');
  await exhibit.locator('input[value=front-end-file]').focus();
  for (const [place] of PLACES.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await expect(exhibit.locator(`input[value=${place}]`)).toBeFocused();
    await expect(exhibit.locator('[data-key-place]')).toHaveAttribute('data-key-place', place);
  }
  await expect(exhibit.getByRole('status')).toContainText('whom you allow');
});

test('what was chosen is lost with the page', ONCE, async ({ page }) => {
  await open(page);
  const places = await visit(page, 'key-place');
  await places.locator('input[value=secret-manager]').check();
  const { choice, root } = await sorting(page);
  await choice('counting').click();
  await page.locator('.check summary').first().click();
  await page.reload();
  await visit(page, 'key-place');
  await visit(page, 'which-token');
  await expect(places.locator('input:checked')).toHaveValue('front-end-file');
  await expect(places.locator('[data-key-place]')).toHaveAttribute('data-key-place', 'front-end-file');
  await expect(root).toHaveAttribute('data-first-tries', '0');
  await expect(page.locator('.check details[open]')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a figure that was used, ${colorScheme}`, ONCE, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    for (const summary of await page.locator('.check summary').all()) await summary.click();
    const { choice, next } = await sorting(page);
    await choice('depends').click();
    const places = await visit(page, 'key-place');
    for (const place of ['private-repository', 'secret-manager']) {
      await places.locator(`input[value=${place}]`).check();
      await expectNoViolations(page);
    }
    await choice('counting').click();
    await next.click();
    for (const [, sense] of SENSES.slice(1)) {
      await choice(sense).click();
      await next.click();
    }
    await expectNoViolations(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a question is answered by opening a choice, and nothing tells the right one before', async ({ page }) => {
    await page.goto('');
    const questions = page.locator('.check');
    expect(await questions.count()).toBeGreaterThanOrEqual(8);
    const question = questions.first();
    await expect(question.locator('p').filter({ visible: true })).toHaveCount(0);
    const looks = await question.locator('summary').evaluateAll((all) =>
      all.map((one) => {
        const { color, borderColor, backgroundColor, fontWeight } = getComputedStyle(one);
        return [color, borderColor, backgroundColor, fontWeight, getComputedStyle(one, '::before').content].join();
      }),
    );
    expect(new Set(looks).size).toBe(1);
    await question.locator('summary').first().press('Enter');
    await expect(question.locator('p').first()).toBeVisible();
    await expect(question.locator('p').filter({ visible: true })).toHaveCount(1);
  });

  test('every sentence has its answer, and every place its readers', async ({ page }) => {
    await page.goto('');
    const sentences = page.locator('#which-token .which__list details');
    await expect(sentences).toHaveCount(12);
    await sentences.first().locator('summary').click();
    await expect(sentences.first().locator('p')).toBeVisible();
    await expect(page.locator('#which-token .which__sentence').first()).toBeHidden();
    await expect(page.locator('#key-place tbody tr').filter({ visible: true })).toHaveCount(7);
  });
});

test('on paper every reply, answer and place is printed', ONCE, async ({ page }) => {
  await open(page);
  await visit(page, 'which-token');
  await visit(page, 'key-place');
  await page.emulateMedia({ media: 'print' });
  const height = (element: Locator) => element.evaluate((box) => box.getBoundingClientRect().height);
  for (const text of await page.locator('.check p, .which__list details p, #key-place tbody tr').all()) {
    expect(await height(text)).toBeGreaterThan(0);
  }
});
