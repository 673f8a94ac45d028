// An independent witness of the right answer: js-tiktoken, which shares no code with the site.
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k_base from 'js-tiktoken/ranks/cl100k_base';
import o200k_base from 'js-tiktoken/ranks/o200k_base';
import p50k_base from 'js-tiktoken/ranks/p50k_base';
import p50k_edit from 'js-tiktoken/ranks/p50k_edit';
import r50k_base from 'js-tiktoken/ranks/r50k_base';

/**
 * js-tiktoken does not know this one: o200k_base with the special tokens of OpenAI's “harmony” format,
 * as tiktoken-rs has them. (The Python tiktoken also reads `<|endofprompt|>` here.)
 */
const o200k_harmony = {
  ...o200k_base,
  special_tokens: {
    '<|startoftext|>': 199998,
    '<|endoftext|>': 199999,
    '<|return|>': 200002,
    '<|constrain|>': 200003,
    '<|channel|>': 200005,
    '<|start|>': 200006,
    '<|end|>': 200007,
    '<|message|>': 200008,
    '<|call|>': 200012,
  },
};

const RANKS = { o200k_base, o200k_harmony, cl100k_base, p50k_base, p50k_edit, r50k_base };

export type Encoding = keyof typeof RANKS;
/** In the order of the menu. */
export const ENCODINGS = Object.keys(RANKS) as readonly Encoding[];
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
    const { bpe_ranks, special_tokens } = RANKS[encoding];
    const lengths = lengthsIn(bpe_ranks);
    Object.entries(special_tokens).forEach(([name, id]) => lengths.set(id as number, Buffer.byteLength(name)));
    known = { engine: new Tiktoken(RANKS[encoding]), lengths };
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
