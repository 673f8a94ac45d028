// The tokenizer made slow, so that a test can do something while a text is being counted.
import type { BrowserContext } from '@playwright/test';

/** Counts one step of 64 KB at a time and then rests so long. */
export async function slowDown(context: BrowserContext, restMs: number): Promise<void> {
  await context.route('**/engine.js', async (route) => {
    const response = await route.fetch();
    const script = replaced(await response.text(), {
      'while (performance.now() < end)': 'while (false)',
      'setTimeout(resume)': `setTimeout(resume, ${restMs})`,
    });
    await route.fulfill({ response, body: script });
  });
}

function replaced(script: string, words: Record<string, string>): string {
  return Object.entries(words).reduce((script, [old, other]) => {
    if (script.split(old).length !== 2) throw new Error(`engine.js does not say once: ${old}`);
    return script.replace(old, other);
  }, script);
}
