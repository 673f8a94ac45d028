// What serves the reader of a text, on every page that has one, with the app or without it: the contents follow, terms
// are explained where they stand, and a table can be printed by itself. Nothing that is seen waits for it, so it is
// fetched when the first paint is done.

import { firstPaint } from "./first-paint.js";

await firstPaint();
const parts = ["./contents.js", "./definitions.js", "./print.js"].map((path) => import(path));
const [{ followReading }, { explainTerms }, { printTables }] = await Promise.all(parts);
followReading();
explainTerms();
printTables();
document.documentElement.dataset.reading = "ready";
