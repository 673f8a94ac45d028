// Somebody else's pages that embed the widgets: the files of `host/`, each under a policy of its own.
import type { FrameLocator, Page } from '@playwright/test';
import { HOST, SITE } from './addresses';
import { Journey } from './journey';
import { Lab } from './lab';

/** Opens a page of `host/`, which embeds the site under test. */
export async function openHost(page: Page, file: string): Promise<void> {
  await page.goto(`${HOST}${file}?site=${encodeURIComponent(SITE)}`);
}

/** The token lab inside a frame of a page. */
export function labIn(frame: FrameLocator): Lab {
  return new Lab(frame.locator('[data-token-lab]'));
}

/** The journey inside a frame of a page. */
export function journeyIn(frame: FrameLocator): Journey {
  return new Journey(frame.locator('[data-journey]'));
}
