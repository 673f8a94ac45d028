// Starts the page's WebAssembly.
//
// The build writes the names of the hashed files onto this script's tag. Addresses are resolved against this
// file, so the same site works under any path. This script runs as soon as it is here, while the page is still
// being read. The app is asked for when the first paint is done, because nothing that is seen waits for it, unless
// `src/site/ahead.js` has asked already for a text of the reader's own; its start waits for the figures.

import { restoreControls } from "./controls.js";
import { takeDrops } from "./drop.js";
import { firstPaint } from "./first-paint.js";

const tag = document.querySelector("script[data-wasm]");
const here = (path) => new URL(path, import.meta.url).href;
const page = document.documentElement;

const { ahead } = tag; // `src/site/ahead.js`
const isRead = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve();
});
isRead.then(() => {
  if (document.querySelector(".embed")) import("./frame.js").then(({ tellHeight }) => tellHeight());
});

// Each part of the start is a task of its own, so that a tap or a key comes in between.
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

try {
  await Promise.race([firstPaint(), ahead.isWanted]);
  const guided = import("./guide.js").then(({ guide }) => guide);
  guided.catch(() => {}); // told below
  const [app, data] = await ahead.askForApp();
  await figuresAreRead();
  await nextTask();
  app.start(data, here("."), ahead.takeWorker);
  const journey = document.querySelector("#journey");
  if (journey) restoreControls(journey);
  do await nextTask();
  while (app.start_next());
  await nextTask(); // what a link asks for is on screen
  takeDrops(app.take_text);
  await isRead;
  await guideJourney(guided);
  page.dataset.app = "ready";
  ahead.pageIsUp();
  import("./exhibits.js").then(({ openExhibits }) => openExhibits(tag, app));
} catch (error) {
  // The page explains itself in the reader's language; the reason is for whoever looks closer.
  page.dataset.app = "failed";
  console.warn("Keys & Tokens: the interactive parts could not start.", error);
}

// What `start` brings to life stands in the first third of the article.
async function figuresAreRead() {
  const isRead = (id) => document.getElementById(id)?.nextElementSibling;
  while (document.readyState === "loading" && !["token-lab", "journey"].every(isRead)) await nextTask();
}

// The guide has to see the first use of the journey, so it comes before the page says that it is alive. The page
// does without it.
async function guideJourney(guided) {
  try {
    (await guided)();
  } catch (error) {
    console.warn("Keys & Tokens: the article does not guide the journey.", error);
  }
}
