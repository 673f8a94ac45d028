// The exhibits: written out from the reader's own request, fetched when they come near, and alike to
// everybody who looks without JavaScript.
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { outcomes, PROVIDERS } from '../support/content';
import { visit, visitAll } from '../support/exhibits';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

const TEXT = 'Is an AI token the same as an API key?';
const IDS = 11;
/** The exhibits' code. */
const CHUNKS = /assets\/app-\w+-[0-9a-f]{16}\.wasm$/;

/** The two messages of the exchange. */
function messages(page: Page): { request: Locator; answer: Locator } {
  const text = page.locator('#exchange-root .message__text');
  return { request: text.nth(0), answer: page.locator('#exchange-root .message').nth(1).locator('.message__text') };
}

test('nothing of the exhibits is fetched before one comes near', ONCE, async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page);
  const data = () => fetched.filter((url) => /assets\/exhibits/.test(url));
  const chunks = () => fetched.filter((url) => CHUNKS.test(url));
  expect([...data(), ...chunks()]).toEqual([]);
  await visit(page, 'exchange');
  expect(data()).toHaveLength(1);
  expect(chunks().filter((url) => url.includes('/app-exchange-'))).toHaveLength(1);
  expect(chunks().filter((url) => url.includes('/app-workshop-'))).toEqual([]);
  await visitAll(page);
  // Each once, also what several share.
  expect(data()).toHaveLength(1);
  expect(new Set(chunks()).size).toBe(chunks().length);
});

