// A large text pasted into our page: how long until its exact count is on screen, and the longest
// task on the main thread meanwhile, at full speed and with a processor four times slower; and the
// longest task in a bare text box, which is the browser's own work.
//
// The text is put into the page as an input of one piece, as a paste is; the clipboard itself is
// left out, since a browser without a screen has none that could be trusted with 10 MB. A page
// that wants to handle a paste itself gets a paste event with the text first.
import { BOXES, busySince, now, openAlive, put, untilCounted } from '../lib/our-page.js';
import { slowDown, tell } from '../lib/session.js';
import { freshText } from '../lib/texts.js';

const CASES = [
  { bytes: 1e6, cpu: 1 },
  { bytes: 1e6, cpu: 4 },
  { bytes: 10e6, cpu: 1 },
  { bytes: 10e6, cpu: 4 },
];
const LIMIT = 60_000;

export async function measure(session) {
  const results = [];
  for (const { bytes, cpu } of CASES) {
    const text = freshText('english', bytes, 500 + cpu);
    for (const [box, url] of Object.entries(BOXES)) {
      tell(box, bytes / 1e6, 'MB', `${cpu} times slower`);
      const result = await paste(session, url, text, cpu).catch((error) => ({ error: short(error) }));
      results.push({ bytes, cpu, box, ...result });
    }
  }
  return results;
}

function paste(session, url, text, cpu) {
  return session.withPage(async (page, cdp) => {
    await openAlive(page, url);
    // The tokenizer is loaded already: what it costs to load is measured elsewhere.
    await put(page, 'A short text before the long one.', LIMIT);
    await page.evaluate((words) => void (window.pasted = words), text);
    await slowDown(cdp, { cpu });
    const before = await now(page);
    await page.evaluate(putIn);
    const tokens = await untilCounted(page, LIMIT, Buffer.byteLength(text));
    const countedMs = (await now(page)) - before;
    return { countedMs, tokens, ...(await busySince(page, before)) };
  }, LIMIT);
}

const short = ({ message }) => (/Timeout/.test(message) ? `none within ${LIMIT / 1000} s` : message.split('\n')[0].slice(0, 80));

/** Runs in the page. */
function putIn() {
  const box = document.querySelector('#token-lab-text');
  box.focus();
  box.select();
  const data = new DataTransfer();
  data.setData('text/plain', window.pasted);
  // In a task of its own, as an event is, so that its length is seen.
  setTimeout(() => {
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    if (!box.dispatchEvent(event)) return;
    box.value = window.pasted;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  });
  return new Promise((resolve) => setTimeout(resolve));
}
