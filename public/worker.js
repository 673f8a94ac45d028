// The tokenizer's worker. The handler is set before anything is awaited, so no job is lost.

import { createEngine } from "./engine.js";

const answer = createEngine((reply) => {
  const buffers = reply.filter((part) => part instanceof Uint32Array).map((part) => part.buffer);
  postMessage(reply, buffers);
});

onmessage = ({ data }) => answer(data);
