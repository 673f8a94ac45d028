// The comparison of languages: real counts at first sight, and any sentence that is typed is counted again by the
// page's own tokenizer, in both encodings, beside the reader's request in the token lab.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { words } from '../support/content';
import { crashOnce } from '../support/engine';
import { visit } from '../support/exhibits';
import { hold } from '../support/hold';
import { open, saveData } from '../support/open';
import { Requests, TOKENIZER } from '../support/requests';
import { expect, ONCE, test } from '../support/test';
import { idsOf, tokensOf } from '../support/witness';

const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
const LANGUAGES = ['en', 'zh', 'es', 'de', 'fr', 'ru', 'ar', 'vi', 'ko', 'hi', 'th', 'ja'];
const MIXED = 'Zwölf Boxkämpfer, 人工知能, हिन्दी and <|endoftext|> 👩🏽‍🚀';

function sentence(name: 'udhr-1' | 'everyday', language: string): string {
  return readFileSync(new URL(`../../../content/texts/${name}.${language}.txt`, import.meta.url), 'utf8').trimEnd();
}

class Languages {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('#languages-root .sentences');
  }

  row(language: string): Locator {
    return this.root.locator(`[data-language="${language}"]`);
  }

  async unfold(language: string): Promise<Locator> {
    const row = this.row(language);
    if ((await row.locator('details').getAttribute('open')) === null) await row.locator('summary').click();
    return row;
  }

  menu(name: string): Locator {
    return this.root.locator(`select[name=${name}]`);
  }

  /** Waits until everything is counted, and compares one row with the witness in both encodings. */
  async expectCounted(language: string, text: string, encoding: (typeof ENCODINGS)[number] = 'o200k_base'): Promise<void> {
    await expect(this.root).toHaveAttribute('data-languages', 'counted');
    const row = this.row(language);
    await expect(row.locator('.sentences__value')).toHaveText(tokens(idsOf(text, encoding).length));
    for (const other of ENCODINGS) {
      await expect(row.locator('.sentences__counts')).toContainText(`${tokens(idsOf(text, other).length)} in ${other}`);
    }
    // The chips, each with its own stretch of the text, or several with a character that they share.
    const chips = row.locator('.sentences__chips');
    expect(await chips.textContent()).toBe(text);
    await expect(chips.locator('.chip')).toHaveCount(tokensOf(text, encoding).length);
  }
}

function tokens(count: number): string {
  return `${count} token${count === 1 ? '' : 's'}`;
}

async function start(page: Page): Promise<Languages> {
  await open(page);
  await visit(page, 'languages');
  return new Languages(page);
}

test('every cell is right, for both sentences and in both encodings, and costs no tokenizer', ONCE, async ({ page, context }) => {
  const requests = new Requests(context);
  await saveData(context);
  const figure = await start(page);
  for (const [name, text] of [['udhr-1', 'Human rights'], ['everyday', 'Everyday']] as const) {
    await figure.menu('sentence').selectOption({ value: name });
    await expect(figure.root.locator('.sentences__about')).toContainText(text === 'Everyday' ? 'everyday' : 'Article 1');
    for (const encoding of ENCODINGS) {
      await figure.menu('tokenizer').selectOption(encoding);
      for (const language of LANGUAGES) await figure.expectCounted(language, sentence(name, language), encoding);
    }
  }
  expect(requests.matching(TOKENIZER)).toEqual([]);
});

test('a sentence that is changed is counted again in both encodings, and comes back', async ({ page }) => {
  const figure = await start(page);
  const row = await figure.unfold('hi');
  const box = row.getByRole('textbox');
  await box.press('Control+End');
  await box.pressSequentially(' नमस्ते!');
  const text = `${sentence('udhr-1', 'hi')} नमस्ते!`;
  await figure.expectCounted('hi', text);
  await expect(box).toBeFocused();

  // Both encodings: choosing the other asks for nothing new.
  await figure.menu('tokenizer').selectOption('cl100k_base');
  await figure.expectCounted('hi', text, 'cl100k_base');
  // Another sentence stands there as it was, and this one is kept.
  await figure.menu('sentence').selectOption('everyday');
  await expect(box).toHaveValue(sentence('everyday', 'hi'));
  await figure.menu('sentence').selectOption('udhr-1');
  await expect(box).toHaveValue(text);

  const restore = row.getByRole('button', { name: 'Bring the sentence back' });
  await restore.click();
  await expect(box).toHaveValue(sentence('udhr-1', 'hi'));
  await figure.expectCounted('hi', sentence('udhr-1', 'hi'), 'cl100k_base');
  await expect(restore).toBeFocused();
  await expect(restore).toHaveAttribute('aria-disabled', 'true');
});

