// The token lab counts exactly what tiktoken counts, and shows it without changing the text.
import { SITE } from '../support/addresses';
import { words } from '../support/content';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { ENCODINGS, idsOf, tokensOf } from '../support/witness';

const QUESTION = 'Is an AI token the same as an API key?';

test('text box and encoding can be found by their names', ONCE, async ({ page, lab }) => {
  await open(page);
  // Not exact, as most tests of other people would look for it: there is one such label only.
  await expect(lab.root.getByLabel('Your text')).toHaveAttribute('id', 'token-lab-text');
  await expect(lab.root.getByLabel('Encoding')).toHaveAttribute('name', 'encoding');
});

test('before anything is typed the example is shown, really counted, and no tokenizer runs', async ({ page, lab }) => {
  await open(page);
  const example = await lab.text.inputValue();

  await expect(lab.root).toHaveAttribute('data-state', 'static');
  expect(await lab.drawn()).toEqual(tokensOf(example, 'o200k_base'));
  await expect(lab.root).toHaveAttribute('data-token-count', String(idsOf(example, 'o200k_base').length));
  await page.waitForLoadState('networkidle');
  await expect(lab.root).toHaveAttribute('data-state', 'static');
  expect(page.workers()).toEqual([]);
});

for (const encoding of ENCODINGS) {
  test(`a typed question is cut as tiktoken cuts it in ${encoding}`, async ({ page, lab }) => {
    await open(page);
    await lab.encoding.selectOption(encoding);
    await lab.type(QUESTION);
    await lab.expectTokens(QUESTION, encoding);
  });
}

const TEXTS = {
  'several languages':
    'Zwölf Boxkämpfer jagen Viktor · Съешь ещё этих булок · 人工知能のトークン · 한국어도 됩니다 · हिन्दी में टोकन',
  'emoji joined into one': 'A family 👨‍👩‍👧‍👦, an astronaut 👩🏽‍🚀, a flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and a heart ❤️‍🔥.',
  'right-to-left text': 'שלום עולם, מה זה אסימון? مرحبا بالعالم، ما هو الرمز؟',
  'combining marks': `e\u0301 and Z${'\u0351\u0308\u0323'.repeat(20)}algo, ก็ดี`,
  'white space of all kinds': '  two\tand\n\n\nthree\u00a0four\u3000five \u200b\u2060 \u2028 six  ',
  'the names of special tokens': '<|endoftext|> is text here, and so is <|im_start|>.',
  code: 'fn main() {\n    println!("{:>8.3}", 1_000_000.5_f64);\n}\n',
};

for (const encoding of ENCODINGS) {
  test(`ids, places and text of every script are exact in ${encoding}`, ONCE, async ({ page, lab }) => {
    await open(page);
    await lab.encoding.selectOption(encoding);
    for (const [name, text] of Object.entries(TEXTS)) {
      await test.step(name, async () => {
        await lab.insert(text);
        await lab.expectTokens(text, encoding);
      });
    }
  });
}

test('NUL and other control characters are counted and kept', ONCE, async ({ page, lab }) => {
  const text = 'a\u0000b\u0001\u001b[0m\u007f\u0085 end';
  await open(page);
  await lab.set(text);
  await lab.expectTokens(text, 'o200k_base');
});

test('pasted Windows line ends are counted as the line ends the box shows', ONCE, async ({ page, context, lab }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.paste('one\r\ntwo\r\n\r\nthree');
  await lab.expectTokens('one\ntwo\n\nthree', 'o200k_base');
});

test('characters, words and bytes stand beside the tokens', ONCE, async ({ page, lab }) => {
  const text = 'Don’t panic: the café’s 3 astronauts 👩🏽‍🚀 are naïve.';
  const count = (granularity: 'grapheme' | 'word') => [...new Intl.Segmenter('en', { granularity }).segment(text)];
  await open(page);
  await lab.insert(text);
  await lab.expectTokens(text, 'o200k_base');
  await expect(lab.number(words.lab.characters)).toHaveText(String(count('grapheme').length));
  await expect(lab.number(words.lab.words)).toHaveText(String(count('word').filter((part) => part.isWordLike).length));
  await expect(lab.number(words.lab.bytes)).toHaveText(String(Buffer.byteLength(text)));
});

