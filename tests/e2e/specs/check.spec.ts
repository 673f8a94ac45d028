// tiktoken-rs itself can be asked about the reader's own text, and only when the reader asks.
import type { Page } from '@playwright/test';
import { filled, words } from '../support/content';
import { hold } from '../support/hold';
import { open, saveData } from '../support/open';
import { JUDGE, Requests } from '../support/requests';
import { expect, ONCE, test } from '../support/test';
import { idsOf } from '../support/witness';

const TEXT = 'Zwölf Boxkämpfer zählen 人工知能 und <|endoftext|> 👩🏽‍🚀';
const SLOW = { timeout: 60_000 };

/** What the page says when tiktoken-rs finds so many tokens as well. */
function same(count: number): RegExp {
  return filled(words.lab.check_same, { count: count.toLocaleString('en') });
}

/** Lets the page's worker break. */
async function kill(page: Page): Promise<void> {
  const [worker] = page.workers();
  const closed = worker.waitForEvent('close');
  await worker.evaluate(() => void setTimeout(() => { throw new Error('the worker died'); }));
  await closed;
}

test('tiktoken-rs agrees on the example, and is fetched only when it is asked', async ({ page, context, lab }) => {
  const requests = new Requests(context);
  await open(page);
  const example = await lab.text.inputValue();
  await page.waitForLoadState('networkidle');
  expect(requests.matching(JUDGE)).toEqual([]);
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(example, 'o200k_base').length), SLOW);
  expect(requests.matching(JUDGE)).toHaveLength(2);
});

test('tiktoken-rs agrees on own text, in another encoding and with special tokens', ONCE, async ({
  page,
  context,
  lab,
}) => {
  const requests = new Requests(context);
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  expect(requests.matching(JUDGE)).toEqual([]);
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);

  await lab.encoding.selectOption('cl100k_base');
  await lab.special.check();
  await lab.expectTokens(TEXT, 'cl100k_base', 'as-special');
  await expect(lab.verdict, 'a verdict is about one result').toHaveText('');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'cl100k_base', 'as-special').length), SLOW);
  expect(requests.matching(JUDGE), 'fetched once').toHaveLength(2);
});

for (const [name, text] of Object.entries({ 'the example': undefined, 'own text': TEXT })) {
  test(`while tiktoken-rs is on its way to ${name} the page says so`, ONCE, async ({ page, context, lab }) => {
    const requests = new Requests(context);
    const release = await hold(page, '**/assets/judge-*.wasm');
    await open(page);
    if (text) {
      await lab.insert(text);
      await lab.expectTokens(text, 'o200k_base');
    }
    await lab.button(words.lab.check).click();
    await expect.poll(() => requests.matching(JUDGE).length, SLOW).toBe(2);
    await expect(lab.root).toHaveAttribute('data-state', 'ready');
    await expect(lab.verdict).toHaveText(words.lab.checking);
    await expect(lab.button(words.lab.check)).toHaveAttribute('aria-disabled', 'true');
    release();
    await expect(lab.verdict).toHaveText(same(idsOf(text ?? (await lab.text.inputValue()), 'o200k_base').length), SLOW);
  });
}

test('a megabyte of spaces makes tiktoken-rs give up; the count stands and the page goes on', ONCE, async ({
  page,
  complaints,
  lab,
}) => {
  test.setTimeout(180_000);
  complaints.allow(/unreachable|panicked|stack size/i);
  await open(page);
  await lab.set(' '.repeat(1_000_000));
  await expect(lab.root).toHaveAttribute('data-token-count', '7813', { timeout: 90_000 });
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(words.lab.check_crashed, SLOW);
  await expect(lab.root).toHaveAttribute('data-token-count', '7813');
  await expect(lab.root).toHaveAttribute('data-state', 'ready');

  await lab.button(words.lab.clear).click();
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict, 'a fresh copy answers').toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);
});

test('without a worker, too, tiktoken-rs answers', ONCE, async ({ page, lab }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);
});

test('tiktoken-rs that cannot be fetched leaves the count, and can be asked again', ONCE, async ({
  page,
  complaints,
  lab,
}) => {
  complaints.allow(/Failed to load resource/);
  await page.route('**/assets/judge-*.wasm', (route) => route.abort('internetdisconnected'), { times: 1 });
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(words.lab.check_download, SLOW);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);
});

test('a worker that dies idle is missed by nobody, and another one checks', ONCE, async ({ page, complaints, lab }) => {
  complaints.allow(/died/);
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await kill(page);
  await lab.expectNoNotice();
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);
});

test('a worker that dies while it checks says so, and another one checks', ONCE, async ({
  page,
  context,
  complaints,
  lab,
}) => {
  complaints.allow(/died/);
  const requests = new Requests(context);
  const release = await hold(page, '**/assets/judge-*.wasm');
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect.poll(() => requests.matching(JUDGE).length, SLOW).toBe(2);
  await kill(page);
  await expect(lab.notice(words.notice.crashed)).toBeVisible();
  await expect(lab.verdict).toHaveText('');
  release();
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(TEXT, 'o200k_base').length), SLOW);
  await lab.expectNoNotice();
});

test('after a vocabulary that could not be fetched the check can be asked again', ONCE, async ({
  page,
  complaints,
  lab,
}) => {
  complaints.allow(/Failed to load resource/);
  await saveData(page.context());
  await page.route('**/vocab/*', (route) => route.abort('internetdisconnected'));
  await open(page);
  const example = await lab.text.inputValue();
  await lab.button(words.lab.check).click();
  await expect(lab.notice(words.notice.download)).toBeVisible();
  await page.unroute('**/vocab/*');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toHaveText(same(idsOf(example, 'o200k_base').length), SLOW);
});

test('there is nothing to check where there is no text', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.button(words.lab.clear).click();
  await expect(lab.button(words.lab.check)).toHaveAttribute('aria-disabled', 'true');
});
