// axe, the checker of accessibility, with the rules that the page must keep.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** axe finds nothing on the page as it is, or in the parts of it that `within` selects. */
export async function expectNoViolations(page: Page, within = 'html'): Promise<void> {
  // Parts that are not laid out cannot be judged, and move while others are.
  await page.evaluate(() => (document.documentElement.dataset.layout = 'whole'));
  // What lies below the line that follows the reading is not too small, only covered for now.
  await page.evaluate(() => scrollTo(0, 0));
  // Colors are judged as they are in the end.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
  expect(found).toEqual([]);
}