test('the last of many quick changes wins', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.text.click();
  for (let round = 0; round < 40; round += 1) {
    await lab.set(`round ${round} `.repeat(round));
  }
  await lab.encoding.selectOption('cl100k_base');
  await lab.expectTokens('round 39 '.repeat(39), 'cl100k_base');
});

test('while a new text is being counted no count claims to be its own', ONCE, async ({ page, lab }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/vocab/*', async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await lab.insert(QUESTION);
  await expect(lab.root).toHaveAttribute('data-state', /loading|busy/);
  await expect(lab.root).not.toHaveAttribute('data-token-count');
  release();
  await lab.expectTokens(QUESTION, 'o200k_base');
});

test('what is typed before the app arrives is kept and counted', async ({ page, lab }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/app-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(SITE);
  await lab.type(QUESTION);
  release();
  await lab.expectTokens(QUESTION, 'o200k_base');
  await expect(lab.text).toHaveValue(QUESTION);
});

test('an empty text has no tokens and says so; the example can be brought back', async ({ page, lab }) => {
  await open(page);
  const example = await lab.text.inputValue();
  await lab.button(words.lab.clear).click();
  await expect(lab.text).toHaveValue('');
  await lab.expectCount(0, 'o200k_base');
  await expect(lab.root.getByText(words.lab.empty)).toBeVisible();
  await expect(lab.chips).toHaveCount(0);
  await lab.button(words.lab.back_to_sample).click();
  await expect(lab.text).toHaveValue(example);
  await lab.expectTokens(example, 'o200k_base');
});

test('copied chips give the text as it was typed', ONCE, async ({ page, context, lab }) => {
  const text = 'two words\tand\n\na tab, 👩🏽‍🚀 too';
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.insert(text);
  await lab.expectTokens(text, 'o200k_base');
  await lab.list.evaluate((list) => {
    const chips = list.querySelectorAll('[data-token-id]');
    getSelection()!.setBaseAndExtent(chips[0], 0, chips[chips.length - 1], 1);
  });
  await page.keyboard.press('ControlOrMeta+C');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('a chip that is clicked tells its place, id and bytes', async ({ page, lab }) => {
  await open(page);
  await lab.insert('tokenization');
  await lab.expectTokens('tokenization', 'o200k_base');
  const [first] = idsOf('tokenization', 'o200k_base');
  await lab.chips.first().click();
  await expect(lab.detail).toContainText(String(first));
  await expect(lab.chips.first()).toHaveAttribute('aria-selected', 'true');
});

test('after an edit the chips are those of a fresh start, and most of them have stayed', ONCE, async ({ page, lab }) => {
  await open(page);
  const words = Array.from({ length: 500 }, (_, index) => ['Is ', 'an ', 'AI ', '👩🏽‍🚀 ', 'key? ', '\n', '  '][(index * index) % 7]);
  const text = words.join('');
  const middle = [...text].length / 2;
  const half = [...text].slice(0, middle).join('');
  const edits = [
    `How ${text}`,
    `${half}tokens${text.slice(half.length)}`,
    `${half}${text.slice(half.length + 9)}`,
    text.replace('👩🏽‍🚀', '👩🏽'),
    `${text}!`,
    text.slice(40),
    'short',
  ];
  const count = (edited: string) => tokensOf(edited, 'o200k_base').length;
  const draw = async (edited: string) => {
    await lab.set(edited);
    await lab.expectCount(count(edited), 'o200k_base');
    return lab.list.innerHTML();
  };
  for (const edited of edits) {
    await draw(text);
    const kept = await lab.list.evaluateHandle((list) => [...list.querySelectorAll('.chip')]);
    const patched = await draw(edited);
    const stayed = await kept.evaluate((chips) => chips.filter((chip) => chip.isConnected).length / chips.length);
    if (edited.length > 100) expect(stayed, edited.slice(0, 20)).toBeGreaterThan(0.8);
    await lab.set('');
    await lab.expectCount(0, 'o200k_base');
    expect(await draw(edited)).toBe(patched);
  }
});
