// Runs jobs on the tokenizer's WebAssembly: fetches vocabularies, works in slices, survives crashes.
//
// createEngine(reply, sliceMs) gives take(message). Messages and replies are arrays; see
// src/worker/messages.rs. First comes "files", with paths from the site's root, where this file is too. Only what
// ahead.js sends may come before it: "ahead", with the addresses of the tokenizer's glue and WebAssembly and of a
// vocabulary's first part, and an encoding of that vocabulary.
// Every job is an asker's. A "count" replaces whatever is being counted for the same asker, and "cancel" only
// stops it; the other jobs are about the text that was counted last for it. An asker's jobs are answered in
// order, one at a time; askers do not wait for each other.
//
// A WebAssembly instance that crashed is never used again: the next job imports a fresh copy of the
// glue, under an address that differs in its query, because a module keeps its WebAssembly for life.
// What other askers were having counted begins again there.

const BYTES_A_STEP = 1 << 16;

class Damaged extends Error {}

export function createEngine(reply, sliceMs) {
  let tokenizer;
  let reference;
  let vocabularies; // the parts of each, by name
  let crashes = 0; // of the tokenizer
  const lines = new Map(); // by asker

  async function openAhead([, glue, wasm, url, encoding]) {
    tokenizer = binary(glue, wasm);
    request(url); // both are on their way at once
    const engine = await tokenizer.open();
    await cover(engine, encoding, [{ url }], 1, () => {});
  }

  function locate([, tokenizerFiles, referenceFiles, list]) {
    tokenizer ??= binary(...tokenizerFiles.map(here));
    reference = binary(...referenceFiles.map(here));
    vocabularies = new Map(list.map(([name, ...parts]) => [name, parts.map(located)]));
  }

  function lineOf(asker) {
    if (!lines.has(asker)) {
      lines.set(asker, {
        latest: 0, // the newest count's id
        counted: undefined, // the count job whose result the tokenizer holds
        crashes: 0, // how many there had been when it was counted
        queue: Promise.resolve(),
      });
    }
    return lines.get(asker);
  }

  async function count(job, line) {
    const [, id, asker, encoding, , , vocabulary] = job;
    line.counted = undefined;
    const isWanted = () => id === line.latest;
    const engine = await tokenize(job, isWanted, (kind, percent) => isWanted() && reply([kind, id, percent]));
    if (!engine) return;
    line.counted = job;
    line.crashes = crashes;
    reply(["done", id, engine.ids(asker), engine.boundaries(asker), ...engine.counts(asker)]);
    // The next text may need all of it, and there is time now.
    cover(engine, encoding, vocabularies.get(vocabulary), 2, () => {}).catch(() => {});
  }

  // Gives the tokenizer, which then holds the text's result; nothing if that is no longer wanted.
  async function tokenize([, , asker, encoding, special, bytes, vocabulary], isWanted, tell) {
    const before = crashes;
    const parts = vocabularies.get(vocabulary);
    const coverFirst = async (engine, count) => {
      await cover(engine, encoding, parts, count, (percent) => tell("loading", percent));
      if (crashes !== before) throw new Error("the tokenizer crashed on another text");
    };
    if (!tokenizer.isOpen()) request(parts[0].url); // both are on their way at once
    const engine = await tokenizer.open();
    await coverFirst(engine, 1);
    if (!isWanted()) return;
    engine.begin(asker, encoding, special, bytes);
    const needed = engine.is_covered(asker) ? 1 : 2;
    for (;;) {
      // Also later: a table is lost when its next part fails to arrive, for whomever.
      await coverFirst(engine, needed);
      if (!isWanted()) return;
      if (step(engine, asker)) return engine;
      tell("counting", engine.percent(asker));
      await new Promise((resume) => setTimeout(resume));
      if (!isWanted()) return;
    }
  }

  // Works for one slice of time; says whether everything is counted.
  function step(engine, asker) {
    const end = performance.now() + sliceMs;
    do if (engine.advance(asker, BYTES_A_STEP)) return true;
    while (performance.now() < end);
    return false;
  }

  // The tokenizer, which holds the text that was counted last: after a crash a fresh one counts it again.
  function holder(line) {
    if (line.crashes === crashes) return tokenizer.open();
    return tokenize(line.counted, () => line.counted?.[1] === line.latest, () => {});
  }

  // Compares the result with the one of tiktoken-rs.
  async function check([, id, asker], engine, [, , , encoding, special, bytes, vocabulary]) {
    const judge = await reference.open();
    await cover(judge, encoding, vocabularies.get(vocabulary), 2, () => {});
    const [ours, theirs] = [engine.ids(asker), judge.encode(encoding, special, bytes)];
    const same = ours.length === theirs.length && ours.every((token, index) => token === theirs[index]);
    reply(["checked", id, same ? "same" : "different"]);
  }

  const aboutCounted = {
    find: async ([, id, asker, query], engine) => reply(["found", id, engine.find(asker, query)]),
    replace: async ([, id, asker, query, words], engine) =>
      reply(["replaced", id, engine.replace(asker, query, words)]),
    check,
  };

  async function run(job, line) {
    const [kind, id] = job;
    const before = crashes;
    try {
      if (kind === "count" && id === line.latest) await count(job, line);
      else if (kind in aboutCounted && line.counted?.[1] === id) {
        const engine = await holder(line);
        if (engine) await aboutCounted[kind](job, engine, line.counted);
      }
    } catch (error) {
      // Another asker's text took the tokenizer along. Each text does that once at most, so this ends.
      if (crashes !== before) return run(job, line);
      const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      if (kind === "check") {
        reference.drop();
        reply(["checked", id, crashed ? "crashed" : "download"]);
      } else {
        if (crashed) {
          crashes += 1;
          tokenizer.drop();
        }
        line.counted = undefined;
        reply(["failed", id, crashed ? "crashed" : error instanceof Damaged ? "damaged" : "download"]);
      }
    }
  }

  return (job) => {
    const [kind, id, asker] = job;
    if (kind === "ahead") return openAhead(job).catch(() => {}); // the first job tries again
    if (kind === "files") return locate(job);
    const line = lineOf(asker);
    if (kind === "count" || kind === "cancel") line.latest = id;
    line.queue = line.queue.then(() => run(job, line));
  };
}

