// Starts the page's WebAssembly. There is no inline script anywhere, so this file is the start.
//
// The build writes the names of the hashed files onto this script's tag. Addresses are resolved
// against this file, so the same site works under any path.

import { takeDrops } from "./drop.js";
import { openExhibits } from "./exhibits.js";
import { tellHeight } from "./frame.js";
import { guideJourney } from "./guide.js";

const tag = document.querySelector("script[data-wasm]");
const here = (path) => new URL(path, import.meta.url).href;

tellHeight();
try {
  const app = await import(here(tag.dataset.js));
  await app.default({ module_or_path: here(tag.dataset.wasm) });
  app.start(tag.dataset.page, here("."));
  takeDrops(app.take_text);
  document.documentElement.dataset.app = "ready";
  guideJourney();
  openExhibits(tag, here, app);
} catch (error) {
  // The page explains itself in the reader's language; the reason is for whoever looks closer.
  document.documentElement.dataset.app = "failed";
  console.warn("Keys & Tokens: the interactive parts could not start.", error);
}
