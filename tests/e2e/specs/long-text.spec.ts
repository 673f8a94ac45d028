// A text too long for a text box is kept as it is: counted whole, scrolled, searched, replaced, cut down.
import type { BrowserContext, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { filled, words } from '../support/content';
import { slowDown } from '../support/engine';
import { hold } from '../support/hold';
import type { Lab } from '../support/lab';
import { expectToFit } from '../support/layout';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { prose } from '../support/texts';
import { idsOf } from '../support/witness';

const SLOW = { timeout: 60_000 };

/** Ends in a line end, after which every piece begins anew, so that counts of units add up. */
const UNIT = `${prose(100_000).trimEnd()}\n`;
const UNIT_TOKENS = idsOf(UNIT, 'o200k_base').length;
/** A little over what the box takes. */
const TIMES = 3;
const SHOUTED = 'a token';
const SHOUTS = UNIT.split(SHOUTED).length - 1;

async function expectLong(lab: Lab, tokens: number): Promise<void> {
  await expect(lab.root).toHaveAttribute('data-token-count', String(tokens), SLOW);
  await expect(lab.root).toHaveAttribute('data-state', 'ready');
  await expect(lab.long).toBeVisible();
  await expect(lab.text).toBeHidden();
  await expect(lab.text).toHaveValue('');
}

/** Opens the page with a long text of so many units in it. */
async function openLong(page: Page, context: BrowserContext, lab: Lab, times = TIMES): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste(UNIT, times);
  await expectLong(lab, times * UNIT_TOKENS);
}

function place(index: number, count: number): RegExp {
  return filled(words.long.found, { index: index.toLocaleString('en'), count: count.toLocaleString('en') });
}

async function bringBack(lab: Lab): Promise<void> {
  await expect(lab.notice(words.notice.long_replaced)).toBeVisible();
  await lab.noticeButton(words.notice.bring_back).click();
}

test('ten megabytes are counted exactly and can be read to the end', ONCE, async ({ page, context, lab }) => {
  test.slow();
  const times = 100;
  await openLong(page, context, lab, times);
  await expect(lab.long).toContainText(/10(\.\d+)? MB/);
  await expect(lab.long).toContainText(UNIT.slice(0, 40));
  const bytes = Buffer.byteLength(UNIT) * times;
  await expect(lab.number(words.lab.bytes)).toHaveText(bytes.toLocaleString('en'));
  await lab.list.press('Home');
  await lab.list.press('End');
  await lab.expectInBox(lab.root.locator(`[data-end="${bytes}"]`));
  await expect(lab.detail).toContainText((times * UNIT_TOKENS).toLocaleString('en'));
  expect((await lab.drawn()).length, 'only a bounded part is drawn').toBeLessThan(5_000);
  await lab.list.press('Home');
  await lab.expectInBox(lab.root.locator('[data-start="0"]'));
});

test('of two keys before one frame only the later one counts', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  const press = (keys: string[]) =>
    lab.list.evaluate(
      (list, keys) =>
        new Promise<void>((done) => {
          requestAnimationFrame(async () => {
            for (const key of keys) {
              list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              // The page hears of the key in later microtasks, all before the next frame.
              for (let turn = 0; turn < 100; turn += 1) await undefined;
            }
            done();
          });
        }),
      keys,
    );
  const last = lab.root.locator(`[data-end="${Buffer.byteLength(UNIT) * TIMES}"]`);
  await press(['Home', 'End']);
  await lab.expectInBox(last);
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await press(['ArrowLeft', 'Home']);
  await lab.expectInBox(lab.root.locator('[data-start="0"]'));
  await expect(lab.root.locator('[aria-selected=true]')).toHaveCount(1);
});

test('words are found, one after the other, and around the ends', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  const count = SHOUTS * TIMES;
  await lab.find.fill(SHOUTED);
  await expect(lab.told).toHaveText(place(1, count));
  const expectShown = async (index: number) => {
    await expect(lab.told).toHaveText(place(index + 1, count));
    const text = UNIT.repeat(TIMES);
    let at = -1;
    for (let found = 0; found <= index; found += 1) at = text.indexOf(SHOUTED, at + 1);
    const start = Buffer.byteLength(text.slice(0, at));
    const chosen = lab.root.locator('[aria-selected=true]');
    await lab.expectInBox(chosen);
    const [from, to] = await chosen.evaluate((chip: HTMLElement) => [chip.dataset.start, chip.dataset.end].map(Number));
    expect(from).toBeLessThanOrEqual(start);
    expect(to).toBeGreaterThan(start);
  };
  await expectShown(0);
  await lab.button(words.long.next).click();
  await expectShown(1);
  await lab.button(words.long.before).click();
  await expectShown(0);
  await lab.button(words.long.before).click();
  await expectShown(count - 1);
  await lab.button(words.long.next).click();
  await expectShown(0);
  await lab.find.fill('nowhere to be found');
  await expect(lab.told).toHaveText(words.long.none);
  await expect(lab.button(words.long.next)).toHaveAttribute('aria-disabled', 'true');
  await lab.find.fill('');
  await expect(lab.told).toHaveText('');
});

