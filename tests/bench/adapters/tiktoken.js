// tiktoken, the npm package: WebAssembly, and the vocabulary as a module.
import { init, Tiktoken } from 'tiktoken/lite/init';
import o200k_base from 'tiktoken/encoders/o200k_base.json';

export async function open(files) {
  await init((imports) => WebAssembly.instantiateStreaming(files.wasm.response, imports));
  const tokenizer = new Tiktoken(o200k_base.bpe_ranks, o200k_base.special_tokens, o200k_base.pat_str);
  return { encode: (text) => tokenizer.encode_ordinary(text) };
}
