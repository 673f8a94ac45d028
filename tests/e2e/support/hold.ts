// A network that keeps files back until the test lets them go.
import type { Page } from '@playwright/test';

/** Keeps back every file that matches; the answer lets them all go. */
export async function hold(page: Page, pattern: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
