// The journey's animation with a processor four times slower: frames per second, and how long
// scripts run in a frame, from the browser's trace: everything between one frame's callbacks and
// the next frame's, microtasks and timers included.
import { openAlive } from '../lib/our-page.js';
import { median, slowDown } from '../lib/session.js';

const WATCHED_MS = 5000;
const SCRIPT = new Set(['FireAnimationFrame', 'FunctionCall', 'RunMicrotasks', 'TimerFire', 'EventDispatch']);

export async function measure(session, { rounds }) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await session.withPage((page, cdp) => play(session.browser, page, cdp)));
  }
  const names = ['framesPerSecond', 'scriptMs', 'slowestScriptMs', 'longestFrameMs'];
  return { ...Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])), runs };
}

async function play(browser, page, cdp) {
  await openAlive(page, new URL('embed/v1/journey/', process.env.SITE_URL).href);
  await slowDown(cdp, { cpu: 4 });
  await page.locator('[data-journey]').getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.waitForTimeout(WATCHED_MS);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const outcome = await page.locator('[data-journey]').getAttribute('data-outcome');
  return { ...frames(trace.traceEvents), outcome };
}

/** Times in a trace are microseconds. */
function frames(events) {
  const fired = events.filter(({ name }) => name === 'FireAnimationFrame');
  if (fired.length < 2) throw new Error('the animation asked for no frames');
  const { pid, tid } = fired[0];
  const starts = [...new Set(fired.map(({ ts }) => ts))].sort((a, b) => a - b);
  const scripts = starts.map(() => 0);
  let end = 0;
  let frame = 0;
  const running = events.filter((event) => event.pid === pid && event.tid === tid && event.dur && SCRIPT.has(event.name));
  for (const { ts, dur } of running.sort((a, b) => a.ts - b.ts)) {
    // An event inside an earlier one is counted already.
    const fresh = ts + dur - Math.max(ts, end);
    end = Math.max(end, ts + dur);
    while (starts[frame + 1] <= ts) frame += 1;
    if (fresh > 0 && ts >= starts[0]) scripts[frame] += fresh / 1000;
  }
  const gaps = starts.slice(1).map((start, index) => (start - starts[index]) / 1000);
  return {
    framesPerSecond: (1e6 * gaps.length) / (starts.at(-1) - starts[0]),
    longestFrameMs: Math.max(...gaps),
    scriptMs: median(scripts),
    slowestScriptMs: Math.max(...scripts),
    frames: starts.length,
  };
}
