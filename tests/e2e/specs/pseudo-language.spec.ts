// Every word of the interface can be translated: in the pseudo-language none stays English.
import type { Locator, Page } from '@playwright/test';
import { pseudoLanguage } from '../support/addresses';
import { outcomes, PROVIDERS } from '../support/content';
import { visit, visitAll } from '../support/exhibits';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

/** Names, codes and the reader's own words, which no language changes. */
const SAME_EVERYWHERE = [
  'textarea',
  '.chips__list',
  '.masthead__brand',
  '.lab__models :is(th, td)',
  'select[name=provider] option',
  'select[name=model] option',
  'select[name=encoding] option',
  '[lang=en]:not(html)',
  '.languages a', // each by its own name
  '.message__text',
  '[data-exhibit] :is(code, pre)',
  '[data-exhibit] thead th:not(:first-child)',
  '.answers__cell .visually-hidden', // a provider's name, then the scenario's, which stands translated in its row
  'select[name=limit] option',
  '.sentences :is(.sentences__own, .sentences__chips, .sentences__legend)',
  'select[name=tokenizer] option',
  'select[name$=-model] option',
  '.receipts .menus .menu__label', // a provider's name
  '.cost__models tbody th',
  'select[name=revoke] option',
  ':is([data-journey], [data-exhibit]) [translate=no]',
].join();

/** What the figures and the masthead say in writing or to a screen reader, without what came from the strings. */
async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate((sameEverywhere) => {
    const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const roots = [...document.querySelectorAll('[data-token-lab], [data-journey], #notice-root, .masthead, [data-exhibit]')];
    const elements = roots.flatMap((root) => [root, ...root.querySelectorAll('*')]);
    const said = elements.flatMap((element) => {
      if (element.closest('[hidden]')) return [];
      const attribute = attributes.map((name) => element.getAttribute(name) ?? '');
      if (element.closest(sameEverywhere)) return attribute;
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return [...attribute, ...texts.map((text) => text.nodeValue!)];
    });
    // Words that markup stands in begin in one text and end in another.
    const strip = (words: string): string => {
      const rest = words.replace(/⟦[^⟦⟧]*(⟧|$)|^[^⟦⟧]*⟧/g, '');
      return rest === words ? words : strip(rest);
    };
    // A token's bytes, such as "F0 9F", are no words.
    const bytes = /^[0-9A-F]{2}( [0-9A-F]{2})*$/;
    return said.filter((words) => !bytes.test(words) && /\p{L}/u.test(strip(words)));
  }, SAME_EVERYWHERE);
}

async function expectTranslated(page: Page): Promise<void> {
  await expect.poll(() => untranslated(page)).toEqual([]);
}

const button = (root: Locator, name: RegExp) => root.getByRole('button', { name });

test('on the English page the same look finds English words', ONCE, async ({ page }) => {
  await open(page);
  expect((await untranslated(page)).length).toBeGreaterThan(50);
});

test('before, while and after the lab is used, every word is translated', ONCE, async ({ page, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  await open(page, pseudoLanguage());
  await expectTranslated(page);
  const text = page.locator('#token-lab-text');
  await text.fill(`a secret sk-${'proj-'}${'q7Zt2mK9'.repeat(6)} and 👩🏽‍🚀`);
  await expect(lab.root).toHaveAttribute('data-state', 'ready');
  await lab.list.press('End');
  await expect(lab.detail).toContainText('⟦');
  await button(lab.root, /línk/).click();
  await expectTranslated(page);
  await lab.set('half \ud83d');
  await button(lab.root, /línk/).click();
  await expect(lab.root).toHaveAttribute('data-state', 'ready');
  await expectTranslated(page);
  await text.fill('long '.repeat(3000));
  await button(lab.root, /línk/).click();
  await expectTranslated(page);
  await text.fill('');
  await expect(lab.root).toHaveAttribute('data-token-count', '0');
  await expectTranslated(page);

  await page.route('**/vocab/cl100k*', (route) => route.abort());
  await text.fill('x');
  await page.locator('select[name=encoding]').selectOption('cl100k_base');
  await expect(lab.root).toHaveAttribute('data-state', 'error');
  await expectTranslated(page);
});

test('what a link causes is told in the page’s language', ONCE, async ({ page, lab }) => {
  await open(page, pseudoLanguage());
  await page.locator('#token-lab-text').fill('mine');
  await expect(lab.root).toHaveAttribute('data-state', 'ready');
  for (const fragment of ['#text=theirs', '#encoding=nonsense&stage=moon']) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(lab.notices).toHaveCount(1);
    await expectTranslated(page);
  }
});

