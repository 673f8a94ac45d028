// The tokenizer's worker. The handler is set before anything is awaited, so no job is lost.

import { createEngine } from "./engine.js";

// Long slices lose little time between them, and a new job waits no longer than one.
const SLICE_MS = 30;

const take = createEngine((reply) => {
  const buffers = reply.filter(ArrayBuffer.isView).map((part) => part.buffer);
  postMessage(reply, buffers);
}, SLICE_MS);

onmessage = ({ data }) => take(data);
