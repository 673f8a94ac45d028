// What crosses between page and tokenizer has the form that ARCHITECTURE.md describes, at both ends.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { words } from '../support/content';
import { slowDown } from '../support/engine';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { idsOf } from '../support/witness';

/** A message; a typed array stands as its type and length. */
type Message = [kind: string, ...parts: unknown[]];

const TEXT = 'Zwölf\0 👩🏽‍🚀';
/** Longer than the text box takes. */
const LONG = 'a key and a token\n'.repeat(20_000);
const KEYS = LONG.split('key').length - 1;

/** How many parts each message has, by what it is called. */
function documented(): Map<string, number> {
  const text = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const messages = text.split('\n').filter((line) => line.startsWith('| `["')).join('\n').matchAll(/`\["(\w+)"([^\]]*)\]`/g);
  return new Map([...messages].map(([, kind, parts]) => [kind, parts.split(',').length]));
}

/** Keeps a note of everything that crosses, and whether the bytes of a job were handed over. */
async function record(page: Page): Promise<() => Promise<Message[]>> {
  await page.addInitScript(() => {
    const crossed: unknown[] = [];
    const note = (message: unknown[]) =>
      crossed.push(message.map((part) => (ArrayBuffer.isView(part) ? `${part.constructor.name} ${part.byteLength}` : part)));
    window.Worker = class extends Worker {
      constructor(url: string, options: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => note(data));
      }
      override postMessage(message: unknown[], transfer?: unknown): void {
        note(message);
        super.postMessage(message, transfer as Transferable[]);
        const kept = message.filter((part) => ArrayBuffer.isView(part)).some((view) => view.buffer.byteLength > 0);
        if (kept) crossed.push(['copied']);
      }
    };
    Object.assign(window, { crossed });
  });
  return () => page.evaluate(() => (window as unknown as { crossed: Message[] }).crossed);
}

test('jobs and replies have the documented forms', ONCE, async ({ page, context, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  await slowDown(context, 20);
  const crossed = await record(page);
  // The tokenizer is opened ahead; its vocabulary stays away until a job waits for it.
  let letGo!: () => void;
  const isAwaited = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/vocab/o200k*', (route) => isAwaited.then(() => route.continue()));
  await open(page, '#text=hello');
  await expect.poll(async () => (await crossed()).some(([kind]) => kind === 'count')).toBe(true);
  letGo();
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.button(words.lab.check).click();
  await expect(lab.verdict).not.toHaveText(words.lab.checking);
  await lab.set(LONG);
  await expect(lab.root).toHaveAttribute('data-token-count', String(idsOf(LONG, 'o200k_base').length));
  await lab.find.fill('key');
  await expect(lab.told).toContainText(KEYS.toLocaleString('en'));
  await lab.replacement.fill('lock');
  await lab.button(words.long.replace_all).click();
  const other = LONG.replaceAll('key', 'lock');
  await expect(lab.root).toHaveAttribute('data-token-count', String(idsOf(other, 'o200k_base').length));
  await page.route('**/vocab/cl100k*', (route) => route.abort());
  await lab.encoding.selectOption('cl100k_base');
  await expect(lab.notice(words.notice.download)).toBeVisible();
  await lab.button(words.lab.clear).click();
  await lab.expectCount(0, 'cl100k_base');

  const messages = await crossed();
  const forms = documented();
  expect(new Set(messages.map(([kind]) => kind)), 'every message and no other').toEqual(new Set(forms.keys()));
  for (const message of messages) expect(message, String(message[0])).toHaveLength(forms.get(message[0])!);

  const numbers = (count: number) => `Uint32Array ${4 * count}`;
  const bytes = (text: string) => `Uint8Array ${Buffer.byteLength(text)}`;
  const tokens = idsOf(TEXT, 'o200k_base').length;
  const binary = [expect.stringMatching(/^assets\/.*\.js$/), expect.stringMatching(/^assets\/.*\.wasm$/)];
  const part = [expect.stringMatching(/^vocab\/.*\.bin$/), expect.any(Number)];
  const vocabularies = ['o200k_base', 'cl100k_base', 'p50k_base'].map((name) => [name, part, part]);
  const address = (path: RegExp) => expect.stringMatching(new RegExp(`^http://.*/${path.source}$`));
  const addresses = [/assets\/.*\.js/, /assets\/.*\.wasm/, /vocab\/.*\.bin/].map(address);
  expect(messages[0]).toEqual(['ahead', ...addresses, 'o200k_base']);
  expect(messages[1]).toEqual(['files', binary, binary, vocabularies]);
  expect(messages).toContainEqual(['count', expect.any(Number), 0, 'o200k_base', false, bytes(TEXT), 'o200k_base']);
  const counts = [8, 1, Buffer.byteLength(TEXT)];
  expect(messages).toContainEqual(['done', expect.any(Number), numbers(tokens), numbers(tokens), ...counts]);
  expect(messages).toContainEqual(['found', expect.any(Number), numbers(KEYS)]);
  expect(messages).toContainEqual(['replaced', expect.any(Number), bytes(other)]);
  expect(messages).toContainEqual(['checked', expect.any(Number), 'same']);
  expect(messages).toContainEqual(['failed', expect.any(Number), 'download']);
});
