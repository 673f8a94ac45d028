// Vocabularies come in two parts; a damaged part is fetched again once and never used.
import type { Page } from '@playwright/test';
import { words } from '../support/content';
import { spoilFirst } from '../support/faults';
import { hold } from '../support/hold';
import { open, saveData } from '../support/open';
import { Requests } from '../support/requests';
import { expect, ONCE, test } from '../support/test';

const ASCII = 'plain old ASCII text, 1234 times';
const OTHER = 'not plain: 人工知能 é 👩🏽‍🚀';
const FIRST_PART = /vocab\/o200k_base\.ascii-/;
const LATER_PART = /vocab\/o200k_base\.rest-/;

const DAMAGES: Record<string, (bytes: Buffer) => Buffer> = {
  'with one flipped bit in the middle': (bytes) => flipped(bytes, bytes.length >> 1),
  'with one flipped bit near its end': (bytes) => flipped(bytes, bytes.length - 100),
  'that ends early': (bytes) => bytes.subarray(0, bytes.length >> 1),
};

function flipped(bytes: Buffer, place: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[place] ^= 0x10;
  return damaged;
}

/** Delivers a part damaged, the first `times` times; the answer tells how often it was delivered. */
async function damage(
  page: Page,
  part: RegExp,
  how: (bytes: Buffer) => Buffer,
  times: number,
): Promise<() => number> {
  await saveData(page.context());
  return spoilFirst(page, part, times, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: how(await response.body()) });
  });
}

for (const [name, how] of Object.entries(DAMAGES)) {
  for (const [part, text] of [
    [FIRST_PART, ASCII],
    [LATER_PART, OTHER],
  ] as const) {
    const which = part === FIRST_PART ? 'a first part' : 'a later part';
    test(`${which} ${name} is fetched again`, ONCE, async ({ page, lab }) => {
      const deliveries = await damage(page, part, how, 1);
      await open(page);
      await lab.insert(text);
      await lab.expectTokens(text, 'o200k_base');
      await lab.expectNoNotice();
      expect(deliveries()).toBe(2);
    });
  }

  test(`a vocabulary ${name} twice is an error that says so, and a third try is good`, ONCE, async ({ page, lab }) => {
    await damage(page, FIRST_PART, how, 2);
    await open(page);
    await lab.insert(ASCII);
    await expect(lab.root).toHaveAttribute('data-state', 'error');
    await expect(lab.notice(words.notice.damaged)).toBeVisible();
    await expect(lab.root).not.toHaveAttribute('data-token-count');
    await expect(lab.text).toHaveValue(ASCII);
    await lab.noticeButton(words.notice.retry).click();
    await lab.expectTokens(ASCII, 'o200k_base');
  });
}

test('ASCII text is counted before the rest of the vocabulary arrives', async ({ page, lab }) => {
  const release = await hold(page, '**/vocab/*.rest-*');
  await open(page);
  await lab.insert(ASCII);
  await lab.expectTokens(ASCII, 'o200k_base');
  await lab.insert(OTHER);
  await expect(lab.root).toHaveAttribute('data-state', /loading|busy/);
  await expect(lab.root).not.toHaveAttribute('data-token-count');
  release();
  await lab.expectTokens(OTHER, 'o200k_base');
});

test('while the rest is on its way for one text, the next keystroke is counted', ONCE, async ({ page, lab }) => {
  const release = await hold(page, '**/vocab/*.rest-*');
  await open(page);
  await lab.insert(OTHER);
  await expect(lab.root).toHaveAttribute('data-state', /loading|busy/);
  await lab.insert(ASCII);
  release();
  await lab.expectTokens(ASCII, 'o200k_base');
});

test('encodings of one vocabulary share its files', ONCE, async ({ page, context, lab }) => {
  const requests = new Requests(context);
  await open(page);
  await lab.insert(OTHER);
  for (const encoding of ['o200k_base', 'o200k_harmony', 'p50k_base', 'p50k_edit', 'r50k_base'] as const) {
    await lab.encoding.selectOption(encoding);
    await lab.expectTokens(OTHER, encoding);
  }
  // A table of another encoding may read its file again, from the cache.
  const files = new Set(requests.matching(/\/vocab\//).map((url) => /vocab\/([\w.]+)-/.exec(url)![1]));
  expect([...files].sort()).toEqual(['o200k_base.ascii', 'o200k_base.rest', 'p50k_base.ascii', 'p50k_base.rest']);
});
