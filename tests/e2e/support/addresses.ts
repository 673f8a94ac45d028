// The servers that `cargo xtask test --only browser` has started. Every address ends with a slash.

/** The site at the root of a host. */
export const SITE = address('BASE_URL');
/** The same site below a path. */
export const SITE_BELOW_A_PATH = address('SUB_URL');
/** The site on a network that breaks off while a vocabulary is on its way. */
export const FAILING_SITE = address('FAULT_URL');
/** Pages of somebody else who embeds the widgets. */
export const HOST = address('HOST_URL');

/** The pages of the site in the pseudo-language. */
export function pseudoLanguage(): string {
  return address('PSEUDO_URL');
}

function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`cargo xtask test --only browser\``);
  return value;
}
