// Just enough TOML for the project's own content files: tables, lists of tables, strings, numbers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Table = { [key: string]: string | number | Table | Table[] };

/** Reads a file of `content/`. */
export function readContent(path: string): Table {
  const file = fileURLToPath(new URL(`../../../content/${path}`, import.meta.url));
  return parse(readFileSync(file, 'utf8'));
}

export function parse(text: string): Table {
  const root: Table = {};
  let table = root;
  for (const line of text.split('\n').map((line) => line.trim())) {
    const list = /^\[\[(\w+)\]\]$/.exec(line)?.[1];
    const path = /^\[([\w.]+)\]$/.exec(line)?.[1];
    const [, key, rest] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (list) {
      table = {};
      ((root[list] ??= []) as Table[]).push(table);
    } else if (path) {
      table = inner(root, path.split('.'));
    } else if (key) {
      table[key] = value(rest);
    }
  }
  return root;
}

/** The table at a path; below a list it belongs to the list's last item. */
function inner(root: Table, path: string[]): Table {
  let table = root;
  for (const name of path) {
    const next = (table[name] ??= {});
    table = Array.isArray(next) ? next[next.length - 1] : (next as Table);
  }
  return table;
}

function value(text: string): string | number {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text);
  if (quoted) return JSON.parse(quoted[0]) as string;
  const number = Number(text.split('#')[0]);
  if (Number.isNaN(number)) throw new Error(`a value this reader does not know: ${text}`);
  return number;
}
