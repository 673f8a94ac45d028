// tiktoken-rs, compiled to WebAssembly by crates/tiktoken-rs/; #glue is what wasm-bindgen wrote for it.
import init, { encode } from '#glue';

export async function open(files) {
  await init({ module_or_path: files.wasm.response });
  return { encode };
}
