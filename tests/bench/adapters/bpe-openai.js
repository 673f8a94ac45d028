// bpe-openai, compiled to WebAssembly by crates/bpe-openai/; #glue is what wasm-bindgen wrote for it.
import init, { encode } from '#glue';

export async function open(files) {
  await init({ module_or_path: files.wasm.response });
  return { encode };
}
