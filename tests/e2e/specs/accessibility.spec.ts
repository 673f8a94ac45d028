// axe finds nothing against WCAG 2.2 AA, in every state a reader can bring the page into.
import { expectNoViolations } from '../support/axe';
import type { Journey } from '../support/journey';
import type { Lab } from '../support/lab';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

const SECRET = 'sk-' + 'proj-' + 'q7Zt2mK9'.repeat(6);

/** What a reader can bring the page into, after it was opened. */
const STATES: Record<string, (lab: Lab, journey: Journey) => Promise<void>> = {
  'before it is used': async () => {},
  'with notices, a chosen token and a refused request': async (lab, journey) => {
    await lab.insert(`half \ud83d, a secret ${SECRET}, an emoji 👩🏽‍🚀\n\tand white space`);
    await expect(lab.root).toHaveAttribute('data-state', 'ready');
    await lab.button('Copy link').click();
    await lab.list.press('End');
    await journey.choose('anthropic', 'rate-limit');
    await journey.skipToEnd();
    await journey.expectAt({ outcome: 'refused' });
  },
  'with a request under way': async (_lab, journey) => {
    await journey.step('generate').getByRole('button').click();
    await journey.expectAt({ outcome: 'running' });
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [state, reach] of Object.entries(STATES)) {
    // Colors do not depend on the screen: dark is looked at once.
    test(`the page ${state}, ${colorScheme}`, colorScheme === 'dark' ? ONCE : {}, async ({ page, lab, journey }) => {
      await page.emulateMedia({ colorScheme });
      await open(page);
      await reach(lab, journey);
      await expectNoViolations(page);
    });
  }
}

test('the page while something is wrong', ONCE, async ({ page, complaints, lab }) => {
  complaints.allow(/Failed to load resource/);
  await page.route('**/vocab/*', (route) => route.abort());
  await open(page, '#text=hello&encoding=nonsense');
  await expect(lab.root).toHaveAttribute('data-state', 'error');
  await expectNoViolations(page);
  await lab.button('Clear').click();
  await expectNoViolations(page);
});

for (const address of ['embed/v1/token-lab/', 'embed/v1/journey/']) {
  test(`${address} in both color schemes`, ONCE, async ({ page }) => {
    await open(page, address);
    await expectNoViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoViolations(page);
  });
}

test('the page for wrong addresses', ONCE, async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await page.goto('nothing-is-here');
  await expectNoViolations(page);
});
