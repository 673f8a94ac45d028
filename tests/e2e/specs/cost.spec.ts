// What it costs: the calculator with its fields, and the two sums.
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { exhibitWords, filled, prices, words } from '../support/content';
import { visit } from '../support/exhibits';
import { expectToFit } from '../support/layout';
import { cost, picodollars, wholeNumber } from '../support/money';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

const MESSAGE = exhibitWords.field;

/** The calculator as a reader meets it. */
class Calculator {
  readonly root: Locator;

  private constructor(root: Locator) {
    this.root = root.locator('.cost');
  }

  static async on(page: Page): Promise<Calculator> {
    return new Calculator(await visit(page, 'cost'));
  }

  field(name: string): Locator {
    return this.root.locator(`input[name=cost-${name}]`);
  }

  message(name: string): Locator {
    return this.root.locator(`#cost-${name}-message`);
  }

  async choose(name: string, value: string): Promise<void> {
    await this.root.locator(`select[name=${name}]`).selectOption(value);
  }

  /** What one request costs, in picodollars; it has to be one amount. */
  async expectCost(picodollarsExpected: bigint): Promise<void> {
    await expect
      .poll(async () => picodollars((await this.root.getAttribute('data-least-usd'))!))
      .toBe(picodollarsExpected);
    expect(picodollars((await this.root.getAttribute('data-most-usd'))!)).toBe(picodollarsExpected);
  }

  /** The names of the models in the order of the table. */
  names(): Promise<string[]> {
    return this.root
      .locator('.cost__models tbody th')
      .evaluateAll((heads) => heads.map((head) => head.firstChild!.textContent!));
  }
}

test('sizes in tokens are priced exactly, with every model', ONCE, async ({ page }) => {
  await open(page);
  const calculator = await Calculator.on(page);
  await calculator.choose('unit', 'tokens');
  await calculator.field('input').fill('12,345');
  await calculator.field('output').fill('678');
  for (const [id, { input, output }] of prices) {
    if ((await calculator.root.locator(`select[name=cost-model] option[value="${id}"]`).count()) === 0) continue;
    await calculator.choose('cost-model', id);
    await calculator.expectCost(cost(12_345, input!) + cost(678, output!));
  }
});

test('cache, batch and reasoning follow the rules of the provider', ONCE, async ({ page }) => {
  await open(page);
  const calculator = await Calculator.on(page);
  await calculator.choose('unit', 'tokens');
  await calculator.choose('cost-model', 'claude-opus-5-5');
  await calculator.field('input').fill('50 000');
  await calculator.field('output').fill('15000');
  await calculator.field('cached').fill('80 %');
  const { input, output } = prices.get('claude-opus-5-5')!;
  const price = (part: string, hundredths: bigint) => ((picodollars(part) / 1_000_000n) * hundredths) / 100n;
  const cachedHalf = 40_000n * price(input!, 5n);
  await calculator.expectCost(cost(10_000, input!) + cachedHalf + cost(15_000, output!));
  await calculator.root.locator('input[name=batch]').check();
  await calculator.expectCost((cost(10_000, input!) + cachedHalf + cost(15_000, output!)) / 2n);
  await calculator.field('reasoning').fill('1000');
  await calculator.expectCost((cost(10_000, input!) + cachedHalf + cost(16_000, output!)) / 2n);
});

test('what is typed wrong is kept and explained, and the last number holds', async ({ page }) => {
  await open(page);
  const calculator = await Calculator.on(page);
  const before = await calculator.root.getAttribute('data-most-usd');
  const requests = calculator.field('requests');
  for (const [typed, template] of [
    ['many', MESSAGE.not_a_number],
    ['1e9', MESSAGE.exponent],
    ['1000000000', MESSAGE.too_large],
    ['-3', MESSAGE.negative],
    ['1.000', MESSAGE.unclear],
    ['1.5', MESSAGE.not_whole],
    ['', MESSAGE.empty],
    ['   ', MESSAGE.empty],
  ] as const) {
    await requests.fill(typed);
    await expect(calculator.message('requests'), typed).toHaveText(filled(`${template!} ${MESSAGE.last!}`));
    await expect(requests).toHaveValue(typed);
    await expect(requests).toHaveAttribute('aria-invalid', 'true');
    await expect(calculator.root.locator('.cost__waits')).toBeVisible();
    expect(await calculator.root.getAttribute('data-most-usd')).toBe(before);
  }
  await calculator.field('cached').fill('-10');
  await expect(calculator.message('cached')).toBeVisible();
  await calculator.field('cached').fill('10%');
  await expect(calculator.message('cached')).toBeHidden();
  await requests.fill('2,000');
  await expect(calculator.message('requests')).toBeHidden();
  await expect(calculator.root.locator('.cost__waits')).toBeHidden();
  await expect(requests).toHaveAttribute('aria-invalid', 'false');
  // A task writes its own numbers over what could not be read.
  await requests.fill('none');
  await calculator.choose('task', 'summary');
  await expect(calculator.message('requests')).toBeHidden();
  await expect(requests).not.toHaveValue('none');
});

