// Engine start and memory.
//
// Start: in a fresh worker, from the module's bytes and the compressed vocabulary in memory to the
// first result. Memory: the same on the main thread of a fresh page, where CDP can tell it: growth
// of JavaScript objects and buffers after garbage collection, and the whole of all WebAssembly
// memories, which CDP leaves out; first with the engine started, then after it has counted a
// megabyte. Compiled code is not in it.
import { ENGINES } from '../engines.js';
import { freshText } from '../lib/texts.js';
import { engineFiles, median, tell } from '../lib/session.js';

const FIRST = 'The first words that this engine sees.';
const LIMIT = 60_000;

export async function measure(session, { rounds }) {
  const results = ENGINES.map((engine) => ({ title: engine.title, engine, runs: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { title, engine, runs } of results) {
      tell(title);
      runs.push(
        await session.withEngines((page) =>
          page.evaluate(([files, text, limit]) => window.bench.open(0, files, text, limit), [
            engineFiles(engine),
            FIRST,
            LIMIT,
          ]),
        ),
      );
    }
  }
  for (const result of results) {
    result.ms = median(result.runs.map(({ ms }) => ms));
    result.error = result.ms ? undefined : JSON.stringify(result.runs[0]);
    result.memory = await memory(session, result.engine).catch((error) => ({ error: error.message }));
    delete result.engine;
  }
  return results;
}

function memory(session, engine) {
  const text = freshText('english', 1e6, 90);
  return session.withEngines(async (page, cdp) => {
    const used = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
      const linear = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
      return usedSize + backingStorageSize + linear;
    };
    await page.evaluate(noteMemories);
    await cdp.send('HeapProfiler.enable');
    await page.evaluate(async (files) => {
      const { fetchAll } = await import('./engine-worker.js');
      onmessage = null;
      window.loaded = await fetchAll(files);
    }, engineFiles(engine));
    const before = await used();
    await page.evaluate(async (words) => {
      const adapter = await import(window.loaded.module.url);
      window.engine = await adapter.open(window.loaded);
      await window.engine.encode(words);
    }, FIRST);
    // The bytes that it was made from are the page's, not the engine's.
    const started = await used();
    await page.evaluate(async (words) => void (await window.engine.encode(words)), text);
    return { started: started - before, megabyte: (await used()) - before };
  });
}

/** Runs in the page: keeps the memory of every WebAssembly that is opened from now on. */
function noteMemories() {
  window.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const opened = await original.apply(WebAssembly, given);
      const { exports } = opened.instance ?? opened;
      const own = Object.values(exports).filter((value) => value instanceof WebAssembly.Memory);
      window.memories.push(...own);
      return opened;
    };
  }
}
