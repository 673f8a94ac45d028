// Nothing the reader types leaves the page: not in an address, not in a header, not in a body.
import { SITE } from '../support/addresses';
import { open } from '../support/open';
import { Requests, TOKENIZER } from '../support/requests';
import { expect, ONCE, test } from '../support/test';

const MARKER = 'Zq7 private wörds 你好';

/** Every form in which the marker could travel. */
const FORMS = [
  'Zq7',
  MARKER,
  encodeURIComponent(MARKER),
  encodeURI(MARKER),
  Buffer.from(MARKER).toString('base64'),
  Buffer.from(MARKER).toString('hex'),
];

test('typing, playing and copying a link send nothing of the text', async ({ page, context, lab, journey }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const requests = new Requests(context);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await open(page);

  await lab.type(MARKER);
  await lab.expectTokens(MARKER, 'o200k_base');
  await lab.encoding.selectOption('cl100k_base');
  await lab.expectTokens(MARKER, 'cl100k_base');
  await journey.play.click();
  await journey.expectAt({ outcome: 'running' });
  await journey.skipToEnd();
  await journey.expectAt({ outcome: 'paid' });
  await lab.button('Copy link').click();
  await expect(page).toHaveURL(/#text=Zq7/);
  await page.reload();
  await lab.expectTokens(MARKER, 'cl100k_base');
  await page.waitForLoadState('networkidle');

  expect(requests.matching(TOKENIZER), 'the recorder hears the worker too').not.toEqual([]);
  const leaks = (await requests.sent()).filter((sent) => FORMS.some((form) => sent.includes(form)));
  expect(leaks).toEqual([]);
  expect(requests.matching(/^/).filter((url) => new URL(url).origin !== new URL(SITE).origin)).toEqual([]);
  expect(sockets).toEqual([]);
});

test('the page keeps nothing of the text on the device', ONCE, async ({ page, context, lab }) => {
  await open(page);
  await lab.type(MARKER);
  await lab.expectTokens(MARKER, 'o200k_base');
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  expect(kept).toEqual({ local: {}, session: {}, databases: [], caches: [] });
  expect(await context.cookies()).toEqual([]);
});
