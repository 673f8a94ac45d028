// Fresh text of any length from small seed files.
//
// Several engines remember the pieces they have seen, so a text may be given to an engine once
// only, and a megabyte may not be a small seed repeated. A seed is cut into words, each with the
// spaces and marks after it. The text follows the seed for one word in two and jumps to another
// place for the other: words keep their real frequencies and marks, but clauses are new, which is
// what counts for Chinese and Japanese, whose pieces are clauses.
//
// Languages with spaces have words as pieces, and a longer text would go on bringing new ones: a
// megabyte of prose, some 180,000 words, has eight to ten thousand different ones. So one word in
// twenty is replaced by an invented one, whose letters follow each other as in the seed.
//
// Everything depends on the number given as `seed` alone: the same text on every machine.
import { readFileSync } from 'node:fs';

export const LANGUAGES = {
  english: { locale: 'en', invents: true },
  chinese: { locale: 'zh', invents: false },
  japanese: { locale: 'ja', invents: false },
  french: { locale: 'fr', invents: true },
  code: { locale: 'en', invents: true },
};

const NEW_WORDS = 0.05;
const PREDICTING_LETTERS = 2;
const sources = new Map();

/** A text of `bytes` bytes of UTF-8, or a few more. */
export function freshText(language, bytes, seed) {
  const { words, invent, rate } = source(language);
  const random = randomNumbers(seed);
  const parts = [];
  let place = Math.floor(random() * words.length);
  for (let length = 0; length < bytes; ) {
    const { word, after, size } = words[place];
    const isNew = random() < rate && /^\p{L}{2,}$/u.test(word);
    const written = isNew ? invent(random) + after : word + after;
    parts.push(written);
    length += isNew ? Buffer.byteLength(written) : size;
    place = random() < 0.5 ? (place + 1) % words.length : Math.floor(random() * words.length);
  }
  return parts.join('');
}

/**
 * A text without meaning in the letters of all the languages: warms an engine up without showing
 * it a word of them.
 */
export function warmUpText(bytes, seed) {
  const random = randomNumbers(seed);
  const pick = (first, count) => String.fromCodePoint(first + Math.floor(random() * count));
  const letters = [() => pick(0x61, 26), () => pick(0x4e00, 0x3000), () => pick(0x3041, 80), () => pick(0xe0, 22)];
  const words = [];
  for (let length = 0; length < bytes; ) {
    const letter = letters[Math.floor(random() * letters.length)];
    const word = Array.from({ length: 2 + Math.floor(random() * 8) }, letter).join('');
    words.push(word + (random() < 0.1 ? '.\n' : ' '));
    length += Buffer.byteLength(words.at(-1));
  }
  return words.join('');
}

/** Numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function source(language) {
  if (!sources.has(language)) sources.set(language, read(language));
  return sources.get(language);
}

function read(language) {
  const { locale, invents } = LANGUAGES[language];
  const seed = readFileSync(new URL(`../corpus/${language}.txt`, import.meta.url), 'utf8');
  const words = [];
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  // Line by line: the segmenter's time grows with the square of what it is given.
  for (const line of seed.split(/(?<=\n)/)) {
    for (const { segment, isWordLike } of segmenter.segment(line)) {
      if (isWordLike || words.length === 0) words.push({ word: segment, after: '' });
      else words.at(-1).after += segment;
    }
  }
  for (const unit of words) unit.size = Buffer.byteLength(unit.word + unit.after);
  const known = new Set(words.map(({ word }) => word));
  return { words, invent: inventor(known), rate: invents ? NEW_WORDS : 0 };
}

/** Makes words whose letters follow each other as in the known ones. */
function inventor(known) {
  const followers = new Map();
  for (const word of [...known].filter((word) => /^\p{L}{3,}$/u.test(word))) {
    const letters = [...'^'.repeat(PREDICTING_LETTERS), ...word, '$'];
    for (let end = PREDICTING_LETTERS; end < letters.length; end++) {
      const before = letters.slice(end - PREDICTING_LETTERS, end).join('');
      if (!followers.has(before)) followers.set(before, []);
      followers.get(before).push(letters[end]);
    }
  }
  return (random) => {
    for (;;) {
      const letters = [...'^'.repeat(PREDICTING_LETTERS)];
      while (letters.at(-1) !== '$') {
        const choices = followers.get(letters.slice(-PREDICTING_LETTERS).join(''));
        letters.push(choices[Math.floor(random() * choices.length)]);
      }
      const word = letters.slice(PREDICTING_LETTERS, -1).join('');
      if (!known.has(word)) return word;
    }
  };
}
