// Typing into a text of 100 KB with a processor four times slower: the longest task on the main
// thread, and the longest time from a key to the next frame (event timing).
import { busySince, now, openOurs, put, untilCounted } from '../lib/our-page.js';
import { slowDown } from '../lib/session.js';
import { freshText } from '../lib/texts.js';

const BYTES = 100_000;
const KEYS = 'How many tokens now?';
const LIMIT = 60_000;

export async function measure(session) {
  const results = [];
  for (const language of ['english', 'chinese']) {
    results.push({ language, ...(await type(session, freshText(language, BYTES, 400))) });
  }
  return results;
}

function type(session, text) {
  return session.withPage(async (page, cdp) => {
    await openOurs(page, 'embed/v1/token-lab/');
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
    const tokens = await untilCounted(page, LIMIT);
    const counted = (await now(page)) - typed;
    return { tokens, countedAfterMs: counted, ...(await busySince(page, before)) };
  });
}
