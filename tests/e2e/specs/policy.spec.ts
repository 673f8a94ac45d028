// The security policy is sent, repeated in the page, and kept; the same files work under any path.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HOST, SITE, SITE_BELOW_A_PATH } from '../support/addresses';
import { words } from '../support/content';
import { untilAlive, open } from '../support/open';
import { Requests } from '../support/requests';
import { expect, ONCE, test } from '../support/test';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const PAGES = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

test(
  'every page is sent with the policy of the shipped headers file, and repeats it',
  ONCE,
  async ({ page, request }) => {
    const shipped = readFileSync(`${DIST}_headers`, 'utf8');
    for (const file of PAGES) {
      const response = await request.get(SITE + file.replace(/index\.html$/, ''));
      const sent = response.headers()['content-security-policy'];
      expect(shipped).toContain(`Content-Security-Policy: ${sent}\n`);
      expect(sent).toContain(`frame-ancestors ${file.startsWith('embed/') ? '*' : "'self'"}`);
      for (const directive of [
        "default-src 'none'",
        "connect-src 'self'",
        /^script-src 'self' 'wasm-unsafe-eval' 'sha256-[^ ]+'$/,
        /^style-src( 'sha256-[^ ]+')+$/,
      ]) {
        const wanted = typeof directive === 'string' ? directive : expect.stringMatching(directive);
        expect(sent.split('; ')).toContainEqual(wanted);
      }
      const repeated = await page.evaluate(
        (html) =>
          new DOMParser().parseFromString(html, 'text/html').querySelector('meta[http-equiv]')!.getAttribute('content'),
        await response.text(),
      );
      // The page repeats it with the hash of its own style alone.
      const styles = /style-src [^;]*/;
      const [style] = repeated!.match(styles)!;
      expect(sent.match(styles)![0].split(' ')).toContain(style.split(' ')[1]);
      expect(sent.replace(styles, style)).toBe(`${repeated}; ${sent.split('; ').at(-1)}`);
    }
  },
);

test('no page has a second inline script or style, a handler, or a file from elsewhere', ONCE, async ({ page }) => {
  for (const file of PAGES) {
    const inline = await page.evaluate(
      (html) => {
        const page = new DOMParser().parseFromString(html, 'text/html');
        // The policy names one script and one style by their hashes; that they stand is the next test's.
        const named = [page.querySelector('script:not([src])'), page.querySelector('style')];
        // Data for search engines is no script: a browser does not run it.
        const data = page.querySelector('script[type="application/ld+json"]');
        const all = [...page.querySelectorAll('*')].filter((element) => ![...named, data].includes(element as HTMLElement));
        const bad = all.filter(
          (element) =>
            element.matches(
              'style, [style], script:not([src]), script:not(:empty), [src^="http"], link[href^="http"]',
            ) || element.getAttributeNames().some((name) => name.startsWith('on')),
        );
        return bad.map((element) => element.outerHTML.slice(0, 100));
      },
      readFileSync(DIST + file, 'utf8'),
    );
    expect(inline, file).toEqual([]);
  }
});

test('the policy is in force: inline scripts and other hosts are refused', ONCE, async ({ page, complaints }) => {
  complaints.allow(/Content Security Policy/);
  await open(page);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken into"';
    document.body.append(script);
  });
  await expect(page).not.toHaveTitle('broken into');
  const fetched = await page.evaluate(
    (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      ),
    HOST,
  );
  expect(fetched).toBe('refused');
  expect(complaints.heard.length).toBeGreaterThanOrEqual(2);
});

test('the window gets no names from the page', ONCE, async ({ page, complaints, lab, journey }) => {
  complaints.allow(/status of 404/); // the icon that the browser looks for beside a text file
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto('robots.txt');
  const before = await names();
  await open(page);
  await lab.type('names');
  await lab.expectTokens('names', 'o200k_base');
  await journey.skipToEnd();
  await journey.expectAt({ outcome: 'paid' });
  expect((await names()).filter((name) => !before.includes(name))).toEqual([]);
});

test('below a path everything works the same, and nothing is fetched from outside of it', async ({
  page,
  context,
  lab,
  journey,
}) => {
  const requests = new Requests(context);
  await page.goto(SITE_BELOW_A_PATH);
  await untilAlive(page);
  await lab.type('below a path');
  await lab.expectTokens('below a path', 'o200k_base');
  await journey.play.click();
  await journey.expectAt({ outcome: 'running' });
  await journey.skipToEnd();
  await journey.expectAt({ outcome: 'paid' });
  await lab.button('Copy link').click();
  await expect(page).toHaveURL(new RegExp(`^${SITE_BELOW_A_PATH}#text=below%20a%20path`));
  await page.goto(`${SITE_BELOW_A_PATH}embed/v1/token-lab/`);
  await lab.type('and in an embed');
  await lab.expectTokens('and in an embed', 'o200k_base');
  expect(requests.all.map((request) => request.url()).filter((url) => !url.startsWith(SITE_BELOW_A_PATH))).toEqual([]);
});

test('a wrong address answers 404 with a page that leads home', ONCE, async ({ page, complaints }) => {
  complaints.allow(/status of 404/);
  const response = await page.goto('nothing-is-here');
  expect(response!.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: words.page.not_found_link }).click();
  await expect(page).toHaveURL(SITE);
});
