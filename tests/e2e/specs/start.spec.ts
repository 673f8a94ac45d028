// A page starts at once: in one wave of requests, in the reader's colors, laying out what is in sight;
// and what is not laid out yet can be jumped to, found, and come back to.
import type { BrowserContext, Page, Route } from '@playwright/test';
import { SITE } from '../support/addresses';
import { Lab } from '../support/lab';
import { open, saveData, untilAlive } from '../support/open';
import { Requests, TOKENIZER } from '../support/requests';
import { expect, ONCE, test } from '../support/test';

const EMBED = 'embed/v1/token-lab/';

test.describe('before anything but the page itself has arrived', ONCE, () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  /** Nothing but documents arrives. */
  async function holdTheRest(page: Page): Promise<void> {
    await page.route(/\.(js|css|wasm|svg|bin)$/, () => {});
  }

  for (const address of ['', EMBED]) {
    test(`/${address} is in the colors that a host page asks for`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await holdTheRest(page);
      await page.goto(SITE + address, { waitUntil: 'commit' });
      await page.locator('main').waitFor();
      const light = await background(page);
      await page.goto(`${SITE}${address}?theme=dark`, { waitUntil: 'commit' });
      await page.locator('main').waitFor();
      expect(await background(page)).not.toBe(light);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });
  }

  test('the first frame is in the colors that the reader chose before', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page);
    await page.locator('select[name=theme]').selectOption('dark');
    const dark = await background(page);
    await page.addInitScript(() => {
      // Frames begin when there is something to see; every one of them is looked at.
      const seen = new Set<string>();
      const look = () => {
        if (document.body) seen.add(getComputedStyle(document.documentElement).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      Object.defineProperty(document, 'colorsSeen', { value: seen });
    });
    await page.reload();
    await untilAlive(page);
    const seen = await page.evaluate(() => [...(document as unknown as { colorsSeen: Set<string> }).colorsSeen]);
    expect(seen).toEqual([dark]);
  });
});

/** How often each file came over the network, and not from the browser's cache. */
async function transfers(
  context: BrowserContext,
  visit: (page: Page) => Promise<void>,
): Promise<Map<string, number>> {
  const requests = new Requests(context);
  const page = await context.newPage();
  await visit(page);
  await page.waitForLoadState('networkidle');
  const count = new Map<string, number>();
  for (const request of requests.all) {
    const { responseBodySize } = await request.sizes().catch((error: Error) => {
      throw new Error(`${request.url()}: ${request.failure()?.errorText}`, { cause: error });
    });
    const path = new URL(request.url()).pathname;
    if (responseBodySize > 0) count.set(path, (count.get(path) ?? 0) + 1);
  }
  return count;
}

const SCRIPTS = /\/(boot|first-paint|drop|controls)\.js$/;
const APP = /assets\/app-[0-9a-f]+\.|snippets/;

/** Answers nothing of a group before all of it was asked for: who waits for an answer first waits for ever. */
async function answerTogether(page: Page, group: RegExp, files: number): Promise<void> {
  const asked: Route[] = [];
  await page.route(group, async (route) => {
    asked.push(route);
    if (asked.length === files) await Promise.all(asked.map((route) => route.continue()));
    else if (asked.length > files) await route.continue();
  });
}

for (const address of ['', EMBED]) {
  test(`/${address}: what leads to the app is asked for in one wave, and once`, ONCE, async ({ page, context }) => {
    const isEmbed = address !== '';
    // In the article, where reading comes first, the app is a wave of its own.
    if (isEmbed) await answerTogether(page, new RegExp(`${SCRIPTS.source}|${APP.source}`), 8);
    else {
      await answerTogether(page, SCRIPTS, 4);
      await answerTogether(page, APP, 4);
    }
    const requests = new Requests(context);
    await open(page, address);
    await page.waitForLoadState('networkidle');
    const { files, firstPaint } = await page.evaluate(() => ({
      files: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    }));
    const app = isEmbed ? [] : files.filter(({ name }) => APP.test(name));
    for (const { name, startTime } of app) expect(startTime, name).toBeGreaterThanOrEqual(firstPaint);
    const addresses = requests.all.map((request) => request.url());
    expect(addresses.filter((url, index) => addresses.indexOf(url) !== index), 'asked for twice').toEqual([]);
  });
}

test('in the article the tokenizer is fetched ahead, and what was fetched is used', ONCE, async ({ context }) => {
  const count = await transfers(context, async (page) => {
    await open(page);
    await expect(page.locator('link[rel=prefetch]')).toHaveCount(5);
    await page.waitForLoadState('networkidle');
    const lab = new Lab(page);
    await lab.insert('fetched before it was typed');
    await lab.expectTokens('fetched before it was typed', 'o200k_base');
  });
  const tokenizer = [...count].filter(([path]) => TOKENIZER.test(path));
  expect(tokenizer.length).toBeGreaterThanOrEqual(5);
  for (const [path, times] of tokenizer) expect(times, path).toBe(1);
});

