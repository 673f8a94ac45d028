// The site's own tokenizer, driven as its worker drives it: through engine.js, with the jobs that
// src/worker/messages.rs describes. When those change, this file changes too.

/** The site's files that one count needs, by what their paths look like. */
export const FILES = {
  engine: /^engine\.js$/,
  glue: /^assets\/tokenizer[^/]*\.js$/,
  wasm: /^assets\/tokenizer[^/]*\.wasm$/,
  ascii: /^vocab\/o200k_base\.ascii[^/]*\.bin$/,
  rest: /^vocab\/o200k_base\.rest[^/]*\.bin$/,
};

/** The encoding, and the vocabulary of the same name. */
const ENCODING = 'o200k_base';

/** Who asks; here nobody else does. */
const ASKER = 0;

// As in public/worker.js.
const SLICE_MS = 30;

export async function open(files) {
  const { createEngine } = await import(files.engine.url);
  let settle;
  const take = createEngine(([kind, , result]) => {
    if (kind === 'done') settle.resolve(result);
    if (kind === 'failed') settle.reject(new Error(result));
  }, SLICE_MS);
  const parts = [files.ascii, files.rest].map((part) => [part.url, unpackedBytes(part)]);
  take(['files', [files.glue.url, files.wasm.url], [], [[ENCODING, ...parts]]]);
  let id = 0;
  return {
    encode: (text) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        id += 1;
        take(['count', id, ASKER, ENCODING, false, new TextEncoder().encode(text), ENCODING]);
      }),
  };
}

// A gzip file ends with the length of what is packed in it.
function unpackedBytes({ bytes }) {
  return new DataView(bytes).getUint32(bytes.byteLength - 4, true);
}