test('words are found while they are typed, letter by letter', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  // From the third letter on, every letter finds the same places.
  await lab.find.pressSequentially('nobody', { delay: 100 });
  await expect(lab.told).toHaveText(place(1, (UNIT.split('nobody').length - 1) * TIMES));
});

test('all places are replaced, and the old text can be brought back', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await lab.find.fill(SHOUTED);
  await expect(lab.told).toHaveText(place(1, SHOUTS * TIMES));
  await lab.replacement.fill('ein Wörtchen');
  await lab.button(words.long.replace_all).click();
  const other = UNIT.replaceAll(SHOUTED, 'ein Wörtchen');
  await expectLong(lab, TIMES * idsOf(other, 'o200k_base').length);
  await bringBack(lab);
  await expectLong(lab, TIMES * UNIT_TOKENS);
  await lab.expectNoNotice();
});

test('after the old text was brought back the search speaks of it', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await lab.find.fill(SHOUTED);
  await expect(lab.told).toHaveText(place(1, SHOUTS * TIMES));
  await lab.replacement.fill('ein Wörtchen');
  await lab.button(words.long.replace_all).click();
  await bringBack(lab);
  await expectLong(lab, TIMES * UNIT_TOKENS);
  await expect(lab.told).not.toHaveText(words.long.none);
});

test('the passage on screen can be edited, and the whole brought back', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await lab.list.press('Home');
  await lab.list.press('End');
  await lab.expectInBox(lab.root.locator(`[data-end="${Buffer.byteLength(UNIT) * TIMES}"]`));
  await lab.button(words.long.edit).click();
  await expect(lab.text).toBeVisible();
  await expect(lab.long).toBeHidden();
  const passage = await lab.text.inputValue();
  expect(passage.length).toBeGreaterThan(100);
  expect(UNIT.endsWith(passage)).toBe(true);
  await expect(lab.root).toHaveAttribute('data-token-count', String(idsOf(passage, 'o200k_base').length));
  await bringBack(lab);
  await expectLong(lab, TIMES * UNIT_TOKENS);
});

test('a cleared text can be brought back', async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await expectToFit(page);
  await lab.button(words.lab.clear).click();
  await expect(lab.text).toBeVisible();
  await lab.expectCount(0, 'o200k_base');
  await bringBack(lab);
  await expectLong(lab, TIMES * UNIT_TOKENS);
});

test('a paste into a text goes where the cursor is', ONCE, async ({ page, context, lab }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.evaluate(([unit, times]) => navigator.clipboard.writeText(unit.repeat(times)), [UNIT, TIMES] as const);
  await lab.insert('before\nafter');
  await lab.text.press('ArrowUp');
  await lab.text.press('End');
  await page.keyboard.press('ControlOrMeta+V');
  await expectLong(lab, idsOf(`before${UNIT.repeat(TIMES)}\nafter`, 'o200k_base').length);
});

test('a long text is counted in every encoding and with special tokens', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await expect(lab.special).toBeVisible();
  await lab.encoding.selectOption('r50k_base');
  await expect(lab.root).toHaveAttribute('data-encoding', 'r50k_base');
  await expectLong(lab, idsOf(UNIT.repeat(TIMES), 'r50k_base').length);
});

test('counting can be stopped and started again', ONCE, async ({ page, context, lab }) => {
  test.slow();
  await slowDown(context, 300);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste(UNIT, 30);
  await expect(lab.notice(filled(words.lab.counting))).toBeVisible(SLOW);
  await expect(lab.root).toHaveAttribute('data-state', 'busy');
  await expect(lab.root).not.toHaveAttribute('data-token-count');
  await lab.noticeButton(words.lab.cancel).click();
  await expect(lab.root).toHaveAttribute('data-state', 'error');
  await expect(lab.notice(words.notice.cancelled)).toBeVisible();
  await expect(lab.root).not.toHaveAttribute('data-token-count');
  await expect(lab.long, 'the text is kept').toBeVisible();
  await lab.noticeButton(words.notice.retry).click();
  await expectLong(lab, 30 * UNIT_TOKENS);
  await lab.expectNoNotice();
});

