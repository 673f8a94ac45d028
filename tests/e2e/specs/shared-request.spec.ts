// A request is shared in the fragment of the address, and nowhere else.
import { SITE } from '../support/addresses';
import { filled, words } from '../support/content';
import { Lab } from '../support/lab';
import { follow, open, untilAlive } from '../support/open';
import { expect, ONCE, test } from '../support/test';
import { idsOf } from '../support/witness';

const TEXT = 'Wörter & 你好 = 100 % #1?\n👩🏽‍🚀';
/** Put together here: a key-like literal would set off secret scanners. */
const SECRET = 'sk-' + 'proj-' + 'q7Zt2mK9'.repeat(6);

test('a copied link restores text, encoding and journey in another tab', async ({ page, context, lab, journey }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await lab.insert(TEXT);
  await lab.encoding.selectOption('cl100k_base');
  await journey.choose('openai', 'rate-limit');
  await journey.model.selectOption('gpt-6-luna');
  await expect(page, 'the address is left alone while typing').toHaveURL(SITE);
  await lab.button(words.lab.copy_link).click();
  await expect(lab.notice(words.notice.link_copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page).toHaveURL(link);
  expect(new URL(link).search, 'nothing in the query string').toBe('');
  expect(new URLSearchParams(new URL(link).hash.slice(1)).get('text')).toBe(TEXT);

  const other = await context.newPage();
  await other.goto(link);
  await untilAlive(other);
  const restored = new Lab(other);
  await expect(restored.text).toHaveValue(TEXT);
  await restored.expectTokens(TEXT, 'cl100k_base');
  const otherJourney = other.locator('[data-journey]');
  await expect(otherJourney).toHaveAttribute('data-scenario', 'rate-limit');
  await expect(otherJourney.locator('select[name=model]')).toHaveValue('gpt-6-luna');
  await expect(otherJourney.locator('select[name=scenario]')).toHaveValue('rate-limit');
});

test('a link may name every part of a request', ONCE, async ({ page, lab, journey }) => {
  await open(
    page,
    '#text=a%20b&encoding=cl100k_base&provider=gemini&model=gemini-3.8-flash&scenario=too-long&stage=send',
  );
  await lab.expectTokens('a b', 'cl100k_base');
  await expect(lab.encoding).toHaveValue('cl100k_base');
  await journey.expectAt({ stage: 'send', outcome: 'running' });
  await expect(journey.provider).toHaveValue('gemini');
  await expect(journey.model).toHaveValue('gemini-3.8-flash');
  await expect(journey.scenario).toHaveValue('too-long');
  await lab.expectNoNotice();
});

test(
  'a stage from a link is where the journey begins, and does not hold it there',
  ONCE,
  async ({ page, lab, journey }) => {
    await open(page, '#stage=send');
    await journey.expectAt({ stage: 'send', outcome: 'running' });
    await journey.next.click();
    await lab.insert('another text');
    await lab.expectTokens('another text', 'o200k_base');
    await journey.expectAt({ stage: 'check-key', outcome: 'running' });
    await journey.scenario.selectOption('no-credit');
    await journey.expectAt({ stage: 'create-key', outcome: 'idle' });
  },
);

test('a copied link names the stage at which the journey stands', ONCE, async ({ page, context, lab, journey }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await journey.step('meter').getByRole('button').click();
  await lab.button(words.lab.copy_link).click();
  await expect(page).toHaveURL(/&stage=meter$/);
});

test('another request is taken over when only the fragment changes', ONCE, async ({ page, lab, journey }) => {
  await open(page, '#text=first');
  await lab.expectTokens('first', 'o200k_base');
  await follow(page, '#text=second&encoding=cl100k_base&stage=meter');
  await expect(lab.text).toHaveValue('second');
  await lab.expectTokens('second', 'cl100k_base');
  await journey.expectAt({ stage: 'meter' });
  await page.goBack();
  await lab.expectTokens('first', 'cl100k_base');
});

test('an ordinary anchor scrolls to its heading and changes nothing', async ({ page, lab, journey }) => {
  await open(page, '#side-by-side');
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeInViewport();
  await lab.insert('mine');
  await lab.expectTokens('mine', 'o200k_base');
  await follow(page, '#one-request');
  await expect(page.getByRole('heading', { name: 'One request, from key to bill' }).first()).toBeInViewport();
  await expect(lab.text).toHaveValue('mine');
  // The picture may show the stage that is read about, as a still.
  await journey.expectAt({ stage: 'create-key', status: '', playing: 'false' });
  await lab.expectNoNotice();
});

test('tails that other sites add are dropped silently', ONCE, async ({ page, lab }) => {
  await open(page, '#?secret=x');
  await expect(lab.root).toHaveAttribute('data-state', 'static');
  await lab.expectNoNotice();
  for (const tail of ['#?secret=x', '&secret=x', '&utm_source=y']) {
    await follow(page, `#text=tail%20${tail.length}${tail}`);
    await lab.expectTokens(`tail ${tail.length}`, 'o200k_base');
  }
  await expect(lab.notice(filled(words.notice.link_bad))).toHaveCount(0);
});

test('a value that cannot be read is named, and the rest is applied', ONCE, async ({ page, lab, journey }) => {
  await open(page, '#text=good&encoding=gpt9&provider=anthropic&scenario=nonsense&model=none&stage=moon');
  const bad = filled(words.notice.link_bad, { names: 'encoding, scenario, stage, model' });
  await expect(lab.notice(bad)).toBeVisible();
  await lab.expectTokens('good', 'o200k_base');
  await expect(journey.provider).toHaveValue('anthropic');
  await expect(journey.root).toHaveAttribute('data-scenario', 'paid');
  await lab.noticeButton(words.notice.dismiss).click();
  await lab.expectNoNotice();
});

test('broken percent-encoding is named and leaves the text alone', ONCE, async ({ page, lab }) => {
  for (const broken of ['%', '%E4%BD', '%zz', '100%']) {
    await open(page, `#text=${broken}&encoding=cl100k_base`);
    await expect(lab.notice(filled(words.notice.link_bad, { names: 'text' }))).toBeVisible();
    await expect(lab.root).toHaveAttribute('data-encoding', 'cl100k_base');
    await page.goto('about:blank');
  }
});

test('a thousand random fragments do not break the page', ONCE, async ({ page, lab }) => {
  await open(page);
  await page.evaluate(async (seed) => {
    let state = seed;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const pieces = [
      'text=',
      'encoding=',
      'provider=',
      'model=',
      'scenario=',
      'stage=',
      '&',
      '=',
      '#',
      '?',
      '%',
      '%E4',
      '%00',
      '%F0%9F',
      'o200k_base',
      'cl100k_base',
      'openai',
      'paid',
      'bill',
      'side-by-side',
      '你好',
      '\u202e',
      '\u0000',
      ' ',
      '+',
      '<b>',
      '__proto__',
      'constructor',
      '%25',
      'x'.repeat(500),
      '../',
      '"',
      "'",
      ';',
      '\\',
    ];
    for (let round = 0; round < 1000; round += 1) {
      const fragment = Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join('');
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      const before = location.href;
      location.hash = fragment;
      if (location.href !== before) await changed;
    }
  }, 20261122);
  await follow(page, '#text=still%20alive&encoding=o200k_base');
  await lab.expectTokens('still alive', 'o200k_base');
});

test('the reader’s own text, replaced by a link, can be brought back', async ({ page, lab }) => {
  await open(page);
  await lab.insert('my own words');
  await lab.expectTokens('my own words', 'o200k_base');
  await follow(page, '#text=theirs');
  await lab.expectTokens('theirs', 'o200k_base');
  await expect(lab.notice(words.notice.link_replaced)).toBeVisible();
  await lab.noticeButton(words.notice.bring_back).click();
  await expect(lab.text).toHaveValue('my own words');
  await lab.expectTokens('my own words', 'o200k_base');
});

test('a secret is pointed out and never put into a link', ONCE, async ({ page, context, lab }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.evaluate(() => navigator.clipboard.writeText('untouched'));
  await lab.insert(`my key is ${SECRET}, is that bad?`);
  await expect(lab.notice(filled(words.notice.secret, { issuer: 'OpenAI' }))).toBeVisible();
  await lab.button(words.lab.copy_link).click();
  await expect(lab.notice(words.notice.link_secret)).toBeVisible();
  await expect(page).toHaveURL(SITE);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('untouched');
  await lab.insert('no key any more');
  await expect(lab.notice('OpenAI')).toHaveCount(0);
  await lab.button(words.lab.copy_link).click();
  await expect(page).toHaveURL(/#text=no%20key/);
});

test('a text that is too long for a link is said to be so', ONCE, async ({ page, lab }) => {
  await open(page);
  await lab.insert('long '.repeat(3000));
  await lab.button(words.lab.copy_link).click();
  await expect(lab.notice(filled(words.notice.link_too_long))).toBeVisible();
  await expect(page).toHaveURL(SITE);
});

const REFUSALS = {
  'refuses to write': () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  },
  'does not exist': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  },
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`where the clipboard ${name} the link is shown to be copied by hand`, ONCE, async ({ page, lab }) => {
    await page.addInitScript(refuse);
    await open(page);
    await lab.insert('by hand');
    await lab.button(words.lab.copy_link).click();
    const field = lab.notices.getByRole('textbox');
    await expect(field).toHaveValue(/#text=by%20hand&encoding=o200k_base/);
    await expect(field).not.toBeEditable();
    await expect(page).toHaveURL(await field.inputValue());
  });
}

test('a query string is never read', ONCE, async ({ page, lab }) => {
  await open(page, '?text=hello&encoding=cl100k_base');
  await expect(lab.root).toHaveAttribute('data-state', 'static');
  await expect(lab.root).toHaveAttribute('data-encoding', 'o200k_base');
  const example = await lab.text.inputValue();
  expect(example).not.toBe('hello');
  await expect(lab.root).toHaveAttribute('data-token-count', String(idsOf(example, 'o200k_base').length));
});
