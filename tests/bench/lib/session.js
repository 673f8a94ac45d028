// One Chromium for the whole run: pages in fresh contexts, so that nothing comes from a cache.
import { chromium } from 'playwright-core';
import { readdirSync } from 'node:fs';
import { FILES } from '../adapters/ours.js';
import { ENGINES } from '../engines.js';

const { SITE_URL, SITE_FILES, BENCH_URL, CHROMIUM_PATH } = process.env;

const SETTLING_MS = 1500;

/** What Lighthouse calls slow 4G, and a processor four times slower. */
export const SLOW = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
};

export class Session {
  static async start() {
    const session = new Session();
    session.browser = await chromium.launch({
      executablePath: CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return session;
  }

  get version() {
    return this.browser.version();
  }

  close() {
    return this.browser.close();
  }

  /** Runs `use`, for `limit` ms at most if there is one, with a page of its own and the page's CDP session. */
  async withPage(use, limit) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    try {
      const page = await context.newPage();
      // The new window is busy with its own buttons for a moment.
      await page.waitForTimeout(SETTLING_MS);
      const done = use(page, await context.newCDPSession(page), context);
      return await (limit ? within(limit, done) : done);
    } finally {
      await context.close();
    }
  }

  /** Runs `use` with a page that can open engines. */
  withEngines(use) {
    return this.withPage(async (page, cdp) => {
      await page.goto(new URL('engine.html', BENCH_URL).href);
      await page.waitForFunction(() => window.bench);
      return use(page, cdp);
    });
  }

  /** How long a fixed piece of work takes now: tells a quiet machine from a busy one. */
  async reference() {
    return this.withPage((page) =>
      page.evaluate(() => {
        const start = performance.now();
        let state = 0;
        for (let step = 0; step < 1e8; step++) state = (state + step * 7) | 0;
        return performance.now() - start + (state === 0.5 ? 1 : 0);
      }),
    );
  }
}

/**
 * Slows a page down. The network's limits also hold for the requests of the page's workers (a
 * worker's fetch of 400 KB takes the same 2.2 s as the page's). The processor's do not: Chromium
 * answers "Operation is only supported for pages, not workers". So whatever works in a worker is
 * measured a second time with workers refused.
 */
export async function slowDown(cdp, { cpu, network } = SLOW) {
  if (network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** The files of an engine, as absolute addresses; `module` is its adapter with its library. */
export function engineFiles(engine) {
  const own = { module: new URL(`engines/${engine.id}/module.js`, BENCH_URL).href };
  if (engine.kind !== 'ours') {
    const names = engine.kind === 'crate' ? ['wasm'] : Object.keys(engine.files);
    for (const name of names) own[name] = new URL(`engines/${engine.id}/${name}.wasm`, BENCH_URL).href;
    return own;
  }
  const built = readdirSync(SITE_FILES, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  for (const [name, pattern] of Object.entries(FILES)) {
    const found = built.filter((path) => pattern.test(path));
    if (found.length !== 1) throw new Error(`the site has ${found.length} files like ${pattern}`);
    own[name] = new URL(found[0], SITE_URL).href;
  }
  return own;
}

/** Pages to time: our front page, our widget alone, and each peer's. */
export function enginePages() {
  const peers = ENGINES.filter(({ kind }) => kind !== 'ours');
  return [
    { title: 'Keys & Tokens, the article', url: SITE_URL, ours: true },
    { title: 'Keys & Tokens, the widget', url: new URL('embed/v1/token-lab/', SITE_URL).href, ours: true },
    ...peers.map(({ id, title }) => ({ title, url: new URL(`pages/${id}/`, BENCH_URL).href, ours: false })),
  ];
}

/** The promise, or an error after so long: a page whose thread is stuck answers nothing at all. */
export function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Says what is being measured: a run is long, and one that hangs should say where. */
export const tell = (...words) => console.error(' ', ...words);

export function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