test('an exhibit that cannot be fetched stays, and is asked for again', ONCE, async ({ page, complaints }) => {
  complaints.allow(/an exhibit stays as it is/, /Failed to fetch/, /net::ERR_FAILED/);
  await page.route(/assets\/app-bucket-/, (route) => route.abort());
  await open(page);
  const root = page.locator('#bucket-root');
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-state', 'failed');
  await expect(root).toContainText('x-ratelimit-remaining-tokens');
  expect(complaints.heard.join()).toContain('an exhibit stays as it is');
  // Until the browser has seen that it is far away.
  await page.evaluate(() => new Promise<void>((resolve) => {
    scrollTo({ top: 0, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  }));
  await page.unroute(/assets\/app-bucket-/);
  const bucket = await visit(page, 'bucket');
  await bucket.getByRole('button', { name: 'Send a request' }).click();
  await expect(page.locator('[data-bucket]')).toHaveAttribute('data-bucket', 'admitted');
});

test('the exchange carries the typed text, masks the key and tells the real count', async ({ page, lab, journey }) => {
  await open(page);
  await lab.type(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await visit(page, 'exchange');
  const { request, answer } = messages(page);
  await expect(request).toContainText(`"input": "${TEXT}"`);
  await expect(request.locator('.term--key')).toHaveText(/^Authorization: Bearer sk-…EXAMPLE$/);
  await journey.skipToEnd();
  await journey.expectAt({ outcome: 'paid' });
  await expect(answer).toContainText(`"input_tokens": ${IDS},`);

  // A marked part leads to its place in the picture.
  await request.locator('.term--key').click();
  await journey.expectAt({ stage: 'check-key' });
  await request.locator('.term--token').click();
  await journey.expectAt({ stage: 'tokenize' });
});

test('a streamed answer grows with the tokens of the picture', ONCE, async ({ page, journey }) => {
  await open(page);
  await visit(page, 'exchange');
  const { answer } = messages(page);
  await page.locator('#exchange-root input[name=streamed]').check();
  await journey.step('tokenize').getByRole('button').click();
  await expect(answer).toBeHidden();
  await journey.step('generate').getByRole('button').click();
  await expect(answer).toContainText('response.output_text.delta');
  await expect(answer).not.toContainText('response.completed');
  await journey.step('bill').getByRole('button').click();
  await expect(answer).toContainText('response.completed');
});

test('while an answer streams the focus stays where it is', ONCE, async ({ page, journey }) => {
  await open(page);
  await visit(page, 'exchange');
  const { answer } = messages(page);
  await page.locator('#exchange-root input[name=streamed]').check();
  await journey.step('tokenize').getByRole('button').click();
  // As when it plays, but at the test's own pace, and without taking the focus.
  const moveTo = (position: number) =>
    journey.slider.evaluate((slider: HTMLInputElement, position) => {
      slider.value = String(position);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }, position);
  const length = async () => (await answer.textContent())!.length;
  let position = Number(await journey.slider.inputValue());
  while (await answer.isHidden()) await moveTo((position += 2));
  while ((await answer.locator('a').count()) < 2) await moveTo((position += 2));

  await answer.focus();
  await page.keyboard.press('Tab');
  await expect(answer.locator('a').first()).toBeFocused();
  const focused = await page.evaluateHandle(() => document.activeElement);
  for (const before = await length(); (await length()) < before * 1.5; ) {
    await moveTo((position += 2));
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await moveTo(1000);
  await expect(answer).toContainText('response.completed');
  expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(journey.root).toHaveAttribute('data-stage', 'meter');
});

// Each with what shows that it is alive: a link in the text, one among the proofs, one in a table written as a
// string, a cell.
for (const [target, alive] of [
  ['#exchange pre a', '#exchange .proofs:has-text("days")'],
  ['#exchange .proofs a', '#exchange .proofs:has-text("days")'],
  ['#receipts table a', '#receipts table:has-text("days")'],
  ['#answers table a', '#answers [aria-current][data-scenario=mistyped]'],
] as const) {
  test(`what has the focus keeps it when the exhibits come alive: ${target}`, ONCE, async ({ page, journey }) => {
    // Late enough for facts to have an age, which the build does not write.
    await page.clock.setFixedTime('2027-03-01');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(CHUNKS, async (route) => {
      await held;
      await route.continue();
    });
    await open(page);
    // The exhibits will not find the request that the build wrote them for.
    await journey.choose('openai', 'mistyped');
    const link = page.locator(target).first();
    await link.focus();
    await expect(link).toBeFocused();
    release();
    await expect(page.locator(alive).first()).toBeVisible();
    await expect(link).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator(target).nth(1)).toBeFocused();
  });
}

test('a command is copied without any key', ONCE, async ({ page, context, lab }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.type("it's mine");
  await visit(page, 'exchange');
  await expect(messages(page).request).toContainText("it's mine");
  await page.locator('#exchange-root').getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.locator('#exchange-root')).toContainText('Copied.');
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain('curl "https://api.openai.com/v1/responses"');
  expect(command).toContain('Authorization: Bearer $OPENAI_API_KEY');
  expect(command).toContain("it'\\''s mine");
  expect(command).not.toContain('EXAMPLE');
});

test('what looks like a key in the text is masked in the exchange', ONCE, async ({ page, lab }) => {
  const secret = 'sk-' + 'proj-' + 'q7Zt2mK9'.repeat(6);
  await open(page);
  await lab.type(`my key ${secret} please`);
  await visit(page, 'exchange');
  const { request } = messages(page);
  await expect(request).toContainText('my key sk-… please');
  await expect(request).not.toContainText('q7Zt2mK9');
});

for (const provider of PROVIDERS) {
  test(`every failure stops at its stage with its status: ${provider}`, ONCE, async ({ page, journey }) => {
    await open(page);
    await visit(page, 'exchange');
    const { request, answer } = messages(page);
    for (const cell of outcomes.filter((outcome) => outcome.provider === provider)) {
      await journey.choose(provider, cell.scenario);
      await journey.skipToEnd();
      const status = cell.status === undefined ? '' : String(cell.status);
      await journey.expectAt({ stage: cell.stage, outcome: cell.outcome, status });
      await expect(request, cell.scenario).toContainText('POST /v1');
      // Where the words were seen under another status than the documented one, the page says so.
      await expect(answer, cell.scenario).toContainText(/HTTP\/1\.1 \d{3}/);
      if (cell.scenario === 'no-key') await expect(request.locator('del')).toHaveCount(1);
    }
  });
}

test('a cell of the matrix sends the journey there', async ({ page, journey }) => {
  await open(page);
  const answers = await visit(page, 'answers');
  await answers.locator('a[data-provider=gemini][data-scenario=mistyped]').click();
  await journey.expectAt({ outcome: 'idle' });
  await expect(journey.root).toHaveAttribute('data-provider', 'gemini');
  await expect(journey.root).toHaveAttribute('data-scenario', 'mistyped');
  await expect(journey.play).toBeFocused();
  await expect(answers.locator('[aria-current]')).toHaveAttribute('data-scenario', 'mistyped');
});

/** The numbers of one provider's record, by what they are in the sum. */
async function record(receipts: Locator, column: number): Promise<{ adds: number[]; total: number[] }> {
  const cells = receipts.locator(`table >> nth=0 >> tbody tr td:nth-child(${column + 2})`);
  const read = (kind: string) =>
    cells.evaluateAll(
      (cells, kind) =>
        cells
          .filter((cell) => cell.classList.contains(`receipts__field--${kind}`))
          .map((cell) => Number(cell.querySelector('.receipts__count')!.textContent!.replace(/,/g, ''))),
      kind,
    );
  return { adds: await read('adds'), total: await read('total') };
}

test('the receipts of one request add up, whatever the circumstances', async ({ page, lab }) => {
  await open(page);
  await lab.type(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  // A model for which every circumstance is documented.
  await page.locator('[data-journey] select[name=model]').selectOption('gpt-5.5');
  const receipts = await visit(page, 'receipts');
  const variation = receipts.locator('select[name=variation]');
  const sum = (numbers: number[]) => numbers.reduce((one, two) => one + two, 0);
  const totals: number[] = [];
  for (const name of ['plain', 'cache-write', 'cache-hit', 'reasoning', 'batch', 'long-context', 'image']) {
    await variation.selectOption(name);
    const openai = await record(receipts, 0);
    expect(sum(openai.adds), name).toBe(openai.total[0]);
    totals.push(openai.total[0]);
  }
  const answer = totals[0] - IDS;
  expect(answer).toBeGreaterThan(0);
  expect(totals).toEqual([IDS, IDS + 10_000, IDS + 10_000, IDS + 1_000, IDS, IDS + 300_000, IDS + 1_024].map((n) => n + answer));

  // Cached tokens: inside the input at one provider, beside it at another.
  await variation.selectOption('cache-hit');
  await receipts.locator('input[name=assumed]').fill('50000');
  expect((await record(receipts, 0)).adds).toEqual([IDS + 50_000, answer]);
  await expect(receipts.locator('table').nth(0)).toContainText('cache_read_input_tokens');
});

test('the bucket refuses when it is empty, says how long to wait, and refills', ONCE, async ({ page }) => {
  await open(page);
  const bucket = await visit(page, 'bucket');
  await bucket.locator('select[name=size]').selectOption('150000');
  const root = bucket.locator('[data-bucket]');
  const send = bucket.getByRole('button', { name: 'Send a request' });
  for (let requests = 0; requests < 3; requests += 1) {
    await send.click();
    await expect(root).toHaveAttribute('data-bucket', 'admitted');
  }
  await send.click();
  await expect(root).toHaveAttribute('data-bucket', 'refused');
  await expect(bucket.locator('pre')).toContainText(/retry-after: \d+/);
  const left = async () => Number((await bucket.locator('pre').textContent())!.match(/remaining-tokens: (\d+)/)![1]);
  const before = await left();
  expect(before).toBeLessThan(150_000);
  await expect.poll(left).toBeGreaterThan(before + 5_000);
});

test('a key is rotated without downtime, and a leak costs until it is revoked', async ({ page }) => {
  await open(page);
  const workshop = await visit(page, 'workshop');
  const root = workshop.locator('[data-workshop]');
  const button = (name: string) => workshop.getByRole('button', { name, exact: true });
  await button('Create a key').click();
  await expect(workshop.locator('.keys__item').nth(1)).toContainText('shown now: copy it');
  await button('Put into use 2').click();
  await button('Revoke 1').click();
  await expect(root).toHaveAttribute('data-workshop', 'rotated');
  await button('Let an hour pass').click();
  await expect(workshop).not.toContainText('Refused for');

  await button('Leak the key').click();
  await expect(root).toHaveAttribute('data-workshop', 'leaking');
  const spent = async () => Number(await root.getAttribute('data-spent'));
  await expect.poll(spent).toBeGreaterThan(1);
  await button('Revoke 2').click();
  await expect(root).toHaveAttribute('data-workshop', 'stopped');
  const damage = await spent();
  await button('Let a day pass').click();
  expect(await spent()).toBe(damage);
});

/** A workshop in which the program's only key has leaked, the button that revokes it, and what the list says of it. */
async function leaking(page: Page): Promise<{ root: Locator; revoke: Locator; state: Locator }> {
  await open(page);
  const workshop = await visit(page, 'workshop');
  await workshop.getByRole('button', { name: 'Leak the key' }).click();
  const root = workshop.locator('[data-workshop]');
  await expect(root).toHaveAttribute('data-workshop', 'leaking');
  return { root, revoke: workshop.getByRole('button', { name: 'Revoke 1' }), state: workshop.locator('.keys__state') };
}

test('during a leak a button keeps the focus, and Enter presses it', ONCE, async ({ page }) => {
  const { revoke, state } = await leaking(page);
  await revoke.focus();
  // Meanwhile the list says four times when the key was last used.
  await page.waitForTimeout(2_000);
  await expect(revoke).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(state).toHaveText('revoked');
  await expect(revoke).toBeFocused();
  await expect(revoke).toHaveAttribute('aria-disabled', 'true');
});

test('during a leak a slow press works', ONCE, async ({ page }) => {
  const { revoke, state } = await leaking(page);
  await revoke.hover();
  await page.mouse.down();
  await page.waitForTimeout(700);
  await page.mouse.up();
  // Not that the leak stops: the provider's cap stops it too, a little later.
  await expect(state).toHaveText('revoked');
});

test('a leak is read out at most once in two seconds, and its end is not lost', ONCE, async ({ page }) => {
  const { root, revoke } = await leaking(page);
  const times = await root.getByRole('status').evaluateHandle((status) => {
    const times: number[] = [];
    new MutationObserver(() => times.push(performance.now())).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return times;
  });
  await page.waitForTimeout(5_000);
  await revoke.click();
  await expect(root.getByRole('status')).toContainText('It has stopped');
  const spoken = await times.jsonValue();
  expect(spoken.length).toBeGreaterThan(1);
  // A timer may be a little early.
  expect(spoken.slice(1).filter((time, index) => time - spoken[index] < 1_900)).toEqual([]);
});

test('the journey follows the section that is read, and only until it is used', async ({ page, journey }) => {
  await open(page);
  const scrollTo = (stage: string) =>
    page
      .locator(`h3[data-stage="${stage}"]`)
      .evaluate((heading) => window.scrollTo(0, heading.getBoundingClientRect().top + scrollY - innerHeight * 0.35));
  // Figures arrive while the reader scrolls and push the text; whoever reads on scrolls again.
  const read = (stage: string) =>
    expect(async () => {
      await scrollTo(stage);
      await expect(journey.root).toHaveAttribute('data-stage', stage, { timeout: 1_000 });
    }).toPass();
  await journey.expectAt({ outcome: 'idle' });
  await read('check-key');
  await expect(journey.root).toHaveAttribute('data-playing', 'false');
  await read('generate');
  await journey.step('send').getByRole('button').click();
  await journey.expectAt({ stage: 'send' });
  await scrollTo('bill');
  await page.waitForTimeout(300);
  await journey.expectAt({ stage: 'send' });
});

test('the journey pauses when it is out of sight', async ({ page, journey }) => {
  await open(page);
  await journey.play.click();
  await expect(journey.root).toHaveAttribute('data-playing', 'true');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(journey.root).toHaveAttribute('data-playing', 'false', { timeout: 5_000 });
  await journey.expectAt({ outcome: 'running' });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the exhibits are accessible, ${colorScheme}`, ONCE, async ({ page, journey }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await visitAll(page);
    await journey.choose('anthropic', 'no-credit');
    await journey.skipToEnd();
    await page.locator('#receipts select[name=variation]').selectOption('cache-hit');
    await page.locator('#workshop').getByRole('button', { name: 'Leak the key' }).click();
    await page.locator('#workshop').getByRole('button', { name: 'Revoke 1' }).click();
    await page.locator('#bucket').getByRole('button', { name: 'Send a request' }).click();
    await expectNoViolations(page, '.figure');
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the exhibits show a real result', ONCE, async ({ page }) => {
    await page.goto('');
    await expect(messages(page).request).toContainText('POST /v1/responses');
    await expect(messages(page).answer).toContainText('"usage"');
    await expect(page.locator('#answers tbody tr')).toHaveCount(13);
    await expect(page.locator('#receipts tfoot')).toContainText('$');
    await expect(page.locator('#bucket pre')).toContainText('x-ratelimit-remaining-tokens');
    await expect(page.locator('#workshop .keys__item')).toHaveCount(1);
  });
});
