// Texts that are too long to write down.

const WORDS = (
  'the key says who is asking and a token counts how much was used so every request carries both of them ' +
  'while nobody reads a bill until it is too late and Ünïcödé, numbers like 1234.5 or “quotes” are part of life'
).split(' ');

/** Prose of exactly so many bytes, or a few more, the same every time. */
export function prose(bytes: number): string {
  const sentences: string[] = [];
  let state = 7;
  for (let length = 0; length < bytes;) {
    const words = Array.from({ length: 12 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return WORDS[state % WORDS.length];
    });
    const sentence = `${words.join(' ')}.${state % 5 === 0 ? '\n\n' : ' '}`;
    sentences.push(sentence);
    length += Buffer.byteLength(sentence);
  }
  return sentences.join('');
}
