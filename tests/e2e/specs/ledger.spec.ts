// The company's ledger: the parts are the bill, and the reader finds the key that leaked.
import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { visit } from '../support/exhibits';
import { picodollars } from '../support/money';
import { open } from '../support/open';
import { expect, ONCE, test } from '../support/test';

/** The amounts of the table: its parts, and its last line. */
async function amounts(exhibit: Locator): Promise<{ parts: bigint; bill: bigint }> {
  const read = (rows: string) =>
    exhibit.locator(`.ledger__table--days ${rows} .ledger__amount`).evaluateAll((cells) => cells.map((cell) => cell.textContent!));
  const exact = (texts: string[]) => texts.map((text) => picodollars(text.replaceAll(',', ''))).reduce((one, two) => one + two, 0n);
  return { parts: exact(await read('tbody')), bill: exact(await read('tfoot')) };
}

test('whatever the bill is grouped by, its parts add up to it exactly', async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'ledger');
  const root = exhibit.locator('[data-ledger]');
  for (const month of ['ordinary', 'own-key', 'shared-key']) {
    await exhibit.locator('select[name=case]').selectOption(month);
    for (const grouping of ['department', 'product', 'key', 'model']) {
      await exhibit.locator('select[name=grouping]').selectOption(grouping);
      const { parts, bill } = await amounts(exhibit);
      expect(parts, `${month} by ${grouping}`).toBe(bill);
      expect(bill).toBe(picodollars((await root.getAttribute('data-bill'))!));
    }
  }
});

test('a leak is found by grouping, and ends when the right key is revoked', async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'ledger');
  const root = exhibit.locator('[data-ledger]');
  const findings = exhibit.locator('.ledger__findings');
  const today = exhibit.locator('input[name=today]');
  const revoke = exhibit.getByRole('button', { name: 'Revoke this key' });
  await expect(root).toHaveAttribute('data-ledger', 'leaking');
  await expect(findings).toContainText('group by key');
  await exhibit.locator('select[name=grouping]').selectOption('key');

  // The wrong key first.
  await exhibit.locator('select[name=revoke]').selectOption('support-chat-prod');
  await revoke.click();
  await expect(root).toHaveAttribute('data-ledger', 'leaking');
  await expect(findings).toContainText('That was not it');
  await expect(revoke).toHaveAttribute('aria-disabled', 'true');
  await today.press('ArrowRight');
  await expect(exhibit.locator('.ledger__table--days')).toContainText('support-chat-prod (new)');

  await exhibit.locator('select[name=revoke]').selectOption('support-chat-test');
  await revoke.click();
  await expect(revoke).toBeFocused();
  await expect(root).toHaveAttribute('data-ledger', 'stopped');
  await expect(findings).toContainText('It was support-chat-test. From day 12 to day 18');
  const cost = (await findings.textContent())!.match(/used it for \$([\d,.]+\d)/)![1];
  await today.press('End');
  await expect(findings).toContainText(`used it for $${cost}`);

  await exhibit.getByRole('button', { name: 'Start again' }).click();
  await expect(root).toHaveAttribute('data-ledger', 'leaking');
  await expect(findings).toContainText('By the evening of day 17');
});

test('a shared key tells the key and not who', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'ledger');
  await exhibit.locator('select[name=case]').selectOption('shared-key');
  await expect(exhibit.locator('.ledger__findings')).toContainText('cannot say whether the shop or finance');
  await exhibit.locator('select[name=revoke]').selectOption('shop-and-finance');
  await exhibit.getByRole('button', { name: 'Revoke this key' }).click();
  await expect(exhibit.locator('.ledger__findings')).toContainText('whose copy had leaked');
});

test('an alert comes before the budget is used up, and nothing stops', ONCE, async ({ page }) => {
  await open(page);
  const exhibit = await visit(page, 'ledger');
  const findings = exhibit.locator('.ledger__findings');
  const dayOf = async (pattern: RegExp) => Number((await findings.textContent())!.match(pattern)?.[1]);
  const bill = async () => picodollars((await exhibit.locator('[data-ledger]').getAttribute('data-bill'))!);
  await exhibit.locator('input[name=today]').press('End');
  const [alert, budget] = [await dayOf(/The alert at \S+ came on day (\d+)/), await dayOf(/was used up on day (\d+)/)];
  expect(alert).toBeLessThan(budget);
  expect(await bill()).toBeGreaterThan(picodollars('2000'));
  await exhibit.locator('input[name=budget]').press('End');
  await expect(findings).toContainText('is not used up');
  await exhibit.locator('input[name=alert]').press('Home');
  expect(await dayOf(/came on day (\d+)/)).toBeLessThan(alert);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`conversation and ledger are accessible, ${colorScheme}`, ONCE, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    const conversation = await visit(page, 'conversation');
    await conversation.locator('summary').click();
    await conversation.locator('select[name=memory]').selectOption('summary');
    const ledger = await visit(page, 'ledger');
    await ledger.locator('summary').click();
    await ledger.locator('select[name=grouping]').selectOption('key');
    await ledger.getByRole('button', { name: 'Revoke this key' }).click();
    await expectNoViolations(page, '#conversation, #ledger');
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the month is shown, by every grouping', ONCE, async ({ page }) => {
    await page.goto('');
    const exhibit = page.locator('#ledger');
    await expect(exhibit).toContainText('An invented company');
    await expect(exhibit.locator('.ledger__table')).toHaveCount(5);
    await expect(exhibit.locator('.ledger__table--days').getByRole('img')).toHaveCount(5);
    await expect(exhibit.locator('input:visible, select:visible, button:visible')).toHaveCount(0);
  });
});
