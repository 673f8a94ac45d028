// The journey carries the reader's own text through eight stages to a bill that can be checked.
import { filled, outcomes, prices, PROVIDERS, words } from '../support/content';
import { isUnderWay, STAGES, type Journey } from '../support/journey';
import { cost, picodollars, wholeNumber } from '../support/money';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { idsOf } from '../support/witness';

const TEXT = 'Is an AI token the same as an API key?';

// The encoding of the models that are sold.
const ENCODING = 'o200k_base';

test('a typed text travels through all eight stages and is billed exactly', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  await lab.encoding.selectOption(ENCODING);
  await lab.type(TEXT);
  await lab.expectTokens(TEXT, ENCODING);
  await journey.slider.press('Home'); // from now on the article does not guide it
  await journey.expectAt({ outcome: 'idle', stage: 'create-key', status: '' });

  const recorded = await journey.record();
  await journey.play.click();
  await journey.expectAt({ outcome: 'running' });
  await expect(journey.root).toHaveAttribute('data-outcome', 'paid', { timeout: 30_000 });
  await journey.expectAt({ stage: 'bill', status: '200' });

  const moments = await recorded();
  expect(changes(moments.map((moment) => moment.stage))).toEqual([...STAGES]);
  expect(changes(moments.map((moment) => moment.outcome))).toEqual(['idle', 'running', 'paid']);
  expect(changes(moments.map((moment) => moment.status))).toEqual(['', '200']);
  await expectExactBill(journey, idsOf(TEXT, ENCODING).length);
});

/** The values in order, each run once. */
function changes(values: string[]): string[] {
  return values.filter((value, index) => value !== values[index - 1]);
}

/** The lines and the total are the table's own counts times its own prices, which are the dated ones. */
async function expectExactBill(journey: Journey, inputTokens: number): Promise<void> {
  const rows = await journey.bill
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!)));
  const lines = rows.map(([tokens, price, amount]) => ({ tokens: wholeNumber(tokens), price, amount }));
  expect(lines[0].tokens).toBe(inputTokens);
  for (const { tokens, price, amount } of lines) {
    expect(picodollars(amount), `${tokens} × ${price} per million`).toBe(cost(tokens, price));
  }
  const total = lines.map(({ amount }) => picodollars(amount)).reduce((sum, amount) => sum + amount);
  // Its `innerText` is empty while the figure is too far away to be laid out.
  expect(picodollars((await journey.bill.locator('.bill__total').textContent())!)).toBe(total);

  const model = await journey.model.inputValue();
  expect(lines.map((line) => picodollars(line.price))).toEqual(
    [prices.get(model)!.input, prices.get(model)!.output].map(picodollars),
  );
}

test('the bill follows the text, the model and the encoding', ONCE, async ({ page, lab, journey }) => {
  await open(page);
  await lab.insert('one two three');
  await lab.expectTokens('one two three', 'o200k_base');
  for (const model of ['gpt-5.5', 'gpt-5.4-mini']) {
    await journey.model.selectOption(model);
    await expectExactBill(journey, idsOf('one two three', 'o200k_base').length);
  }
  await lab.insert(TEXT);
  await lab.encoding.selectOption('cl100k_base');
  await lab.expectTokens(TEXT, 'cl100k_base');
  await expect(journey.bill.locator('tfoot .badge'), 'no model on sale uses it').toHaveText(words.journey.estimate);
});

test('on arrival the model can be counted exactly, and the recommended one is first in the menu', ONCE, async ({
  page,
  journey,
}) => {
  await open(page);
  await expect(journey.bill.locator('tfoot .badge')).toHaveText(words.journey.exact);
  const first = journey.model.locator('option').first();
  await expect(first).toHaveText(filled(words.journey.model_recommended));
  await journey.model.selectOption(await first.getAttribute('value'));
  await expect(journey.bill.locator('tfoot .badge')).toHaveText(words.journey.estimate);
});

