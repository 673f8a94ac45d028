// Starts the page's WebAssembly.
//
// The build writes the names of the hashed files onto this script's tag. Addresses are resolved
// against this file, so the same site works under any path. The page's head preloads everything on
// the way to the app, and this script runs as soon as it is here, while the page is still being read;
// only the app's start waits for the whole page.

import { createAhead } from "./ahead.js";
import { takeDrops } from "./drop.js";

const tag = document.querySelector("script[data-wasm]");
const here = (path) => new URL(path, import.meta.url).href;
const page = document.documentElement;

const ahead = createAhead(tag.dataset.ahead.split(" ").map(here));
const isRead = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve();
});
isRead.then(() => {
  if (document.querySelector(".embed")) import("./frame.js").then(({ tellHeight }) => tellHeight());
});

// Compiling and starting are tasks of their own, so that a tap or a key comes in between.
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

try {
  const app = await import(here(tag.dataset.js));
  await app.default({ module_or_path: here(tag.dataset.wasm) });
  await isRead;
  await nextTask();
  app.start(document.querySelector("[data-page]").dataset.page, here("."));
  takeDrops(app.take_text);
  page.dataset.app = "ready";
  ahead.pageIsUp();
  import("./guide.js").then(({ guide }) => guide());
  import("./exhibits.js").then(({ openExhibits }) => openExhibits(tag, here, app));
} catch (error) {
  // The page explains itself in the reader's language; the reason is for whoever looks closer.
  page.dataset.app = "failed";
  console.warn("Keys & Tokens: the interactive parts could not start.", error);
}
