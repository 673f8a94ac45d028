// Speed on a megabyte of each language, and whether all engines count the same.
//
// Each engine is opened afresh in each round, is warmed up with letters without meaning, and then
// gets one text of each language that no other round had: nothing that it counts was seen before.
// Engines take turns, so that a busy moment of the machine does not hit always the same one.
import { ENGINES } from '../engines.js';
import { freshText, LANGUAGES, warmUpText } from '../lib/texts.js';
import { engineFiles, median, tell } from '../lib/session.js';

const BYTES = 1e6;
const WARM_UP_BYTES = 200_000;
const LIMIT = 60_000;

export async function measure(session, { rounds }) {
  const languages = Object.keys(LANGUAGES);
  const results = ENGINES.map((engine) => ({ title: engine.title, engine, languages: {} }));
  const disagreements = [];
  for (let round = 0; round < rounds; round++) {
    const seed = 1000 * (round + 1);
    const texts = Object.fromEntries(languages.map((language, index) => [language, freshText(language, BYTES, seed + index)]));
    // Another language comes first each time.
    const order = languages.map((_, index) => languages[(index + round) % languages.length]);
    const answers = Object.fromEntries(languages.map((language) => [language, []]));
    for (const { title, engine, languages: of } of results) {
      tell(title);
      await withEngine(session, engine, warmUpText(WARM_UP_BYTES, seed), async (encode) => {
        for (const language of order) {
          const answer = await encode(texts[language], LIMIT);
          if (answer.ms) answer.speed = Buffer.byteLength(texts[language]) / 1e3 / answer.ms;
          (of[language] ??= { runs: [] }).runs.push(answer);
          answers[language].push({ title, ...answer });
        }
      });
    }
    for (const language of languages) disagreements.push(...disagreeing(answers[language], `${language}, text ${round + 1}`));
  }
  for (const result of results) {
    for (const language of Object.values(result.languages)) {
      const speeds = language.runs.map(({ speed }) => speed).filter(Boolean);
      language.speed = median(speeds);
      language.best = speeds.length ? Math.max(...speeds) : undefined;
      language.error = speeds.length ? undefined : (language.runs[0].error ?? 'time limit');
    }
    delete result.engine;
  }
  return { results, disagreements };
}

/**
 * Runs `use` with a function that gives a warm engine's answer to a text. After an answer that is
 * none the next text gets a fresh engine.
 */
export function withEngine(session, engine, warmUp, use) {
  return session.withEngines(async (page) => {
    let warm;
    const open = () =>
      page.evaluate(([files, words, limit]) => window.bench.open(0, files, words, limit), [
        engineFiles(engine),
        warmUp,
        LIMIT,
      ]);
    await use(async (text, limit) => {
      warm ??= await open();
      const answer = warm.ms
        ? await page.evaluate(([words, limit]) => window.bench.encode(0, words, limit), [text, limit])
        : warm;
      if (!answer.ms) {
        await page.evaluate(() => window.bench.close(0));
        warm = undefined;
      }
      return answer;
    });
  });
}

/** Who differs from what most engines say. */
export function disagreeing(answers, text) {
  const given = answers.filter(({ hash }) => hash !== undefined);
  const votes = new Map();
  for (const { hash } of given) votes.set(hash, (votes.get(hash) ?? 0) + 1);
  const [most] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const usual = given.find(({ hash }) => hash === most)?.tokens;
  return given
    .filter(({ hash }) => hash !== most)
    .map(({ title, tokens }) => ({ text, title, tokens, usual, agreeing: votes.get(most) }));
}
