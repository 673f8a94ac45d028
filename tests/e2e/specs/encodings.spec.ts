// All six encodings count what tiktoken counts, with special tokens read as text or as special.
import { words } from '../support/content';
import { open, untilAlive } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { ENCODINGS, type Encoding } from '../support/witness';

const MULTILINGUAL = [
  'Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich; it’s 1234567 km.',
  'Съешь ещё этих мягких французских булок · 人工知能のトークン、數一數 · 한국어도 됩니다',
  'हिन्दी में टोकन · שלום עולם · مرحبا بالعالم · ภาษาไทย · Ελληνικά · 👨‍👩‍👧‍👦🏽',
  '\tfn main() {\n        println!("{:>8.3}", 1_000_000.5);   \n\n}',
].join('\n');

/** A text with special tokens of every encoding, and names that no encoding has. */
const MARKED =
  '<|start|>user<|message|>你好<|end|><|endoftext|> then <|fim_prefix|>a<|fim_middle|><|fim_suffix|> ' +
  'and <|endofprompt|>, <|nobody|>, <|endoftext <|endoftext|>|>';

test('the menu offers the six encodings', ONCE, async ({ page, lab }) => {
  await open(page);
  const offered = await lab.encoding
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(offered).toEqual(ENCODINGS);
});

for (const encoding of ENCODINGS) {
  test(`${encoding} is exact in many scripts, with special tokens as text and as special`, ONCE, async ({
    page,
    lab,
  }) => {
    await open(page);
    await lab.encoding.selectOption(encoding);
    await lab.insert(MULTILINGUAL);
    await lab.expectTokens(MULTILINGUAL, encoding);
    await expect(lab.special, 'offered only where it may matter').toBeHidden();

    await lab.insert(MARKED);
    await expect(lab.special).not.toBeChecked();
    await lab.expectTokens(MARKED, encoding);
    await lab.special.check();
    await lab.expectTokens(MARKED, encoding, 'as-special');
    await lab.special.uncheck();
    await lab.expectTokens(MARKED, encoding);
  });
}

test('going through all encodings and back ends at the one that is chosen', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.insert(MULTILINGUAL);
  for (const encoding of ENCODINGS) await lab.encoding.selectOption(encoding);
  await lab.encoding.selectOption('p50k_edit');
  await lab.expectTokens(MULTILINGUAL, 'p50k_edit');
});

test('a copied link restores encoding and special tokens', ONCE, async ({ page, context, lab }) => {
  const encoding: Encoding = 'o200k_harmony';
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.encoding.selectOption(encoding);
  await lab.insert(MARKED);
  await lab.special.check();
  await lab.expectTokens(MARKED, encoding, 'as-special');
  await lab.button(words.lab.copy_link).click();
  await expect(page).toHaveURL(/special_tokens=as-special/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await untilAlive(page);
  await expect(lab.encoding).toHaveValue(encoding);
  await expect(lab.special).toBeChecked();
  await lab.expectTokens(MARKED, encoding, 'as-special');
});
