// The figures that come alive when they come near.
import { expect, type Locator, type Page } from '@playwright/test';

/** Brings an exhibit near, so that all of them come alive. */
export async function visit(page: Page, id: string): Promise<Locator> {
  const exhibit = page.locator(`#${id}`);
  await exhibit.scrollIntoViewIfNeeded();
  await expect(page.locator('html')).toHaveAttribute('data-exhibits', 'ready');
  return exhibit;
}
