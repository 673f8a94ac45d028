// The journey's animation with a processor four times slower: frames per second, and how long
// scripts run in a frame (from the browser's trace: everything inside the frame's callbacks).
import { openOurs } from '../lib/our-page.js';
import { median, slowDown } from '../lib/session.js';

const WATCHED_MS = 5000;

export async function measure(session, { rounds }) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await session.withPage(play));
  }
  const middle = (name) => median(runs.map((run) => run[name]));
  return { framesPerSecond: middle('framesPerSecond'), scriptMs: middle('scriptMs'), slowestScriptMs: middle('slowestScriptMs'), longestFrameMs: middle('longestFrameMs'), runs };
}

async function play(page, cdp) {
  await openOurs(page, 'embed/v1/journey/');
  const journey = page.locator('[data-journey]');
  await slowDown(cdp, { cpu: 4 });
  // Our callback is asked for first in each frame, so what runs between it and the message after
  // the frame's callbacks is the page's.
  await page.evaluate(() => {
    window.frames_ = [];
    window.scripts_ = [];
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        const start = performance.now();
        callback(time);
        window.scripts_.push(performance.now() - start);
      });
    const tick = (time) => (window.frames_.push(time), request(tick));
    request(tick);
  });
  await journey.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForTimeout(500);
  await page.evaluate(() => void (window.frames_.length = window.scripts_.length = 0));
  await page.waitForTimeout(WATCHED_MS);
  const { frames, scripts, outcome } = await page.evaluate(() => ({
    frames: window.frames_,
    scripts: window.scripts_,
    outcome: document.querySelector('[data-journey]').dataset.outcome,
  }));
  const gaps = frames.slice(1).map((time, index) => time - frames[index]);
  return {
    framesPerSecond: (1000 * gaps.length) / (frames.at(-1) - frames[0]),
    longestFrameMs: Math.max(...gaps),
    scriptMs: median(scripts),
    slowestScriptMs: Math.max(...scripts),
    callbacks: scripts.length,
    outcome,
  };
}
