// An independent witness of the right answer: js-tiktoken, which shares no code with the site.
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k_base from 'js-tiktoken/ranks/cl100k_base';
import o200k_base from 'js-tiktoken/ranks/o200k_base';

const RANKS = { o200k_base, cl100k_base };

export type Encoding = keyof typeof RANKS;
export const ENCODINGS: readonly Encoding[] = ['o200k_base', 'cl100k_base'];

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

/** The ids; special tokens are read as the text they are. */
export function idsOf(text: string, encoding: Encoding): number[] {
  return witness(encoding).engine.encode(text.toWellFormed(), [], []);
}

/** The ids with their places. */
export function tokensOf(text: string, encoding: Encoding): Token[] {
  const { lengths } = witness(encoding);
  let end = 0;
  return idsOf(text, encoding).map((id) => {
    const start = end;
    end += lengths.get(id)!;
    return { id, start, end };
  });
}

function witness(encoding: Encoding): Witness {
  let known = witnesses.get(encoding);
  if (!known) {
    known = { engine: new Tiktoken(RANKS[encoding]), lengths: lengthsIn(RANKS[encoding].bpe_ranks) };
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
