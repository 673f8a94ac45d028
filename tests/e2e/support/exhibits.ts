// The figures that come alive when they come near.
import { expect, type Locator, type Page } from '@playwright/test';

/** Brings an exhibit near and waits until it has come alive. */
export async function visit(page: Page, id: string): Promise<Locator> {
  const exhibit = page.locator(`#${id}`);
  await exhibit.scrollIntoViewIfNeeded();
  await expect(page.locator(`#${id}-root`)).toHaveAttribute('data-state', 'ready');
  return exhibit;
}

/** Brings every exhibit near. */
export async function visitAll(page: Page): Promise<void> {
  for (const root of await page.locator('[data-exhibit]').all()) {
    await visit(page, (await root.getAttribute('data-exhibit'))!);
  }
}