test('every stage, scenario and ending of the journey is translated', ONCE, async ({ page, journey }) => {
  await open(page, pseudoLanguage());
  // The exchange and the matrix of answers go along.
  await visitAll(page);
  await journey.slider.press('Home'); // whoever uses the journey is not guided any more
  for (const provider of PROVIDERS) {
    for (const { scenario } of [{ scenario: 'paid' }, ...outcomes.filter((cell) => cell.provider === provider)]) {
      await journey.choose(provider, scenario);
      await journey.expectAt({ outcome: 'idle' });
      await journey.skipToEnd();
      await expect(journey.root).not.toHaveAttribute('data-outcome', 'idle');
      await expectTranslated(page);
    }
  }
  await journey.choose('openai', 'paid');
  await button(journey.root, /Pláy/).click();
  await journey.expectAt({ outcome: 'running' });
  await expectTranslated(page);
});

test('every choice and button of the exhibits is translated', ONCE, async ({ page, journey }) => {
  await open(page, pseudoLanguage());
  // Figures that are out of sight are not laid out, and the exhibits are gone through in any order.
  await page.evaluate(() => (document.documentElement.dataset.layout = 'whole'));
  for (const provider of PROVIDERS) {
    await journey.choose(provider, 'paid');
    for (const id of ['exchange', 'receipts', 'bucket', 'workshop', 'which-token', 'key-place']) {
      const exhibit = await visit(page, id);
      for (const menu of await exhibit.locator('select').all()) {
        const values = await menu.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
        for (const value of values) {
          await menu.selectOption(value);
          await expectTranslated(page);
        }
      }
      for (const radio of await exhibit.locator('input[type=radio]').all()) {
        await radio.check();
        await expectTranslated(page);
      }
      // Whatever a button leads to may bring other buttons; each is pressed once.
      const pressed = new Set<string>();
      for (;;) {
        const names = await exhibit.getByRole('button', { disabled: false }).allTextContents();
        const name = names.find((name) => !pressed.has(name));
        if (name === undefined) break;
        pressed.add(name);
        await exhibit.getByRole('button', { name, exact: true }).click();
        await expectTranslated(page);
      }
    }
  }
});

test('every choice of the conversation and the ledger is translated', ONCE, async ({ page }) => {
  await open(page, pseudoLanguage());
  await page.evaluate(() => (document.documentElement.dataset.layout = 'whole'));
  for (const id of ['conversation', 'ledger']) {
    const exhibit = await visit(page, id);
    await exhibit.locator('summary').click();
    for (const menu of await exhibit.locator('select').all()) {
      for (const index of (await menu.locator('option').all()).keys()) {
        await menu.selectOption({ index });
        await expectTranslated(page);
      }
    }
    for (const button of await exhibit.getByRole('button').all()) {
      await button.click();
      await expectTranslated(page);
    }
  }
});

test('the widgets of another language may be framed by anybody', ONCE, async ({ request }) => {
  for (const widget of ['token-lab', 'journey']) {
    const response = await request.get(`${pseudoLanguage()}embed/v1/${widget}/`);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-security-policy']).toMatch(/frame-ancestors \*$/);
  }
});

test('an element shows its widget in the language it asks for, if there is one', ONCE, async ({ page, complaints }) => {
  complaints.allow(/Content Security Policy/); // pages of the site frame nothing
  await open(page, pseudoLanguage());
  await page.addScriptTag({ url: new URL('../embed/v1/embed.js', pseudoLanguage()).href });
  const source = (language: string | null) =>
    page.evaluate((language) => {
      const element = document.createElement('token-lab');
      element.setAttribute('language', language ?? '');
      document.body.append(element);
      return element.shadowRoot!.querySelector('iframe')!.src;
    }, language);
  const here = await page.locator('html').getAttribute('lang');
  expect(await source(here)).toContain(`${pseudoLanguage()}embed/v1/token-lab/`);
  for (const none of ['', 'xx', '../../elsewhere', 'constructor']) {
    expect(await source(none)).toContain(new URL('../embed/v1/token-lab/', pseudoLanguage()).href);
  }
});

test('the menu of languages leads to the other ones and back', ONCE, async ({ page }) => {
  await open(page, pseudoLanguage());
  const menu = page.getByRole('navigation', { name: /Lángúágés/ });
  await menu.getByRole('link', { name: 'English' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goBack();
  await expect(menu.locator('[aria-current=page]')).toHaveCount(1);
});