const here = (path) => new URL(path, import.meta.url).href;

function located([path, unpackedBytes]) {
  return { url: here(path), unpackedBytes };
}

// A WebAssembly file with its glue, opened when it is needed and again after it was dropped or did not come.
function binary(glue, wasm) {
  let opened;
  let generation = 0;

  async function load() {
    const module = await import(generation ? `${glue}?again=${generation}` : glue);
    await module.default({ module_or_path: wasm });
    return { ...module, loading: new Map() };
  }

  function drop() {
    opened = undefined;
    generation += 1;
  }

  function open() {
    return load().catch((error) => {
      drop();
      throw error;
    });
  }

  return { isOpen: () => opened !== undefined, open: () => (opened ??= open()), drop };
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
      await together(engine, table, tell, (tell) => load(engine, table, parts[have].url, options, tell));
      if (engine.parts(table) <= have) throw new Damaged();
    } catch (error) {
      engine.forget(table);
      if (!(error instanceof Damaged) || options.cache) throw error;
      options = { cache: "reload" };
    }
  }
}

// Several jobs may wait for one download into the same table; each is told how far it is.
function together(engine, table, tell, work) {
  if (!engine.loading.has(table)) {
    const listeners = [];
    const isDone = work((bytes) => listeners.forEach((listener) => listener(bytes)));
    engine.loading.set(table, { listeners, isDone: isDone.finally(() => engine.loading.delete(table)) });
  }
  const { listeners, isDone } = engine.loading.get(table);
  listeners.push(tell);
  return isDone;
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
