// Files that arrive broken, for a while.
import type { Page, Route } from '@playwright/test';

/**
 * Spoils the first `times` deliveries of what matches; the answer tells how many there were by now. The route stays
 * until the page goes: taking one away while a request is under way can lose that request's events.
 */
export async function spoilFirst(
  page: Page,
  pattern: string | RegExp,
  times: number,
  spoil: (route: Route) => Promise<void>,
): Promise<() => number> {
  let deliveries = 0;
  await page.route(pattern, (route) => (++deliveries <= times ? spoil(route) : route.continue()));
  return () => deliveries;
}
