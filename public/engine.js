// Runs jobs on the tokenizer's WebAssembly: fetches vocabularies, works in slices, survives crashes.
//
// createEngine(reply, sliceMs) gives take(message). Messages and replies are arrays; see
// src/worker/messages.rs. First comes "files", with paths from the site's root, where this file is too.
// A "count" replaces whatever is being counted, and "cancel" only stops it; the other jobs are about the
// text counted last. Jobs are answered in order, one at a time.
//
// A WebAssembly instance that crashed is never used again: the next job imports a fresh copy of the
// glue, under an address that differs in its query, because a module keeps its WebAssembly for life.

const BYTES_A_STEP = 1 << 16;

class Damaged extends Error {}

export function createEngine(reply, sliceMs) {
  let tokenizer;
  let reference;
  let vocabularies; // the parts of each, by name
  let latest = 0; // the newest count's id
  let counted; // the count job whose result the tokenizer holds
  let queue = Promise.resolve();

  function locate([, tokenizerFiles, referenceFiles, list]) {
    tokenizer = binary(...tokenizerFiles);
    reference = binary(...referenceFiles);
    vocabularies = new Map(list.map(([name, ...parts]) => [name, parts.map(located)]));
  }

  async function count(job) {
    const [, id, encoding, special, bytes, vocabulary] = job;
    const parts = vocabularies.get(vocabulary);
    counted = undefined;
    const progress = (percent) => id === latest && reply(["loading", id, percent]);
    if (!tokenizer.isOpen()) request(parts[0].url); // both are on their way at once
    const engine = await tokenizer.open();
    await cover(engine, encoding, parts, 1, progress);
    if (id !== latest) return;
    engine.begin(encoding, special, bytes);
    if (!engine.is_covered()) await cover(engine, encoding, parts, 2, progress);
    while (!step(engine)) {
      reply(["counting", id, engine.percent()]);
      await new Promise((resume) => setTimeout(resume));
      if (id !== latest) return;
    }
    counted = job;
    reply(["done", id, engine.ids(), engine.boundaries(), ...engine.counts()]);
    // The next text may need all of it, and there is time now.
    cover(engine, encoding, parts, 2, () => {}).catch(() => {});
  }

  // Works for one slice of time; says whether everything is counted.
  function step(engine) {
    const end = performance.now() + sliceMs;
    do if (engine.advance(BYTES_A_STEP)) return true;
    while (performance.now() < end);
    return false;
  }

  // Compares the result with the one of tiktoken-rs.
  async function check([, id], engine) {
    const [, , encoding, special, bytes, vocabulary] = counted;
    const judge = await reference.open();
    await cover(judge, encoding, vocabularies.get(vocabulary), 2, () => {});
    const [ours, theirs] = [engine.ids(), judge.encode(encoding, special, bytes)];
    const same = ours.length === theirs.length && ours.every((token, index) => token === theirs[index]);
    reply(["checked", id, same ? "same" : "different"]);
  }

  const aboutCounted = {
    find: async ([, id, query], engine) => reply(["found", id, engine.find(query)]),
    replace: async ([, id, query, words], engine) => reply(["replaced", id, engine.replace(query, words)]),
    check,
  };

  async function run(job) {
    const [kind, id] = job;
    try {
      if (kind === "count" && id === latest) await count(job);
      else if (kind in aboutCounted && counted?.[1] === id) {
        await aboutCounted[kind](job, await tokenizer.open());
      }
    } catch (error) {
      const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      if (kind === "check") {
        reference.drop();
        reply(["checked", id, crashed ? "crashed" : "download"]);
      } else {
        tokenizer.drop();
        counted = undefined;
        reply(["failed", id, crashed ? "crashed" : error instanceof Damaged ? "damaged" : "download"]);
      }
    }
  }

  return (job) => {
    if (job[0] === "files") return locate(job);
    if (job[0] === "count" || job[0] === "cancel") latest = job[1];
    queue = queue.then(() => run(job));
  };
}

const here = (path) => new URL(path, import.meta.url).href;

function located([path, unpackedBytes]) {
  return { url: here(path), unpackedBytes };
}

// A WebAssembly file with its glue, opened when it is needed and again after it was dropped.
function binary(glue, wasm) {
  let opened;
  let generation = 0;

  async function open() {
    const module = await import(here(generation ? `${glue}?again=${generation}` : glue));
    await module.default({ module_or_path: here(wasm) });
    return { ...module, loading: new Map() };
  }

  return {
    isOpen: () => opened !== undefined,
    open: () => (opened ??= open()),
    drop() {
      opened = undefined;
      generation += 1;
    },
  };
}

// Makes sure that the engine has read the first `wanted` parts of the vocabulary. A damaged copy is
// fetched again, past every cache, once.
async function cover(engine, encoding, parts, wanted, progress) {
  const sum = (count) => parts.slice(0, count).reduce((all, part) => all + part.unpackedBytes, 0);
  let options = {};
  for (;;) {
    const table = engine.table(encoding);
    const have = engine.parts(table);
    if (have >= wanted) return;
    const tell = (bytes) => progress(Math.floor(((sum(have) + bytes) * 100) / sum(wanted)));
    try {
      await alone(engine, table, () => load(engine, table, parts[have].url, options, tell));
      if (engine.parts(table) <= have) throw new Damaged();
    } catch (error) {
      engine.forget(table);
      if (!(error instanceof Damaged) || options.cache) throw error;
      options = { cache: "reload" };
    }
  }
}

// Several jobs may wait for one download into the same table.
function alone(engine, table, work) {
  if (!engine.loading.has(table)) {
    engine.loading.set(table, work().finally(() => engine.loading.delete(table)));
  }
  return engine.loading.get(table);
}

// Responses to requests that were made early.
const requested = new Map();

function request(url) {
  const answer = fetch(url);
  answer.catch(() => {}); // `load` sees the error
  requested.set(url, answer);
}

async function load(engine, table, url, options, tell) {
  const early = requested.get(url);
  requested.delete(url);
  const response = await ((!options.cache && early) || fetch(url, options));
  if (!response.ok) throw new Error(`status ${response.status}`);
  const unzip = new DecompressionStream("gzip");
  const isWhole = pass(response.body.getReader(), unzip.writable.getWriter());
  const reader = unzip.readable.getReader();
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read().catch(async (error) => {
      throw (await isWhole) ? new Damaged() : error;
    });
    if (done) return;
    if (!engine.push(table, value)) {
      reader.cancel().catch(() => {});
      throw new Damaged();
    }
    tell((bytes += value.length));
  }
}

// Passes on what arrives. Says whether all of it was wanted and came: what cannot be unpacked although
// the network did not fail is damaged.
async function pass(from, to) {
  for (;;) {
    let part;
    try {
      part = await from.read();
    } catch (error) {
      to.abort(error).catch(() => {});
      return false;
    }
    try {
      await (part.done ? to.close() : to.write(part.value));
    } catch {
      from.cancel().catch(() => {});
      return true;
    }
    if (part.done) return true;
  }
}