test('what is typed before the figure comes alive is read, too', ONCE, async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/app-cost-\w+\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  const requests = page.locator('input[name=cost-requests]');
  await page.locator('#cost').scrollIntoViewIfNeeded();
  await requests.fill('7e3');
  release();
  await expect(page.locator('#cost-root')).toHaveAttribute('data-state', 'ready');
  await expect(requests).toHaveValue('7e3');
  await expect(page.locator('#cost-requests-message')).toBeVisible();
});

test('the models are sorted by keyboard, and the head keeps the focus', ONCE, async ({ page }) => {
  await open(page);
  const calculator = await Calculator.on(page);
  const cheapestFirst = await calculator.names();
  const head = calculator.root.locator('[data-sort=cost]');
  await head.focus();
  await expect(calculator.root.locator('th[aria-sort=ascending]')).toContainText(exhibitWords.cost.one!);
  await page.keyboard.press('Enter');
  await expect(head).toBeFocused();
  await expect(calculator.root.locator('th[aria-sort=descending] [data-sort=cost]')).toBeFocused();
  expect((await calculator.names())[0]).toBe(cheapestFirst.at(-1));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  const byName = await calculator.names();
  expect(byName).toEqual([...byName].sort());
});

test("the reader's own prices are read exactly", ONCE, async ({ page }) => {
  await open(page);
  const calculator = await Calculator.on(page);
  await calculator.choose('unit', 'tokens');
  await calculator.choose('cost-model', 'own');
  await calculator.field('own-input').fill('$0.123456');
  await calculator.field('own-output').fill('7');
  await calculator.field('input').fill('1000');
  await calculator.field('output').fill('10');
  await calculator.expectCost(cost(1_000, '0.123456') + cost(10, '7'));
  await calculator.field('own-input').fill('0.1234567');
  await expect(calculator.message('own-input')).toHaveText(filled(`${MESSAGE.too_precise!} ${MESSAGE.last!}`));
  await calculator.expectCost(cost(1_000, '0.123456') + cost(10, '7'));
  await expect(calculator.root.locator('.cost__models tr[aria-current]')).toHaveCount(1);
});

test("the reader's text is priced as it is counted", ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.type('How much is this?');
  await lab.expectTokens('How much is this?', 'o200k_base');
  const tokens = wholeNumber((await lab.number(words.lab.tokens).textContent())!);
  const calculator = await Calculator.on(page);
  await calculator.choose('task', 'own-text');
  await calculator.choose('unit', 'tokens');
  await calculator.field('output').fill('0');
  const { input } = prices.get('gpt-5.4-mini')!;
  await calculator.expectCost(cost(tokens, input!));
  await expect(calculator.field('input')).toBeHidden();
});

test('the two sums are shown line by line', ONCE, async ({ page }) => {
  await open(page);
  const sums = (await visit(page, 'two-sums')).locator('.sums');
  const rows = sums.locator('tbody tr:not([hidden])');
  const all = await rows.count();
  await expect(sums).toHaveAttribute('data-lines', String(all));
  const [start, next] = [sums.getByRole('button').nth(0), sums.getByRole('button').nth(1)];
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  for (let line = 2; line <= all; line++) {
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(line);
    await expect(next).toBeFocused();
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  const before = await rows.last().textContent();
  await sums.locator('select[name=sums-model]').selectOption('claude-opus-5-5');
  await expect(rows.last()).not.toHaveText(before!);
  await expect(sums.locator('.proofs li')).toHaveCount(2);
});

test('both figures fit, and axe finds nothing, with messages on screen', async ({ page }) => {
  await open(page);
  await visit(page, 'two-sums');
  const calculator = await Calculator.on(page);
  await calculator.choose('task', 'agent');
  await calculator.choose('cost-model', 'own');
  await calculator.field('own-cached').fill('1,5');
  await calculator.field('requests').fill('a billion');
  await calculator.root.locator('input[name=batch]').check();
  await expectToFit(page);
  await expectNoViolations(page, '#cost, #two-sums');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both figures show a real result', ONCE, async ({ page }) => {
    await page.goto('');
    await expect(page.locator('#cost .cost__total')).toContainText('$');
    await expect(page.locator('#cost .cost__models tbody tr').first()).toBeVisible();
    await expect(page.locator('#two-sums tbody tr')).toHaveCount(6);
    await expect(page.locator('#two-sums tbody tr').last()).toContainText('$0.01');
  });
});
