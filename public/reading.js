// What serves the reader of a text, on every page that has one, with the app or without it: the contents follow, terms
// are explained where they stand, and a table can be printed by itself.

import { followReading } from "./contents.js";
import { explainTerms } from "./definitions.js";
import { printTables } from "./print.js";

followReading();
explainTerms();
printTables();
