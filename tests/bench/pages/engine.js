// Gives the benchmark's script engines by number, each in a worker of its own.

const workers = new Map();

/** The answer to a message, or what ended the worker. */
function ask(worker, message, limit) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ timeout: limit }), limit);
    worker.onmessage = ({ data }) => (clearTimeout(timer), resolve(data));
    worker.onerror = (event) => (clearTimeout(timer), resolve({ error: event.message || 'the worker broke' }));
    worker.postMessage(message);
  });
}

window.bench = {
  async open(key, files, text, limit) {
    const worker = new Worker('engine-worker.js', { type: 'module' });
    workers.set(key, worker);
    return ask(worker, { action: 'open', files, text }, limit);
  },
  encode: (key, text, limit) => ask(workers.get(key), { action: 'encode', text }, limit),
  close(key) {
    workers.get(key)?.terminate();
    workers.delete(key);
  },
};
