// Exact decimal arithmetic for the bill: amounts are whole numbers of picodollars.

const DECIMALS = 12;

/** `0.000285` dollars as a whole number of picodollars. */
export function picodollars(text: string): bigint {
  const [, dollars, decimals = ''] = /^\$?(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (dollars === undefined || decimals.length > DECIMALS) throw new Error(`not an amount: ${text}`);
  return BigInt(dollars + decimals.padEnd(DECIMALS, '0'));
}

/** What so many tokens cost at a price in dollars per million. */
export function cost(tokens: number, pricePerMillion: string): bigint {
  return (BigInt(tokens) * picodollars(pricePerMillion)) / 1_000_000n;
}

/** A number as the English page writes it, with commas between thousands. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,3}(,\d{3})*$/.test(text.trim())) throw new Error(`not a whole number: ${text}`);
  return Number(text.replaceAll(',', ''));
}
