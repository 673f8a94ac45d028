// The journey's animation with a processor four times slower: frames per second, and how long
// scripts run in a frame, from the browser's trace: everything between one frame's callbacks and
// the next frame's, microtasks and timers included. A bare page that moves one box shows how many
// frames the machine can do.
import { BOXES, openAlive } from '../lib/our-page.js';
import { median, slowDown } from '../lib/session.js';

const WATCHED_MS = 5000;
const SCRIPT = new Set(['FireAnimationFrame', 'FunctionCall', 'RunMicrotasks', 'TimerFire', 'EventDispatch']);

const ours = (path) => ({ url: new URL(path, process.env.SITE_URL).href, start: pressPlay });

const PAGES = {
  'our widget': ours('embed/v1/journey/'),
  'our article': ours(''),
  'a bare page that moves a box': { url: BOXES['a bare text box'], start: moveABox },
};

export async function measure(session, { rounds }) {
  const rows = Object.keys(PAGES).map((title) => ({ title, runs: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { title, runs } of rows) {
      runs.push(await session.withPage((page, cdp) => play(session.browser, page, cdp, PAGES[title])));
    }
  }
  const names = ['framesPerSecond', 'scriptMs', 'slowestScriptMs', 'longestFrameMs'];
  for (const row of rows) {
    for (const name of names) row[name] = median(row.runs.map((run) => run[name]));
  }
  return rows;
}

function pressPlay(page) {
  return page.locator('[data-journey]').getByRole('button', { name: 'Play', exact: true }).click();
}

function moveABox(page) {
  return page.evaluate(() => {
    const box = document.querySelector('main');
    box.style.willChange = 'transform';
    const move = (now) => {
      box.style.transform = `translateX(${(now / 10) % 100}px)`;
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
}

async function play(browser, page, cdp, { url, start }) {
  await openAlive(page, url);
  await slowDown(cdp, { cpu: 4 });
  await start(page);
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.waitForTimeout(WATCHED_MS);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return frames(trace.traceEvents);
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
