// Builds the peers' pages and engine modules into OUTPUT, with what xtask compiled from crates/,
// which it finds in CRATES.
//
// OUTPUT/engines/<id>/  module.js (the adapter with its library) and the files it opens
// OUTPUT/pages/<id>/    a page of its own
// OUTPUT/engine.html    runs engines without a page of their own
// OUTPUT/bare.html      a text box with our hooks and nothing behind it
import { cp, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ENGINES } from './engines.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const { OUTPUT, CRATES } = process.env;

for (const engine of ENGINES) {
  const files = filesOf(engine);
  await bundle(engine, join(HERE, 'adapters', `${engine.id}.js`), `engines/${engine.id}`, 'module.js', files);
  if (engine.kind !== 'ours') await buildPage(engine, files);
}
await mkdir(OUTPUT, { recursive: true });
for (const name of ['bare.html', 'engine.html', 'engine.js', 'engine-worker.js', '_headers']) {
  await copyFile(join(HERE, 'pages', name), join(OUTPUT, name));
}

function filesOf({ id, kind, files }) {
  if (kind === 'crate') return { wasm: join(CRATES, id, `${id}_bg.wasm`) };
  return Object.fromEntries(Object.entries(files ?? {}).map(([name, path]) => [name, join(HERE, path)]));
}

async function buildPage(engine, files) {
  const folder = `pages/${engine.id}`;
  await bundle(engine, join(HERE, 'pages/page.js'), folder, 'page.js', files);
  const preloads = Object.keys(files).map((name) => `<link rel="preload" as="fetch" crossorigin href="${name}.wasm">`);
  const html = await readFile(join(HERE, 'pages/page.html'), 'utf8');
  await writeFile(
    join(OUTPUT, folder, 'index.html'),
    html.replace('TITLE', engine.title).replace('  PRELOADS\n', preloads.map((line) => `  ${line}\n`).join('')),
  );
}

async function bundle(engine, entry, folder, name, files) {
  await mkdir(join(OUTPUT, folder), { recursive: true });
  await build({
    entryPoints: [entry],
    outfile: join(OUTPUT, folder, name),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    alias: {
      '#adapter': join(HERE, 'adapters', `${engine.id}.js`),
      ...(engine.kind === 'crate' && { '#glue': join(CRATES, engine.id, `${engine.id}.js`) }),
    },
    define: { FILES: JSON.stringify(Object.fromEntries(Object.keys(files).map((file) => [file, `${file}.wasm`]))) },
  });
  for (const [file, path] of Object.entries(files)) {
    await cp(path, join(OUTPUT, folder, `${file}.wasm`));
  }
}