test('a reader who saves data gets the tokenizer when it is needed', ONCE, async ({ page, context, lab }) => {
  await saveData(context);
  const requests = new Requests(context);
  await open(page);
  await lab.text.focus();
  await page.waitForLoadState('networkidle');
  expect(requests.matching(TOKENIZER)).toEqual([]);
  await lab.insert('needed now');
  await lab.expectTokens('needed now', 'o200k_base');
});

test('in an embed the tokenizer is fetched when the lab is touched', ONCE, async ({ page, context, lab }) => {
  const requests = new Requests(context);
  await open(page, EMBED);
  await page.waitForLoadState('networkidle');
  expect(requests.matching(TOKENIZER)).toEqual([]);
  await lab.text.focus();
  await expect.poll(() => requests.matching(TOKENIZER).length).toBe(5);
  await expect(lab.root).toHaveAttribute('data-state', 'static');
});

test('a text in a link has the tokenizer fetched before the app arrives', ONCE, async ({ page, context }) => {
  const requests = new Requests(context);
  await page.route('**/assets/app-*.wasm', () => {});
  await page.goto(`${SITE}${EMBED}#text=hello`);
  await expect.poll(() => new Set(requests.matching(TOKENIZER)).size).toBe(5);
});

for (const address of ['', EMBED]) {
  test(`/${address}: a text in a link has the tokenizer fetched once`, ONCE, async ({ context }) => {
    const count = await transfers(context, async (page) => {
      await page.goto(`${SITE}${address}#text=hello`);
      await new Lab(page).expectTokens('hello', 'o200k_base');
      expect(page.workers(), 'it works beside the page').toHaveLength(1);
    });
    const tokenizer = [...count].filter(([path]) => TOKENIZER.test(path));
    expect(tokenizer.length).toBeGreaterThanOrEqual(5);
    for (const [path, times] of tokenizer) expect(times, path).toBe(1);
  });
}

test.describe('parts that are not laid out yet', () => {
  /** Waits until the page has stopped moving, and tells where the element stands. */
  async function settled(page: Page, id: string): Promise<number> {
    const top = () => page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);
    let last = NaN;
    await expect
      .poll(async () => {
        const before = last;
        last = await top();
        return last === before;
      })
      .toBe(true);
    return last;
  }

  /** The room above what is jumped to: more where the line that says where one is lies over the text. */
  const room = (page: Page): Promise<number> =>
    page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop));

  test('the article has such parts', async ({ page }) => {
    await open(page);
    const text = page.locator('#next-steps + .prose > p').first();
    expect(await text.evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }))).toBe(false);
  });

  test('every entry of the contents leads to its heading, there and back', async ({ page }) => {
    await open(page);
    const links = page.locator('.opening .contents a');
    const ids = await links.evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
    for (const id of [...ids, ...ids.reverse()]) {
      await page.evaluate((id) => document.querySelector<HTMLElement>(`.opening .contents a[href="#${id}"]`)!.click(), id);
      const top = await settled(page, id);
      // The last one may have too little below it to come to the top.
      const isAtEnd = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
      if (!isAtEnd) expect(Math.abs(top - (await room(page))), id).toBeLessThan(5);
      else await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    }
  });

  test('an address with an anchor opens at its heading', async ({ page }) => {
    await open(page, '#what-the-figure-leaves-out');
    const top = await settled(page, 'what-the-figure-leaves-out');
    expect(Math.abs(top - (await room(page)))).toBeLessThan(5);
  });

  test('a search in the page finds words in them', ONCE, async ({ page }) => {
    await open(page);
    const find = (words: string) =>
      page.evaluate((words) => (window as unknown as { find(words: string): boolean }).find(words), words);
    expect(await find('Rate limits are applied per project')).toBe(true);
    await expect(page.getByText('Rate limits are applied per project')).toBeInViewport();
    expect(await find('words that are nowhere in the article')).toBe(false);
  });

  test('after a reload the reader is where they were', ONCE, async ({ page }) => {
    await open(page);
    await page.locator('#an-analogy').scrollIntoViewIfNeeded();
    await page.locator('#rate-limits').scrollIntoViewIfNeeded();
    const before = await settled(page, 'rate-limits');
    await page.reload();
    await untilAlive(page);
    expect(Math.abs((await settled(page, 'rate-limits')) - before)).toBeLessThan(5);
  });

  test('the journey follows a reader who jumps', ONCE, async ({ page, journey }) => {
    await open(page, '#2-your-program-sends-it-every-time');
    await journey.expectAt({ stage: 'send' });
    // Past the stages: the last of them has been read, though its heading was never laid out.
    await page.evaluate(() => (location.hash = '#break-it'));
    await journey.expectAt({ stage: 'bill' });
  });
});
