// Our page by its published hooks only, and what its main thread is busy with.

/** Our widget, and a page with the same hooks that only has a text box: what the browser itself costs. */
export const BOXES = {
  'our widget': new URL('embed/v1/token-lab/', process.env.SITE_URL).href,
  'a bare text box': new URL('bare.html', process.env.BENCH_URL).href,
};

/** Opens one of our pages and waits for its interactive parts. */
export async function openAlive(page, url) {
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
}

/** Runs before the page: keeps long tasks and slow events from the beginning. */
function watch() {
  window.seen = { tasks: [], events: [] };
  const keep = (list) => (entries) => list.push(...entries.getEntries().map(({ name, startTime, duration }) => ({ name, startTime, duration })));
  new PerformanceObserver(keep(window.seen.tasks)).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver(keep(window.seen.events)).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/** Puts a text into the box at once and waits for its count. */
export async function put(page, text, limit) {
  await page.evaluate((words) => {
    const box = document.querySelector('#token-lab-text');
    box.focus();
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  return untilCounted(page, limit, Buffer.byteLength(text));
}

/**
 * Waits until the lab shows the result of a text that has just been put in, up to `limit` ms. The text is
 * known by its length in UTF-8, which the lab shows last of its numbers; a bare text box shows none.
 */
export function untilCounted(page, limit, bytes) {
  return page
    .waitForFunction(
      (bytes) => {
        const { state, tokenCount } = document.querySelector('[data-token-lab]').dataset;
        const shown = [...document.querySelectorAll('.counts__number')].at(-1)?.textContent.replace(/\D/g, '');
        const isIt = shown === undefined || Number(shown) === bytes;
        return (state === 'ready' && tokenCount !== undefined && isIt) || state === 'error';
      },
      bytes,
      { timeout: limit, polling: 50 },
    )
    .then(() =>
      page.evaluate(() => {
        const { state, tokenCount } = document.querySelector('[data-token-lab]').dataset;
        return state === 'ready' ? Number(tokenCount) : undefined;
      }),
    );
}

/** The page's own clock. */
export const now = (page) => page.evaluate(() => performance.now());

/** The longest task since a moment, their number, and the longest event. Tasks under 50 ms are not reported. */
export async function busySince(page, moment) {
  // Layout comes with the next frame, and a task is reported a little after its end.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 500)))),
  );
  return page.evaluate((since) => {
    const later = ({ startTime, duration }) => startTime + duration > since;
    const longest = (list) => Math.max(0, ...list.filter(later).map(({ duration }) => duration));
    const { tasks, events } = window.seen;
    const typed = events.filter(({ name }) => ['keydown', 'keypress', 'input', 'beforeinput', 'keyup'].includes(name));
    return { longestTask: longest(tasks), tasks: tasks.filter(later).length, slowestKey: longest(typed) };
  }, moment);
}
