// Without JavaScript the article and both figures can be read, and nothing pretends to be usable.
import { words } from '../support/content';
import { STAGES } from '../support/journey';
import { expect, test } from '../support/test';
import { tokensOf } from '../support/witness';

test.use({ javaScriptEnabled: false });

test('article, counted tokens, the list of stages and the diagram are there to be read', async ({
  page,
  lab,
  journey,
}) => {
  await page.goto('');
  await expect(page.locator('noscript p')).toHaveText(words.page.no_script);
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.locator('main .section-title').count()).toBeGreaterThanOrEqual(6);

  // The text box is hidden, and the example in it is what the chips show.
  const example = await lab.text.inputValue();
  const tokens = tokensOf(example, 'o200k_base');
  expect(await lab.drawn()).toEqual(tokens);
  expect(await lab.list.textContent()).toBe(example);
  await expect(lab.chips.first()).toBeVisible();
  await expect(lab.number(words.lab.tokens)).toHaveText(String(tokens.length));

  await expect(journey.root.getByRole('img')).toBeVisible();
  for (const stage of STAGES) {
    await expect(journey.step(stage)).toBeVisible();
    await expect(journey.step(stage)).not.toBeEmpty();
  }
  await expect(journey.bill.getByRole('table')).toBeVisible();
});

for (const [name, address] of Object.entries({
  'the article': '',
  'the embedded token lab': 'embed/v1/token-lab/',
  'the embedded journey': 'embed/v1/journey/',
})) {
  test(`${name} shows no control that would do nothing`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('button:visible, input:visible, select:visible, textarea:visible')).toHaveCount(0);
    await expect(page.locator('a[href="#token-lab-text"]:visible')).toHaveCount(0);
    await expect(page.getByText(words.page.app_failed)).toBeHidden();
  });
}