test(
  'where no tokenizer is published the count and the bill are marked as estimates',
  ONCE,
  async ({ page, lab, journey }) => {
    await open(page);
    await lab.insert(TEXT);
    for (const provider of ['anthropic', 'gemini'] as const) {
      await journey.choose(provider, 'paid');
      await expect(journey.root.locator('.carried__count')).toHaveText(/^(about \d+|\d+ to \d+)$/);
      await expect(journey.root.locator('.carried .badge')).toHaveText(words.journey.estimate);
      await expect(journey.bill.locator('tfoot .badge')).toHaveText(words.journey.estimate);
      await expect(journey.bill.locator('.bill__total')).toHaveText(/^(about )?\$?0\.\d+( to \$?0\.\d+)?$/);
    }
  },
);

for (const provider of PROVIDERS) {
  test(`every scenario ends with ${provider} where the facts say it ends`, ONCE, async ({ page, journey }) => {
    const cells = outcomes.filter((outcome) => outcome.provider === provider);
    expect(cells).toHaveLength(13);
    await open(page);
    for (const { scenario, stage, outcome, status, billed } of cells) {
      await test.step(scenario, async () => {
        await journey.choose(provider, scenario);
        await journey.expectAt({ outcome: 'idle', status: '' });
        await journey.skipToEnd();
        await journey.expectAt({ stage, outcome, status: String(status ?? '') });
        await expect(journey.root).toHaveAttribute('data-provider', provider);
        await expect(journey.root).toHaveAttribute('data-scenario', scenario);
        await expect(journey.bill.getByRole('table')).toBeVisible({ visible: billed === 'all' });
      });
    }
  });
}

test('a mistyped key is refused at the check of the key by every provider, played to its end', async ({
  page,
  journey,
}) => {
  await page.clock.install();
  await open(page);
  for (const { provider, stage, outcome, status } of outcomes.filter((cell) => cell.scenario === 'mistyped')) {
    await journey.choose(provider, 'mistyped');
    const recorded = await journey.record();
    await journey.play.click();
    await page.clock.runFor(10_000);
    await journey.expectAt({ stage, outcome, status: String(status) });
    expect(outcome).toBe('refused');
    expect(changes((await recorded()).map((moment) => moment.stage))).toEqual(['create-key', 'send', 'check-key']);
    await expect(journey.verdict).toContainText(String(status));
    await expect(journey.step('tokenize').getByRole('button')).toBeDisabled();
  }
});

test('it never starts by itself', ONCE, async ({ page, journey }) => {
  await page.clock.install();
  await open(page);
  await page.clock.runFor(120_000);
  await journey.expectAt({ stage: 'create-key', outcome: 'idle', status: '' });
  // In view it may show the stage that is read about, as a still: nothing is on its way.
  await journey.root.scrollIntoViewIfNeeded();
  const shares = await journey.shares();
  await page.clock.runFor(120_000);
  await expect(journey.root).toHaveAttribute('data-playing', 'false');
  expect((await shares()).filter(isUnderWay)).toEqual([]);
});

test('it pauses where it is, goes on from there, and starts again after the end', ONCE, async ({ page, journey }) => {
  await page.clock.install();
  await open(page);
  await journey.slider.press('Home');
  await journey.play.click();
  await page.clock.runFor(4_000);
  await journey.pause.click();
  await journey.expectAt({ stage: 'check-key', outcome: 'running' });
  const position = await journey.slider.inputValue();
  await page.clock.runFor(60_000);
  await expect(journey.slider).toHaveValue(position);

  await journey.play.click();
  await page.clock.runFor(60_000);
  await journey.expectAt({ stage: 'bill', outcome: 'paid' });
  await journey.button(words.journey.again).click();
  await page.clock.runFor(2_000);
  await journey.expectAt({ stage: 'send', outcome: 'running' });
});

test('Back and Next step through the stages, also by arrow keys', async ({ page, journey }) => {
  await open(page);
  await journey.slider.press('Home');
  await expect(journey.back).toBeDisabled();
  for (const stage of STAGES) {
    await journey.next.click();
    await journey.expectAt({ stage });
    await expect(journey.step(stage)).toHaveAttribute('aria-current', 'step');
  }
  await journey.expectAt({ outcome: 'paid', status: '200' });
  await expect(journey.next).toBeDisabled();

  for (const stage of [...STAGES].reverse().slice(1)) {
    await journey.back.press('ArrowLeft');
    await journey.expectAt({ stage, outcome: 'running' });
  }
  await journey.back.press('ArrowLeft');
  await journey.expectAt({ stage: 'create-key', outcome: 'idle' });
  await journey.play.press('ArrowRight');
  await journey.play.press('ArrowRight');
  await journey.expectAt({ stage: 'send', outcome: 'running' });
});

