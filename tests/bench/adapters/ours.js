// The site's own tokenizer, driven as its worker drives it: through engine.js, with the jobs that
// src/worker/messages.rs describes. When those change, this file is the only one to change.

/** The site's files that one count needs, by what their paths look like. */
export const FILES = {
  engine: /^engine\.js$/,
  glue: /^assets\/tokenizer[^/]*\.js$/,
  wasm: /^assets\/tokenizer[^/]*\.wasm$/,
  ascii: /^vocab\/o200k_base\.ascii[^/]*\.bin$/,
  rest: /^vocab\/o200k_base\.rest[^/]*\.bin$/,
};

// As in public/worker.js.
const SLICE_MS = 30;

export async function open(files) {
  const { createEngine } = await import(files.engine.url);
  let settle;
  const take = createEngine(([kind, , result]) => {
    if (kind === 'done') settle.resolve(result);
    if (kind === 'failed') settle.reject(new Error(result));
  }, SLICE_MS);
  const parts = [files.ascii, files.rest];
  const vocabulary = { parts: parts.map((part) => part.url), unpacked: parts.map(unpacked) };
  const sources = { glue: files.glue.url, wasm: files.wasm.url, vocabulary };
  let id = 0;
  return {
    encode: (text) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        id += 1;
        take(['count', id, 'o200k_base', false, new TextEncoder().encode(text), sources]);
      }),
  };
}

// A gzip file ends with the length of what is packed in it.
function unpacked({ bytes }) {
  return new DataView(bytes).getUint32(bytes.byteLength - 4, true);
}
