// Opens the tokenizer's WebAssembly and survives its crashes.
//
// createEngine(reply) gives answer(job). Jobs run one after another. A job is the array that
// src/worker/messages/ writes; its id, glue address and wasm address are read here. An engine
// that crashed is never used again: the next job imports a fresh copy of the glue, under an
// address that differs in its query, because a module keeps its WebAssembly for life.

const ID = 0, GLUE = 5, WASM = 6;

export function createEngine(reply) {
  let opened;
  let generation = 0;
  let queue = Promise.resolve();

  async function open(job) {
    const module = await import(generation ? `${job[GLUE]}?again=${generation}` : job[GLUE]);
    await module.default({ module_or_path: job[WASM] });
    return module;
  }

  async function run(job) {
    try {
      opened ??= open(job);
      const { prepare, encode } = await opened;
      if (await prepare(job, reply)) reply(encode(job));
    } catch (error) {
      opened = undefined;
      generation += 1;
      const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      reply(["failed", job[ID], crashed ? "crashed" : "download"]);
    }
  }

  return (job) => {
    queue = queue.then(() => run(job));
  };
}