test('the slider scrubs to both ends and the list of stages leads to each', async ({ page, journey }) => {
  await open(page);
  await journey.slider.press('End');
  await journey.expectAt({ stage: 'bill', outcome: 'paid' });
  await journey.slider.press('Home');
  await journey.expectAt({ stage: 'create-key', outcome: 'idle', status: '' });
  for (const stage of ['check-limits', 'meter', 'send']) {
    await journey.step(stage).getByRole('button').click();
    await journey.expectAt({ stage, outcome: 'running' });
  }
});

test('another provider or scenario begins a new journey', ONCE, async ({ page, journey }) => {
  await open(page);
  await journey.skipToEnd();
  await journey.scenario.selectOption('rate-limit');
  await journey.expectAt({ stage: 'create-key', outcome: 'idle', status: '' });
  await journey.skipToEnd();
  await journey.provider.selectOption('gemini');
  await journey.expectAt({ stage: 'create-key', outcome: 'idle', status: '' });
});

test('the journey carries the words of the text box', async ({ page, lab, journey }) => {
  await open(page);
  await lab.insert('carry me');
  await lab.expectTokens('carry me', 'o200k_base');
  await expect(journey.root.locator('.carried__text')).toHaveText('carry me');
  await expect(journey.root.locator('.carried__count')).toHaveText(String(idsOf('carry me', 'o200k_base').length));
  await lab.button(words.lab.clear).click();
  await expect(journey.root.getByText(words.journey.carrying_empty)).toBeVisible();
});

test('a request that is sent is put down to the account once, and looking at it adds nothing', ONCE, async ({
  page,
  journey,
}) => {
  await page.clock.install();
  await open(page);
  const requests = journey.root.locator('[data-account-requests]');
  const spent = journey.root.locator('[data-account-usd]');
  await expect(requests).toHaveAttribute('data-account-requests', '0');
  // Nobody sends anything by looking at the stages.
  await journey.step('bill').getByRole('button').click();
  await journey.expectAt({ outcome: 'paid' });
  await expect(requests).toHaveAttribute('data-account-requests', '0');

  const amounts: bigint[] = [];
  for (const count of ['1', '2']) {
    await journey.button(words.journey.again).click();
    await page.clock.runFor(30_000);
    await journey.expectAt({ outcome: 'paid' });
    await expect(requests).toHaveAttribute('data-account-requests', count);
    amounts.push(picodollars((await spent.getAttribute('data-account-usd'))!));
    // Going back adds and removes nothing.
    await journey.back.click();
    await journey.next.click();
    await expect(requests).toHaveAttribute('data-account-requests', count);
  }
  expect(amounts[0]).toBeGreaterThan(0n);
  expect(amounts[1]).toBe(2n * amounts[0]);
  await expect(requests).toHaveText('2 requests');

  // Who is refused pays nothing.
  await journey.scenario.selectOption('revoked');
  await journey.play.click();
  await page.clock.runFor(30_000);
  await journey.expectAt({ outcome: 'refused' });
  await expect(requests).toHaveAttribute('data-account-requests', '2');
});

test('the fourteen endings differ in what is drawn, with every word blanked', ONCE, async ({ page, journey }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await journey.house.scrollIntoViewIfNeeded();
  const scenarios = await journey.scenario.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(scenarios).toHaveLength(14);
  const drawn = new Map<string, string>();
  for (const scenario of scenarios) {
    await journey.choose('openai', scenario);
    await journey.skipToEnd();
    await expect(journey.root).not.toHaveAttribute('data-outcome', 'running');
    // What is visible but the text: every element's box and paint.
    const picture = await journey.house.evaluate((house) =>
      [...house.querySelectorAll('path, circle, .state--revoked, .issued__until, .month, .account__stranger, .paper, .overlong')]
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map((element) => {
          const { fill, stroke } = getComputedStyle(element);
          return `${element.getAttribute('class')} ${fill} ${stroke}`;
        })
        .join('\n'),
    );
    drawn.set(scenario, picture);
  }
  expect(new Set(drawn.values()).size, 'fourteen pictures').toBe(14);
});
