// An independent witness of the right answer: js-tiktoken, which shares no code with the site.
import { readFileSync } from 'node:fs';
import { Tiktoken, type TiktokenBPE } from 'js-tiktoken/lite';

/** An encoding's published name. */
export type Encoding = string;

/** In the order of the menu: the names that ARCHITECTURE.md promises to host pages. */
export const ENCODINGS: readonly Encoding[] = promised('data-encoding');

function promised(attribute: string): string[] {
  const text = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const row = text.split('\n').find((line) => line.startsWith(`| \`${attribute}\` |`));
  return [...row!.matchAll(/`(\w+)`/g)].map(([, name]) => name);
}

/**
 * js-tiktoken does not know this one: o200k_base with the special tokens of OpenAI's “harmony” format,
 * as tiktoken-rs has them. (The Python tiktoken also reads `<|endofprompt|>` here.)
 */
const HARMONY = {
  '<|startoftext|>': 199998,
  '<|endoftext|>': 199999,
  '<|return|>': 200002,
  '<|constrain|>': 200003,
  '<|channel|>': 200005,
  '<|start|>': 200006,
  '<|end|>': 200007,
  '<|message|>': 200008,
  '<|call|>': 200012,
};

async function ranksOf(encoding: Encoding): Promise<TiktokenBPE> {
  if (encoding === 'o200k_harmony') return { ...(await ranksOf('o200k_base')), special_tokens: HARMONY };
  return (await import(`js-tiktoken/ranks/${encoding}`)).default;
}

const RANKS = new Map(
  await Promise.all(ENCODINGS.map(async (encoding) => [encoding, await ranksOf(encoding)] as const)),
);

/** How the names of special tokens in a text are read. */
export type SpecialTokens = 'as-text' | 'as-special';

/** A token and where it stands in the UTF-8 bytes of its text. */
export interface Token {
  id: number;
  start: number;
  end: number;
}

interface Witness {
  engine: Tiktoken;
  /** Length in bytes of every token, by id. */
  lengths: Map<number, number>;
}

const witnesses = new Map<Encoding, Witness>();

/** The ids. */
export function idsOf(text: string, encoding: Encoding, special: SpecialTokens = 'as-text'): number[] {
  return witness(encoding).engine.encode(text.toWellFormed(), special === 'as-special' ? 'all' : [], []);
}

/** The ids with their places. */
export function tokensOf(text: string, encoding: Encoding, special: SpecialTokens = 'as-text'): Token[] {
  const { lengths } = witness(encoding);
  let end = 0;
  return idsOf(text, encoding, special).map((id) => {
    const start = end;
    end += lengths.get(id)!;
    return { id, start, end };
  });
}

function witness(encoding: Encoding): Witness {
  let known = witnesses.get(encoding);
  if (!known) {
    const ranks = RANKS.get(encoding)!;
    const { bpe_ranks, special_tokens } = ranks;
    const lengths = lengthsIn(bpe_ranks);
    Object.entries(special_tokens).forEach(([name, id]) => lengths.set(id as number, Buffer.byteLength(name)));
    known = { engine: new Tiktoken(ranks), lengths };
    witnesses.set(encoding, known);
  }
  return known;
}

/** Each line is a mark, the first id, and tokens in Base64. */
function lengthsIn(ranks: string): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const line of ranks.split('\n').filter(Boolean)) {
    const [, first, ...tokens] = line.split(' ');
    tokens.forEach((token, index) => lengths.set(Number(first) + index, Buffer.from(token, 'base64').length));
  }
  return lengths;
}
