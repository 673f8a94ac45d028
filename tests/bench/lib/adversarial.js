// Texts that are hard on an engine: long pieces of one kind, in which everything could merge.
import { randomNumbers } from './texts.js';

const repeat = (unit, bytes) => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

function drawn(alphabet, bytes) {
  const random = randomNumbers(5);
  const letters = [...alphabet];
  const parts = [];
  for (let length = 0; length < bytes; ) {
    const letter = letters[Math.floor(random() * letters.length)];
    parts.push(letter);
    length += Buffer.byteLength(letter);
  }
  return parts.join('');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A name and a text of so many bytes for each case. */
export function adversarialTexts(bytes) {
  return {
    'a': repeat('a', bytes),
    '_': repeat('_', bytes),
    '中': repeat('中', bytes),
    'spaces': repeat(' ', bytes),
    'digits': drawn('0123456789', bytes),
    'newlines': repeat('\n', bytes),
    'emoji sequences': repeat('👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿', bytes),
    'combining marks': repeat('e\u0301\u0323\u0308', bytes),
    'base64': drawn(BASE64, bytes),
    'letters': drawn('abcdefghijklmnopqrstuvwxyz', bytes),
  };
}
