// The site's own tokenizer, driven as its worker drives it: through engine.js, with the job that
// src/worker/messages/ describes. When that job changes, this file is the only one to change.

/** The site's files that one count needs, by what their paths look like. */
export const FILES = {
  engine: /^engine\.js$/,
  glue: /^assets\/tokenizer[^/]*\.js$/,
  wasm: /^assets\/tokenizer[^/]*\.wasm$/,
  vocabulary: /^vocab\/o200k_base[^/]*\.bin$/,
};

export async function open(files) {
  const { createEngine } = await import(files.engine.url);
  let settle;
  const answer = createEngine(([kind, , result]) => {
    if (kind === 'done') settle.resolve(result);
    if (kind === 'failed') settle.reject(new Error(result));
  });
  // A gzip file ends with the length of what is packed in it.
  const unpacked = new DataView(files.vocabulary.bytes).getUint32(files.vocabulary.bytes.byteLength - 4, true);
  let id = 0;
  return {
    encode: (text) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        id += 1;
        answer([id, 'o200k_base', text, files.vocabulary.url, unpacked, files.glue.url, files.wasm.url]);
      }),
  };
}