test('a sentence of the reader’s own is counted, whatever is in it', async ({ page }) => {
  const figure = await start(page);
  const box = figure.row('own').getByRole('textbox');
  await box.fill(MIXED);
  await figure.expectCounted('own', MIXED);
  await expect(figure.root.getByRole('status')).toHaveText(new RegExp(tokens(idsOf(MIXED, 'o200k_base').length)));
  await box.fill('');
  await expect(figure.row('own').locator('.sentences__value')).toHaveText('0 tokens');
});

test('the reader’s request in the token lab is not touched, and neither waits for the other', ONCE, async ({ page, lab }) => {
  const release = await hold(page, '**/vocab/cl100k_base*');
  await open(page);
  await lab.insert('One text of mine.');
  await lab.expectTokens('One text of mine.', 'o200k_base');
  await visit(page, 'languages');
  const figure = new Languages(page);
  await figure.row('own').getByRole('textbox').fill('Quite another.');
  await expect(figure.row('own').locator('.sentences__value')).toHaveText(tokens(idsOf('Quite another.', 'o200k_base').length));
  await expect(figure.root).toHaveAttribute('data-languages', 'waiting');

  // The lab does not wait for a vocabulary that it does not need.
  await lab.insert('Two texts of mine.');
  await lab.expectTokens('Two texts of mine.', 'o200k_base');
  release();
  await figure.expectCounted('own', 'Quite another.');
  await lab.expectTokens('Two texts of mine.', 'o200k_base');
});

test('the text of the lab can still be searched and checked after an exhibit had another counted', ONCE, async ({ page, lab }) => {
  const text = 'keys and tokens and bills';
  await open(page);
  await lab.insert(text);
  await lab.expectTokens(text, 'o200k_base');
  await visit(page, 'languages');
  const figure = new Languages(page);
  await figure.row('own').getByRole('textbox').fill(MIXED);
  await figure.expectCounted('own', MIXED);
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toContainText(`${idsOf(text, 'o200k_base').length}`, { timeout: 60_000 });
  await lab.expectTokens(text, 'o200k_base');
});

test('what cannot be fetched is said, keeps the sentence, and is tried again', ONCE, async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await saveData(page.context());
  await page.route('**/vocab/*', (route) => route.abort('internetdisconnected'));
  const figure = await start(page);
  const row = figure.row('own');
  await row.getByRole('textbox').fill('Is anybody there?');
  await expect(figure.root).toHaveAttribute('data-languages', 'failed');
  await expect(row.getByRole('alert')).toContainText(words.notice.download);
  await expect(row.getByRole('textbox')).toHaveValue('Is anybody there?');
  await expect(figure.row('hi').locator('.sentences__value'), 'what the build counted stands').toHaveText(tokens(54));
  await page.unroute('**/vocab/*');
  await row.getByRole('button', { name: words.notice.retry }).click();
  await figure.expectCounted('own', 'Is anybody there?');
  await expect(row.getByRole('alert')).toBeHidden();
});

test('a worker that dies is missed by nobody who does not wait, and the next sentence starts another', ONCE, async ({ page, complaints, lab }) => {
  complaints.allow(/died/);
  const figure = await start(page);
  const box = figure.row('own').getByRole('textbox');
  await box.fill('before');
  await figure.expectCounted('own', 'before');
  const [worker] = page.workers();
  const closed = worker.waitForEvent('close');
  await worker.evaluate(() => void setTimeout(() => { throw new Error('the worker died'); }));
  await closed;
  await expect(figure.root).toHaveAttribute('data-languages', 'counted');
  await lab.expectNoNotice();
  await box.fill('after it');
  await figure.expectCounted('own', 'after it');
});

