// The tokenizer made slow, so that a test can do something while a text is being counted, or made to crash.
import type { BrowserContext } from '@playwright/test';

/** Counts one step of 64 KB at a time and then rests so long. */
export async function slowDown(context: BrowserContext, restMs: number): Promise<void> {
  await rewrite(context, {
    'while (performance.now() < end)': 'while (false)',
    'setTimeout(resume)': `setTimeout(resume, ${restMs})`,
  });
}

/** Crashes on the first text of an asker, as if memory had run out. */
export async function crashOnce(context: BrowserContext, asker: number): Promise<void> {
  await rewrite(context, {
    'const end = performance.now() + sliceMs;': `const end = performance.now() + sliceMs;
      if (asker === ${asker} && !crashes) throw new WebAssembly.RuntimeError('a crash for the test');`,
  });
}

async function rewrite(context: BrowserContext, words: Record<string, string>): Promise<void> {
  await context.route('**/engine.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: replaced(await response.text(), words) });
  });
}

function replaced(script: string, words: Record<string, string>): string {
  return Object.entries(words).reduce((script, [old, other]) => {
    if (script.split(old).length !== 2) throw new Error(`engine.js does not say once: ${old}`);
    return script.replace(old, other);
  }, script);
}
