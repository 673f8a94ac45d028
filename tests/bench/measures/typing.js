// Typing into a text of 100 KB with a processor four times slower: the longest task on the main
// thread, and the longest time from a key to the next frame (event timing). The same in a bare text
// box tells how much of it is the browser's own work.
import { BOXES, busySince, now, openAlive, put, untilCounted } from '../lib/our-page.js';
import { slowDown } from '../lib/session.js';
import { freshText } from '../lib/texts.js';

const BYTES = 100_000;
const KEYS = 'How many tokens now?';
const LIMIT = 60_000;

export async function measure(session) {
  const results = [];
  for (const language of ['english', 'chinese']) {
    for (const [box, url] of Object.entries(BOXES)) {
      results.push({ language, box, ...(await type(session, url, freshText(language, BYTES, 400))) });
    }
  }
  return results;
}

function type(session, url, text) {
  return session.withPage(async (page, cdp) => {
    await openAlive(page, url);
    await put(page, text, LIMIT);
    await slowDown(cdp, { cpu: 4 });
    await page.evaluate(() => document.querySelector('#token-lab-text').setSelectionRange(500, 500));
    await page.waitForTimeout(1000);
    const before = await now(page);
    for (const key of KEYS) {
      await page.keyboard.type(key);
      await page.waitForTimeout(120);
    }
    const typed = await now(page);
    const tokens = await untilCounted(page, LIMIT, Buffer.byteLength(text + KEYS));
    const counted = (await now(page)) - typed;
    return { tokens, countedAfterMs: counted, ...(await busySince(page, before)) };
  });
}
