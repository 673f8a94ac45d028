// Whatever is pasted and whatever fails, the reader keeps the text and is told what to do.
import type { Page } from '@playwright/test';
import { FAILING_SITE } from '../support/addresses';
import { words } from '../support/content';
import { spoilFirst } from '../support/faults';
import { open, saveData, untilAlive } from '../support/open';
import { Requests } from '../support/requests';
import { expect, ONCE, test } from '../support/test';
import { prose } from '../support/texts';
import { idsOf } from '../support/witness';

const MEGABYTE = 1_000_000;
const TEXT = 'kept whatever happens';

test(
  'a megabyte of prose is counted exactly while the page goes on answering',
  ONCE,
  async ({ page, context, lab, journey }) => {
    test.slow();
    const text = prose(MEGABYTE);
    const count = idsOf(text, 'o200k_base').length;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await lab.paste(text);
    await journey.slider.press('Home');
    await journey.next.click();
    await journey.expectAt({ stage: 'create-key', outcome: 'running' });
    await expect(lab.root).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
    await lab.expectCount(count, 'o200k_base');

    const drawn = async () => (await lab.drawn()).length;
    const first = lab.root.locator('[data-start="0"]');
    const last = lab.root.locator(`[data-end="${Buffer.byteLength(text)}"]`);
    expect(await drawn(), 'only a bounded part is drawn').toBeLessThan(5_000);
    await expect(last).not.toBeAttached();
    await lab.list.hover();
    await expect(async () => {
      await page.mouse.wheel(0, 10_000_000);
      await expect(last).toBeInViewport({ timeout: 200 });
    }, 'scrolling leads to the last token').toPass();
    expect(await drawn()).toBeLessThan(5_000);
    await lab.list.press('Home');
    await expect(first).toBeInViewport();
    await lab.list.press('End');
    await expect(last).toBeInViewport();
    await expect(last).toHaveAttribute('aria-selected', 'true');
    expect(await drawn()).toBeLessThan(5_000);
  },
);

test(
  'a key pressed in a megabyte of text takes little longer than the browser needs by itself',
  ONCE,
  async ({ page, context, lab }) => {
    test.slow();
    const text = prose(MEGABYTE).replaceAll('\n', ' ');
    const press = async (on: Page) => {
      const start = performance.now();
      await on.keyboard.press('x');
      await on.evaluate(() => new Promise(requestAnimationFrame));
      return performance.now() - start;
    };
    const bare = await context.newPage();
    await bare.setContent('<textarea></textarea>');
    await bare.locator('textarea').fill(text);
    const needed = await press(bare);
    await bare.close();

    await open(page);
    await lab.text.fill(text);
    await expect(lab.root).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
    await lab.text.focus();
    expect(await press(page)).toBeLessThan(5 * needed + 500);
  },
);

test('a megabyte of spaces is counted exactly, and a shorter text after it', ONCE, async ({ page, lab }) => {
  test.setTimeout(120_000);
  const [whole, rest] = [' '.repeat(128), ' '.repeat(MEGABYTE % 128)];
  expect([whole, rest].map((spaces) => idsOf(spaces, 'o200k_base').length), 'one token each').toEqual([1, 1]);
  await open(page);
  await lab.set(' '.repeat(MEGABYTE));
  await expect(lab.root).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await lab.expectCount(Math.ceil(MEGABYTE / 128), 'o200k_base');
  await lab.button(words.lab.clear).click();
  await lab.insert(' '.repeat(50));
  await lab.expectTokens(' '.repeat(50), 'o200k_base');
});

test('half a character is pointed out and counted as the replacement character', ONCE, async ({ page, lab }) => {
  for (const text of ['a\ud83d b', '\udc00', 'x\ude80\ud83dy']) {
    await open(page);
    await lab.set(text);
    await expect(lab.notice(words.notice.surrogate)).toBeVisible();
    await lab.expectTokens(text, 'o200k_base');
    await lab.insert('whole');
    await lab.expectNoNotice();
  }
});

