// The benchmark's run: one Chromium, part after part, results kept as they come.
//
// `cargo xtask bench` builds everything, starts the servers, and tells this script about them in
// its environment. A whole run writes docs/benchmark.md; a part of it is only printed.
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform } from 'node:os';
import { dirname } from 'node:path';
import { Session } from './lib/session.js';
import { report } from './lib/report.js';

// Names of files in measures/, in the order in which they run.
const { PARTS, ROUNDS, REPORT, RESULTS } = process.env;

const session = await Session.start();
const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0].model}, ${cpus().length} cores, ${platform()} ${arch()}`,
  browser: `Chromium ${session.version}`,
  rounds: Number(ROUNDS) || 3,
  reference: [],
  cores: cpus().length,
  load: [],
};
for (const name of PARTS.split(',')) {
  const { measure } = await import(`./measures/${name}.js`);
  const began = Date.now();
  results.reference.push(await session.reference());
  results.load.push(loadavg()[0]);
  console.error(`${name} …`);
  // One part that breaks must not cost the others.
  results[name] = await measure(session, results).catch((error) => ({ broken: error.message.split('\n')[0].slice(0, 200) }));
  if (results[name].broken) console.error(results[name].broken);
  results.reference.push(await session.reference());
  console.error(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  await mkdir(dirname(RESULTS), { recursive: true });
  await writeFile(RESULTS, JSON.stringify(results, undefined, 1));
}
await session.close();

const text = report(results);
console.log(text);
if (REPORT) {
  await writeFile(REPORT, text);
  console.error(`Written to ${REPORT}; every single run is in ${RESULTS}.`);
}
