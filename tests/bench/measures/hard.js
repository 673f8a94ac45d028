// A megabyte of what is hard to merge. An engine that takes longer than the limit is ended and
// said to have been; so is one that throws or breaks. A tenth of the text is tried first with a
// quarter of the limit: who fails there is not asked for the whole, and the table says so.
import { ENGINES } from '../engines.js';
import { adversarialTexts } from '../lib/adversarial.js';
import { freshText, warmUpText } from '../lib/texts.js';
import { tell } from '../lib/session.js';
import { disagreeing, withEngine } from './throughput.js';

const BYTES = 1e6;
const LIMIT = 10_000;
const WARM_UP = warmUpText(100_000, 77);

export async function measure(session) {
  const ofLength = (bytes) => ({ prose: freshText('english', bytes, bytes), ...adversarialTexts(bytes) });
  const [parts, texts] = [ofLength(BYTES / 10), ofLength(BYTES)];
  const results = ENGINES.map((engine) => ({ title: engine.title, engine, cases: {} }));
  const disagreements = [];
  for (const { title, engine, cases } of results) {
    tell(title);
    await withEngine(session, engine, WARM_UP, async (encode) => {
      for (const [name, text] of Object.entries(texts)) {
        const part = await encode(parts[name], LIMIT / 4);
        cases[name] = part.timeout ? { tenth: part.timeout } : await encode(text, LIMIT);
      }
    });
  }
  for (const name of Object.keys(texts)) {
    const answers = results.map(({ title, cases }) => ({ title, ...cases[name] }));
    disagreements.push(...disagreeing(answers, `1 MB of ${name}`));
  }
  for (const result of results) delete result.engine;
  return { results, disagreements, limit: LIMIT };
}
