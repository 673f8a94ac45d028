// A conversation's bill: every control changes what is drawn and what is said, and the sums are right.
import type { Locator } from '@playwright/test';
import { prices } from '../support/content';
import { visit } from '../support/exhibits';
import { cost, picodollars, wholeNumber } from '../support/money';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

/** The model that the build chooses. */
const MODEL = 'GPT-6.2 Sol';

/** Moves a slider to its least value and then `steps` up, by keys. */
async function slide(exhibit: Locator, name: string, steps: number): Promise<void> {
  const slider = exhibit.locator(`input[name=${name}]`);
  await slider.press('Home');
  for (let step = 0; step < steps; step += 1) await slider.press('ArrowRight');
}

/** What the figure says of itself, in tokens and picodollars. */
async function sums(exhibit: Locator): Promise<{ input: number; cost: bigint }> {
  const root = exhibit.locator('[data-conversation]');
  const [input, dollars] = [await root.getAttribute('data-input'), await root.getAttribute('data-cost')];
  return { input: Number(input), cost: picodollars(dollars!) };
}

test('turn by turn the history is paid for again, and the sums are the model’s prices', async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'conversation');
  await expect(exhibit.locator('select[name=conversation-model] option:checked')).toHaveText(MODEL);
  await slide(exhibit, 'turns', 9);
  await slide(exhibit, 'background', 0);
  await exhibit.locator('input[name=caching]').uncheck();
  // Questions of 50 and answers of 150: of turn n, (n - 1) × 200 + 50.
  const price = prices.get('gpt-6.2-sol')!;
  await expect.poll(() => sums(exhibit)).toEqual({ input: 9_500, cost: cost(9_500, price.input) + cost(1_500, price.output) });
  await expect(exhibit.locator('.conversation__headline')).toContainText('Turn 10 sends 1,800 tokens again to ask a question of 50.');
  await expect(exhibit.locator('.conversation__headline')).toContainText('The 10 turns cost $0.034.');

  await slide(exhibit, 'turns', 19);
  await expect.poll(async () => (await sums(exhibit)).input).toBe(39_000);
  await exhibit.locator('select[name=memory]').selectOption('last-turns');
  await expect(exhibit.locator('[data-conversation]')).toHaveAttribute('data-conversation', 'last-turns');
  await expect.poll(async () => (await sums(exhibit)).input).toBe(18_000);
});

/** A picture by what is in it; the order of attributes says nothing. */
const drawn = (picture: Locator) =>
  picture.evaluate((svg) =>
    [...svg.querySelectorAll('*')].map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      return [element.tagName, ...attributes, element.children.length > 0 ? '' : element.textContent].join(' ');
    }),
  );

test('every control changes the picture, the sentences and the table', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'conversation');
  await exhibit.locator('summary').click();
  await exhibit.locator('select[name=memory]').selectOption('summary');
  const state = async () => [
    await drawn(exhibit.locator('.chart__picture').nth(0)),
    await drawn(exhibit.locator('.chart__picture').nth(1)),
    await exhibit.locator('.numbers').innerHTML(),
    await exhibit.locator('.conversation__headline').textContent(),
  ];
  const before = await state();
  for (const name of ['turns', 'question', 'answer', 'background', 'keep', 'summary']) {
    const slider = exhibit.locator(`input[name=${name}]`);
    const was = await slider.inputValue();
    await slider.press('ArrowRight');
    expect(await slider.inputValue(), name).not.toBe(was);
    const same = async () => (await state()).map((part, index) => JSON.stringify(part) === JSON.stringify(before[index]));
    await expect.poll(same, name).toEqual([false, false, false, false]);
    await slider.press('ArrowLeft');
    await expect.poll(state, name).toEqual(before);
  }
  await exhibit.locator('input[name=caching]').uncheck();
  expect((await state())[1]).not.toBe(before[1]);
});

test('table, picture and headline agree', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'conversation');
  const rows = await exhibit.locator('.numbers tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent!)),
  );
  expect(rows).toHaveLength(20);
  const sent = rows.map((row) => wholeNumber(row[1]));
  expect(sent.reduce((one, two) => one + two)).toBe((await sums(exhibit)).input);
  const last = rows.at(-1)!;
  await expect(exhibit.locator('.conversation__headline')).toContainText(`sends ${last[2]} tokens again`);
  await expect(exhibit.locator('.conversation__headline')).toContainText(`cost ${last[5]} as you have set it, and ${last[6]} if`);
  await expect(exhibit.getByRole('img', { name: `turn 20 sends ${last[1]} tokens, of which ${last[3]}` })).toHaveCount(1);
});

test('the record is the provider’s own: cached tokens inside the input, or beside it', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'conversation');
  const model = exhibit.locator('select[name=conversation-model]');
  const fields = exhibit.locator('.conversation__fields');
  await expect(fields).toContainText('input_tokens_details.cached_tokens');
  await model.selectOption({ label: 'Claude Opus 5.5' });
  await expect(fields).toContainText('cache_read_input_tokens');
  await expect(exhibit.locator('.proofs')).toContainText('at least 512 tokens');
  await model.selectOption({ label: 'Gemini 4 Argon' });
  await expect(fields).toContainText('cachedContentTokenCount');
  await expect(exhibit.locator('.proofs')).toContainText('Writing to the cache costs nothing extra');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a real conversation is shown in words, pictures and numbers', ONCE, async ({ page }) => {
    await page.goto('');
    const exhibit = page.locator('#conversation');
    await expect(exhibit.locator('.conversation__headline')).toContainText('Turn 20 sends');
    await expect(exhibit.getByRole('img')).toHaveCount(2);
    await expect(exhibit.locator('.numbers tbody tr')).toHaveCount(20);
    await expect(exhibit.locator('input:visible, select:visible')).toHaveCount(0);
  });
});
