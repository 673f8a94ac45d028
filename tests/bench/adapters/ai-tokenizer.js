// ai-tokenizer. Special tokens are read as the text they are.
import Tokenizer from 'ai-tokenizer';
import * as o200k_base from 'ai-tokenizer/encoding/o200k_base';

export async function open() {
  const tokenizer = new Tokenizer(o200k_base);
  return { encode: (text) => tokenizer.encode(text, [], []) };
}
