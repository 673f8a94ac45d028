// The small pages: each stands alone, is found and printed, and leads back to the lesson.
import { readdirSync } from 'node:fs';
import { SITE_BELOW_A_PATH } from '../support/addresses';
import { expectNoViolations } from '../support/axe';
import { visitAll } from '../support/exhibits';
import { expectToFit } from '../support/layout';
import { untilAlive } from '../support/open';
import { Requests } from '../support/requests';
import { expect, ONCE, test } from '../support/test';

const FOLDER = new URL('../../../content/en/pages/', import.meta.url);
const PAGES = readdirSync(FOLDER).map((file) => file.replace(/\.md$/, ''));
const WITH_FIGURE = ['ai-token', 'token-cost', 'words-per-token'];

for (const slug of PAGES) {
  test.describe(`/${slug}/`, () => {
    test('fits the screen, and axe finds nothing', async ({ page }) => {
      await page.goto(`${slug}/`);
      if (WITH_FIGURE.includes(slug)) {
        await untilAlive(page);
        await visitAll(page);
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectToFit(page);
      await expectNoViolations(page);
    });

    test('leads back to the lesson, and to every other page', async ({ page }) => {
      await page.goto(`${slug}/`);
      for (const other of PAGES) {
        const link = page.getByRole('contentinfo').locator(`a[href="../${other}/"]`);
        await expect(link).toBeVisible();
        expect(await link.getAttribute('aria-current')).toBe(other === slug ? 'page' : null);
      }
      await page.locator('.small-page__lesson a').click();
      await expect(page.locator('.opening__title')).toHaveCount(1);
      const anchor = new URL(page.url()).hash;
      if (anchor) await expect(page.locator(anchor)).toBeInViewport();
    });

    test('loads the app only for a figure', ONCE, async ({ page, context }) => {
      const requests = new Requests(context);
      await page.goto(`${slug}/`, { waitUntil: 'networkidle' });
      const wasm = requests.matching(/\.wasm|boot\.js/);
      if (WITH_FIGURE.includes(slug)) expect(wasm).not.toEqual([]);
      else expect(wasm).toEqual([]);
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('can be read, and has no control that would do nothing', async ({ page }) => {
        await page.goto(`${slug}/`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('button:visible, input:visible, select:visible, textarea:visible')).toHaveCount(0);
        await expect(page.locator('.definition')).toBeHidden();
        const figures = await page.locator('.figure').count();
        expect(figures).toBe(WITH_FIGURE.includes(slug) ? 1 : 0);
      });
    });
  });
}

test('the lab of a small page counts what is typed', async ({ page, lab }) => {
  await page.goto('ai-token/');
  await untilAlive(page);
  await lab.type('how many words');
  await lab.expectTokens('how many words', 'o200k_base');
});

test('the calculator of a small page changes with the task', async ({ page }) => {
  await page.goto('token-cost/');
  await untilAlive(page);
  await visitAll(page);
  const models = page.locator('#cost .cost__models');
  const before = await models.textContent();
  await page.locator('select[name=task]').selectOption('agent');
  await expect(models).not.toHaveText(before!);
});

test('a sentence on a small page is counted without the lab', async ({ page }) => {
  await page.goto('words-per-token/');
  await untilAlive(page);
  await visitAll(page);
  const own = page.locator('[data-language=own]');
  await own.getByRole('textbox').fill('how many words');
  await expect(own.locator('.sentences__value')).toHaveText('3 tokens');
});

test('the colors chosen in the lesson hold on a page without the app', ONCE, async ({ page }) => {
  await page.goto('');
  await page.locator('select[name=theme]').selectOption('dark');
  await page.goto('privacy/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // As the page says, this and nothing else is stored.
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ theme: 'dark' });
});

test('below a path a small page finds its files and the lesson', ONCE, async ({ page, context }) => {
  const requests = new Requests(context);
  await page.goto(`${SITE_BELOW_A_PATH}ai-token/`);
  await untilAlive(page);
  await page.locator('.trail a').first().click();
  await expect(page).toHaveURL(SITE_BELOW_A_PATH);
  expect(requests.matching(/^/).filter((url) => !url.startsWith(SITE_BELOW_A_PATH))).toEqual([]);
});

test('the page for wrong addresses leads to the small pages', ONCE, async ({ page, complaints }) => {
  complaints.allow(/status of 404/);
  await page.goto('nothing-is-here');
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page).toHaveURL(/\/glossary\/$/);
});
