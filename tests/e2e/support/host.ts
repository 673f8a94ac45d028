// Somebody else's pages that embed the widgets: the files of `host/`, each under a policy of its own.
import type { Page } from '@playwright/test';
import { HOST, SITE } from './addresses';

/** Opens a page of `host/`, which embeds the site under test. */
export async function openHost(page: Page, file: string): Promise<void> {
  await page.goto(`${HOST}${file}?site=${encodeURIComponent(SITE)}`);
}
