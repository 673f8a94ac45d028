// Opening a page and waiting until its interactive parts have come alive.
import { type BrowserContext, expect, type Frame, type Page } from '@playwright/test';
import { SITE } from './addresses';

/** Opens `address`, from the site's root, and waits for the app and for what serves the reader of a text. */
export async function open(page: Page, address = ''): Promise<void> {
  await page.goto(new URL(address, SITE).href);
  await untilAlive(page);
  const hasText = await page.locator('script[src$="reading.js"]').count();
  if (hasText) await expect(page.locator('html')).toHaveAttribute('data-reading', 'ready');
}

/** Waits for the app in a page or a frame. */
export async function untilAlive(page: Page | Frame): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
}

/** Goes to another fragment of the open page and waits until the page could have read it. */
export async function follow(page: Page, fragment: string): Promise<void> {
  await page.evaluate(
    (hash) =>
      new Promise<void>((resolve) => {
        window.addEventListener('hashchange', () => setTimeout(resolve), { once: true });
        location.hash = hash;
      }),
    fragment,
  );
}

/** The reader asks to save data: nothing is fetched before it is needed, so tests can tell what is. */
export async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Object.defineProperty(navigator.connection, 'saveData', { value: true }));
}
