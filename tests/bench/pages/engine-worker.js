// Runs one engine, away from the page so that an engine that hangs can be ended.

let engine;

const actions = {
  /** From module bytes and compressed vocabulary in memory to the first result. */
  async open({ files, text }) {
    const loaded = await fetchAll(files);
    const start = performance.now();
    const adapter = await import(loaded.module.url);
    engine = await adapter.open(loaded);
    const ids = await engine.encode(text);
    return { ms: performance.now() - start, tokens: ids.length };
  },

  async encode({ text }) {
    const start = performance.now();
    const ids = await engine.encode(text);
    return { ms: performance.now() - start, tokens: ids.length, hash: hash(ids) };
  },
};

/** Bytes, a response and an address for each file, none of which needs the network any more. */
export async function fetchAll(files) {
  const loaded = {};
  for (const [name, url] of Object.entries(files)) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const headers = { 'Content-Type': answer.headers.get('Content-Type') };
    const bytes = await answer.arrayBuffer();
    const blob = new Blob([bytes], { type: headers['Content-Type'] });
    loaded[name] = { bytes, response: new Response(bytes, { headers }), url: URL.createObjectURL(blob) };
  }
  return loaded;
}

/** Tells two lists of tokens apart. */
function hash(ids) {
  let state = 0x811c9dc5;
  for (let index = 0; index < ids.length; index++) {
    state = Math.imul(state ^ ids[index], 0x01000193);
    state ^= state >>> 15;
  }
  return state >>> 0;
}

onmessage = async ({ data }) => {
  try {
    postMessage(await actions[data.action](data));
  } catch (error) {
    postMessage({ error: String(error?.message ?? error).split('\n')[0].slice(0, 200) });
  }
};