test('waiting for the vocabulary can be stopped as well', ONCE, async ({ page, context, lab }) => {
  const release = await hold(page, '**/vocab/*');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste(UNIT, TIMES);
  await lab.noticeButton(words.lab.cancel).click();
  await expect(lab.notice(words.notice.cancelled)).toBeVisible();
  release();
  await lab.noticeButton(words.notice.retry).click();
  await expectLong(lab, TIMES * UNIT_TOKENS);
});

test('the next keystroke takes the place of a running count', ONCE, async ({ page, context, lab }) => {
  await slowDown(context, 300);
  await open(page);
  const text = UNIT.repeat(2);
  await lab.set(text);
  await expect(lab.root).toHaveAttribute('data-state', 'busy');
  const seen = await lab.root.evaluateHandle((root) => {
    const counts: (string | null)[] = [];
    new MutationObserver(() => counts.push(root.getAttribute('data-token-count'))).observe(root, {
      attributeFilter: ['data-token-count'],
    });
    return counts;
  });
  await lab.text.press('ControlOrMeta+End');
  await page.keyboard.type('xyz');
  const count = idsOf(`${text}xyz`, 'o200k_base').length;
  await expect(lab.root).toHaveAttribute('data-token-count', String(count), SLOW);
  expect(await seen.jsonValue(), 'no other count was shown').toEqual([String(count)]);
});

test('without a worker a megabyte is counted in slices, and the page answers meanwhile', ONCE, async ({
  page,
  context,
  lab,
  journey,
}) => {
  test.slow();
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('refused', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await slowDown(context, 200);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste(UNIT, 10);
  await expect(lab.notice(filled(words.lab.counting))).toBeVisible(SLOW);
  await journey.slider.press('Home');
  await journey.next.click();
  await journey.expectAt({ stage: 'create-key' });
  await expect(lab.root).toHaveAttribute('data-state', 'busy');
  await expectLong(lab, 10 * UNIT_TOKENS);
});

test('a dropped file is counted as it is, line ends included', ONCE, async ({ page, lab }) => {
  const text = UNIT.repeat(TIMES).replaceAll('\n', '\r\n');
  await open(page);
  await lab.dropFile(text);
  await expectLong(lab, idsOf(text, 'o200k_base').length);
  await expect(lab.number(words.lab.bytes)).toHaveText(Buffer.byteLength(text).toLocaleString('en'));
});

test('a short file that is dropped is put into the box, without its byte order mark', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.dropFile('\ufeffkurz und gut: é');
  await expect(lab.text).toHaveValue('kurz und gut: é');
  await lab.expectTokens('kurz und gut: é', 'o200k_base');
});

test('a file that is not text is refused, and the text is kept', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.insert('kept');
  await lab.dropFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]));
  await expect(lab.notice(words.notice.not_text)).toBeVisible();
  await expect(lab.text).toHaveValue('kept');
  await lab.expectTokens('kept', 'o200k_base');
});

test('a long text is found, searched and left by the keyboard alone', ONCE, async ({ page, context, lab }) => {
  await openLong(page, context, lab);
  await page.keyboard.press('Tab');
  await expect(lab.find, 'the text box is gone, and the focus goes on from its place').toBeFocused();
  await page.keyboard.type(SHOUTED);
  await expect(lab.button(words.long.next)).toHaveAttribute('aria-disabled', 'false');
  for (const next of [words.long.before, words.long.next]) {
    await page.keyboard.press('Tab');
    await expect(lab.button(next)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(lab.told).toHaveText(place(2, SHOUTS * TIMES));
  await page.keyboard.press('Tab');
  await expect(lab.replacement).toBeFocused();
  for (const next of [words.long.replace_all, words.long.edit]) {
    await page.keyboard.press('Tab');
    await expect(lab.button(next)).toBeFocused();
  }
  await page.keyboard.press('Space');
  await expect(lab.text).toBeVisible();
});

test('axe finds nothing while a long text is counted and when it is on screen', ONCE, async ({
  page,
  context,
  lab,
}) => {
  test.slow();
  const release = await hold(page, '**/vocab/*');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste(UNIT, TIMES);
  await expect(lab.noticeButton(words.lab.cancel)).toBeVisible();
  await expectNoViolations(page);
  release();
  await expectLong(lab, TIMES * UNIT_TOKENS);
  await lab.find.fill(SHOUTED);
  await expect(lab.told).toHaveText(place(1, SHOUTS * TIMES));
  await expectNoViolations(page);
});
