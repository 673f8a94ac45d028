// js-tiktoken.
import { Tiktoken } from 'js-tiktoken/lite';
import o200k_base from 'js-tiktoken/ranks/o200k_base';

export async function open() {
  const tokenizer = new Tiktoken(o200k_base);
  return { encode: (text) => tokenizer.encode(text, [], []) };
}