test(
  'a vocabulary that breaks off is an error with a way to try again, and the text is kept',
  ONCE,
  async ({ page, complaints, lab }) => {
    complaints.allow(/Failed to load resource|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE|terminated|network error/);
    await page.goto(FAILING_SITE);
    await untilAlive(page);
    await lab.insert(TEXT);
    const alert = lab.root.getByRole('alert').filter({ hasText: words.notice.download });
    await expect(alert).toBeVisible();
    await expect(lab.root).toHaveAttribute('data-state', 'error');
    await expect(lab.root).not.toHaveAttribute('data-token-count');
    await expect(lab.text).toHaveValue(TEXT);

    await lab.noticeButton(words.notice.retry).click();
    await expect(alert).toBeVisible();
    await expect(lab.text).toHaveValue(TEXT);
  },
);

test('a second try succeeds once the network is back', async ({ page, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  await saveData(page.context());
  await spoilFirst(page, '**/vocab/*', 1, (route) => route.abort('internetdisconnected'));
  await open(page);
  await lab.insert(TEXT);
  await expect(lab.root).toHaveAttribute('data-state', 'error');
  await lab.noticeButton(words.notice.retry).click();
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.expectNoNotice();
});

test('typing on after a failure tries again by itself', ONCE, async ({ page, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  await saveData(page.context());
  await spoilFirst(page, '**/vocab/*', 1, (route) => route.abort('internetdisconnected'));
  await open(page);
  await lab.insert(TEXT);
  await expect(lab.root).toHaveAttribute('data-state', 'error');
  await lab.insert('and again');
  await lab.expectTokens('and again', 'o200k_base');
});

const DAMAGES = {
  'is not found': { status: 404, body: 'nothing here' },
  'is another file': { status: 200, body: '<!doctype html><title>Log in to this network</title>' },
};

for (const [name, answer] of Object.entries(DAMAGES)) {
  test(`a vocabulary that ${name} is an error that keeps the text`, ONCE, async ({ page, complaints, lab }) => {
    complaints.allow(/Failed to load resource/);
    await page.route('**/vocab/*', (route) => route.fulfill(answer));
    await open(page);
    await lab.insert(TEXT);
    await expect(lab.root).toHaveAttribute('data-state', 'error');
    await expect(lab.root.getByRole('alert')).toBeVisible();
    await expect(lab.text).toHaveValue(TEXT);
    await page.unroute('**/vocab/*');
    await lab.noticeButton(words.notice.retry).click();
    await lab.expectTokens(TEXT, 'o200k_base');
  });
}

test('a worker that is refused is done without', ONCE, async ({ page, lab }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('refused', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  await lab.encoding.selectOption('cl100k_base');
  await lab.expectTokens(TEXT, 'cl100k_base');
});

test('a worker whose script is missing is done without', ONCE, async ({ page, context, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  const requests = new Requests(context);
  await saveData(context);
  await page.route('**/worker.js', (route) => route.fulfill({ status: 404, body: '' }));
  await open(page);
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
  expect(requests.matching(/worker\.js/)).toHaveLength(1);
});

test('without WebAssembly the page says so, and article and example are complete', async ({
  page,
  complaints,
  lab,
}) => {
  complaints.allow(/interactive parts could not start/);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('');
  await expect(page.getByRole('alert').getByText(words.page.app_failed)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeVisible();
  const example = await lab.text.inputValue();
  expect((await lab.drawn()).map((token) => token.id)).toEqual(idsOf(example, 'o200k_base'));
  await expect(lab.chips.first()).toBeVisible();
});

test('without storage the page works, and a chosen theme lasts as long as the page', ONCE, async ({ page, lab }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await open(page);
  await page.locator('select[name=theme]').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await lab.insert(TEXT);
  await lab.expectTokens(TEXT, 'o200k_base');
});
