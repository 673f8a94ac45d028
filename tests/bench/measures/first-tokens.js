// Time and bytes from navigation to the first tokens on screen.
//
// The text is in the box as soon as the box exists, as if a reader had typed at once; the clock
// stops after the frame in which the count of that text is in the document.
import { enginePages, median, SLOW, slowDown, tell } from '../lib/session.js';

const TEXTS = {
  ASCII: 'Who is asking? How much was used? The two questions have two answers.',
  'any text': 'Qui demande ? 誰在問？いくつ使われた？ Сколько это стоит? 🙂',
};
const LIMIT = 180_000;

export async function measure(session, { rounds }) {
  const results = [];
  const visits = [];
  for (const page of enginePages()) {
    for (const [text, words] of Object.entries(TEXTS)) {
      visits.push({ page, text, words, profile: 'fast' }, { page, text, words, profile: 'slow' });
      if (page.ours) visits.push({ page, text, words, profile: 'slow', withoutWorkers: true });
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const visit of visits) {
      visit.runs ??= [];
      // Nothing is learned from waiting for a very slow page again; a peer's page loads the same
      // files for every text.
      if (visit.runs.some(tooSlow)) continue;
      const known = visits.find(({ page, profile, runs }) => page === visit.page && profile === visit.profile && runs?.some(tooSlow));
      if (known && !visit.page.ours) {
        visit.runs.push({ ...known.runs.find(tooSlow), takenFrom: known.text });
        continue;
      }
      tell(visit.page.title, visit.text, visit.profile, visit.withoutWorkers ? 'workers refused' : '');
      visit.runs.push(await firstTokens(session, visit).catch((error) => ({ error: firstLine(error) })));
    }
  }
  for (const { page, text, profile, withoutWorkers, runs } of visits) {
    const good = runs.filter(({ ms }) => ms);
    results.push({
      title: withoutWorkers ? `${page.title}, workers refused` : page.title,
      text,
      profile,
      ms: median(good.map(({ ms }) => ms)),
      bytes: good[0]?.bytes,
      tokens: good[0]?.tokens,
      error: good.length ? undefined : runs[0]?.error,
      runs,
    });
  }
  return results;
}

const tooSlow = ({ ms }) => !(ms < 30_000);

function firstTokens(session, { page: { url }, words, profile, withoutWorkers }) {
  return session.withPage(async (page, cdp, context) => {
    // Kept until asked for: a request's size is known only when it has ended.
    const ended = [];
    context.on('requestfinished', (request) => ended.push(request.sizes().catch(() => undefined)));
    if (profile === 'slow') await slowDown(cdp, SLOW);
    if (withoutWorkers) await page.addInitScript(refuseWorkers);
    await page.addInitScript(typeAndWait, words);
    await page.goto(url, { waitUntil: 'commit', timeout: LIMIT });
    await page.waitForFunction(() => window.firstTokens, undefined, { timeout: LIMIT, polling: 100 });
    const { ms, tokens } = await page.evaluate(() => window.firstTokens);
    const sizes = (await Promise.all(ended)).filter(Boolean);
    const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
    return { ms, tokens, bytes, requests: sizes.length };
  });
}

/** Runs in the page before anything else. */
function typeAndWait(words) {
  let typed = false;
  let done = false;
  const look = () => {
    const box = document.querySelector('#token-lab-text');
    const root = document.querySelector('[data-token-lab]');
    if (box && !typed) {
      typed = true;
      box.value = words;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (done || !typed || root?.dataset.state !== 'ready' || !root.dataset.tokenCount) return;
    done = true;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        window.firstTokens = { ms: performance.now(), tokens: Number(root.dataset.tokenCount) };
      };
      painted.port2.postMessage('');
    });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

function refuseWorkers() {
  window.Worker = class {
    constructor() {
      throw new DOMException('refused', 'SecurityError');
    }
  };
}

const firstLine = (error) => String(error.message ?? error).split('\n')[0];