test('a sentence that crashes the tokenizer takes nothing of the lab along', ONCE, async ({ page, context, lab }) => {
  const text = 'A text that is held.';
  await crashOnce(context, 1);
  await open(page);
  await lab.insert(text);
  await lab.expectTokens(text, 'o200k_base');
  await visit(page, 'languages');
  const figure = new Languages(page);
  const row = figure.row('own');
  await row.getByRole('textbox').fill(MIXED);
  await expect(row.getByRole('alert')).toContainText(words.notice.crashed);
  await lab.expectTokens(text, 'o200k_base');
  await expect(lab.root.locator('.notice:visible')).toHaveCount(0);
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).toContainText(`${idsOf(text, 'o200k_base').length}`, { timeout: 60_000 });
  await row.getByRole('button', { name: words.notice.retry }).click();
  await figure.expectCounted('own', MIXED);
});

test('rows stand in the order of what is compared, and stay while one types', ONCE, async ({ page }) => {
  const figure = await start(page);
  const order = () =>
    figure.root.locator('[data-language]:not([data-language=own])').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-language')));
  const sorted = (encoding: string) =>
    LANGUAGES.map((language) => idsOf(sentence('udhr-1', language), encoding).length).sort((a, b) => a - b);
  const counts = async (encoding: string) =>
    (await order()).map((language) => idsOf(sentence('udhr-1', language!), encoding).length);
  expect(await counts('o200k_base')).toEqual(sorted('o200k_base'));
  await figure.menu('tokenizer').focus();
  await figure.menu('tokenizer').selectOption('cl100k_base');
  expect(await counts('cl100k_base')).toEqual(sorted('cl100k_base'));
  await expect(figure.menu('tokenizer')).toBeFocused();

  const before = await order();
  const row = await figure.unfold('en');
  await row.getByRole('textbox').fill(MIXED.repeat(4));
  await figure.expectCounted('en', MIXED.repeat(4), 'cl100k_base');
  expect(await order()).toEqual(before);
  await figure.menu('measure').selectOption('word');
  expect((await order()).slice(-4)).toEqual(['zh', 'vi', 'th', 'ja']);
  await expect(figure.row('zh').locator('.sentences__value')).toHaveText('no spaces');
});

test('it works by keyboard alone', ONCE, async ({ page }) => {
  const figure = await start(page);
  const row = figure.row('zh');
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row.locator('.sentences__chips')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(row.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('你好');
  await figure.expectCounted('zh', '你好');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`it is accessible with rows unfolded, ${colorScheme}`, ONCE, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const figure = await start(page);
    for (const language of ['ar', 'hi', 'ja']) await figure.unfold(language);
    await figure.row('own').getByRole('textbox').fill(MIXED);
    await figure.expectCounted('own', MIXED);
    await expectNoViolations(page, '#languages');
  });
}

test('nothing has to be scrolled sideways, with every row unfolded', async ({ page }) => {
  const figure = await start(page);
  for (const language of LANGUAGES) await figure.unfold(language);
  await figure.row('own').getByRole('textbox').fill('W'.repeat(500));
  await figure.expectCounted('own', 'W'.repeat(500));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expect(figure.row('ar').locator('.sentences__chips')).toHaveAttribute('dir', 'rtl');
  expect(await figure.row('ar').locator('.sentences__chips').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the sentences, their tokens and the sizes can be read', ONCE, async ({ page }) => {
    await page.goto('');
    const figure = new Languages(page);
    const row = figure.row('hi');
    await expect(row.locator('.sentences__value')).toHaveText(tokens(idsOf(sentence('udhr-1', 'hi'), 'o200k_base').length));
    await row.locator('summary').click();
    await expect(row.locator('.sentences__chips')).toHaveText(sentence('udhr-1', 'hi'));
    await expect(figure.root.locator('.sentences__sizes tbody tr')).toHaveCount(4);
    await expect(figure.row('own')).toBeHidden();
  });
});
