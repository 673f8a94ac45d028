// The widgets work on other people's pages: in a sandbox, under a strict policy, as elements.
import { SITE } from '../support/addresses';
import { outcomes, words } from '../support/content';
import { openHost } from '../support/host';
import { Journey } from '../support/journey';
import { Lab } from '../support/lab';
import { expect, ONCE, test } from '../support/test';

test.describe('in a sandboxed frame without worker and storage, under a strict policy of the host', ONCE, () => {
  test('the token lab counts exactly', async ({ page }) => {
    await openHost(page, 'frames.html');
    const frame = page.frameLocator('iframe[title="Token lab"]');
    await expect(frame.locator('html')).toHaveAttribute('data-app', 'ready');
    expect(await frame.locator('html').evaluate(() => origin)).toBe('null');
    const lab = new Lab(frame);
    await lab.type('typed into a frame 👩🏽‍🚀');
    await lab.expectTokens('typed into a frame 👩🏽‍🚀', 'o200k_base');
    await lab.encoding.selectOption('cl100k_base');
    await lab.expectTokens('typed into a frame 👩🏽‍🚀', 'cl100k_base');
  });

  test('the journey plays and ends', async ({ page }) => {
    await openHost(page, 'frames.html');
    const frame = page.frameLocator('iframe[title="Journey"]');
    await expect(frame.locator('html')).toHaveAttribute('data-app', 'ready');
    const journey = new Journey(frame);
    await journey.choose('openai', 'mistyped');
    await journey.play.click();
    await journey.expectAt({ outcome: 'running' });
    await expect(journey.root).toHaveAttribute('data-outcome', 'refused', { timeout: 15_000 });
    await journey.expectAt({ stage: 'check-key', status: '401' });
  });

  test('a link is offered even where the clipboard is not allowed', async ({ page, complaints }) => {
    complaints.allow(/Permissions policy violation.*[Cc]lipboard/);
    await openHost(page, 'frames.html');
    const lab = new Lab(page.frameLocator('iframe[title="Token lab"]'));
    await lab.type('shared from a frame');
    await lab.expectTokens('shared from a frame', 'o200k_base');
    await lab.button(words.lab.copy_link).click();
    await expect(lab.notices.getByRole('textbox')).toHaveValue(/#text=shared%20from%20a%20frame/);
  });
});

test('frames work on a page that isolates itself', ONCE, async ({ page }) => {
  await openHost(page, 'isolated.html');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const lab = new Lab(page.frameLocator('iframe[title="Token lab"]'));
  await lab.type('isolated');
  await lab.expectTokens('isolated', 'o200k_base');
});

test.describe('as elements', ONCE, () => {
  test('<token-lab> shows the text, encoding and theme of its attributes', async ({ page }) => {
    await openHost(page, 'elements.html');
    const frame = page.frameLocator('token-lab iframe');
    const lab = new Lab(frame);
    const text = '50 % of A&B + #1 = “你好”';
    await expect(lab.text).toHaveValue(text);
    await lab.expectTokens(text, 'cl100k_base');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    const address = new URL((await page.locator('token-lab iframe').getAttribute('src'))!);
    expect(address.origin + address.pathname).toBe(`${SITE}embed/v1/token-lab/`);
    expect(decodeURIComponent(address.search), 'the text is in the fragment only').not.toContain('50');
  });

  test('<request-journey> shows the provider and scenario of its attributes', async ({ page }) => {
    await openHost(page, 'elements.html');
    await page.locator('request-journey').scrollIntoViewIfNeeded();
    const frame = page.frameLocator('request-journey iframe');
    const journey = new Journey(frame);
    await expect(journey.root).toHaveAttribute('data-provider', 'anthropic');
    await expect(journey.root).toHaveAttribute('data-scenario', 'mistyped');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
    await journey.skipToEnd();
    const cell = outcomes.find(({ provider, scenario }) => provider === 'anthropic' && scenario === 'mistyped')!;
    await journey.expectAt({ stage: cell.stage, outcome: cell.outcome, status: String(cell.status) });
  });

  test('a frame is as high as its widget and has a name', async ({ page }) => {
    await openHost(page, 'elements.html');
    const element = page.locator('token-lab iframe');
    await expect(element).toHaveAttribute('title', 'Try the token lab');
    const body = page.frameLocator('token-lab iframe').locator('html');
    await expect
      .poll(() => body.evaluate((html) => html.scrollHeight - html.clientHeight), 'nothing to scroll inside')
      .toBe(0);
    const lab = new Lab(page.frameLocator('token-lab iframe'));
    const before = (await element.boundingBox())!.height;
    await lab.insert('many words make the widget higher, '.repeat(30));
    await expect.poll(async () => (await element.boundingBox())!.height).toBeGreaterThan(before);
    await expect.poll(() => body.evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
  });

  test('the loader adds nothing to the host’s page but two elements', async ({ page }) => {
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window));
    await openHost(page, 'frames.html');
    const before = await names();
    await openHost(page, 'elements.html');
    await expect(page.locator('token-lab iframe')).toBeAttached();
    expect((await names()).filter((name) => !before.includes(name))).toEqual([]);
    expect(
      await page.evaluate(() => Boolean(customElements.get('token-lab') && customElements.get('request-journey'))),
    ).toBe(true);
  });

  test('an element that is moved or removed leaves no trace and no error', async ({ page }) => {
    await openHost(page, 'elements.html');
    await expect(page.locator('token-lab iframe')).toHaveCount(1);
    await page.evaluate(() => document.body.append(document.querySelector('token-lab')!));
    await expect(page.locator('token-lab iframe')).toHaveCount(1);
    await expect(new Lab(page.frameLocator('token-lab iframe')).text).toHaveValue(/50 %/);
    await page.evaluate(() => document.querySelector('token-lab')!.remove());
    await expect(page.locator('token-lab iframe')).toHaveCount(0);
  });
});
