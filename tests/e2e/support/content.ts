// The words and facts of `content/`, so that tests speak of what the page must say, not of wordings.
import { readFileSync } from 'node:fs';
import { parse, type TomlTable } from 'smol-toml';

function readContent(path: string): TomlTable {
  return parse(readFileSync(new URL(`../../../content/${path}`, import.meta.url), 'utf8'));
}

const strings = readContent('en/strings.toml') as unknown as Record<string, Record<string, string | Forms>>;

/** A noun after one and after more. */
type Forms = { one: string; other: string };

/** The English interface strings by table and key; of a noun's forms the one for many. */
export const words: Record<string, Record<string, string>> = Object.fromEntries(
  Object.entries(strings).map(([table, entries]) => [
    table,
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, typeof entry === 'string' ? entry : entry.other])),
  ]),
);

/** The English strings of the exhibits, by exhibit and key. */
export const exhibitWords = strings.exhibits as unknown as Record<string, Record<string, string>>;

/** A string whose braces the page has filled with anything, or with the given values. */
export function filled(template: string, values: Record<string, string> = {}): RegExp {
  const parts = template.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return literal(part);
    return values[name] === undefined ? '.+' : literal(values[name]);
  });
  return new RegExp(parts.join(''));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export const PROVIDERS = ['openai', 'anthropic', 'gemini'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** One cell of the matrix of providers and scenarios. */
export interface Outcome {
  provider: Provider;
  scenario: string;
  stage: string;
  outcome: string;
  status?: number;
  billed: 'nothing' | 'part' | 'all' | 'unknown';
}

/** Every cell but the ordinary ones. */
export const outcomes = readContent('data/outcomes.toml').outcome as unknown as Outcome[];

/** Prices in USD per million tokens, by the model's id. */
export const prices = new Map(
  (readContent('data/models.toml').model as TomlTable[]).map((model) => {
    const price = model.price as unknown as Record<string, string>;
    return [String(model.id), { input: price.input_usd_per_mtok, output: price.output_usd_per_mtok }];
  }),
);
