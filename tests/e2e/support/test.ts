// Playwright's `test` with the two figures at hand and a listener on everything a page complains
// about: a warning, an error or a policy violation in the console fails the test that caused it.
import { test as base, expect } from '@playwright/test';
import { Journey } from './journey';
import { Lab } from './lab';

interface Fixtures {
  complaints: Complaints;
  /** The token lab of `page`. */
  lab: Lab;
  /** The journey of `page`. */
  journey: Journey;
}

/** What the pages of one test wrote into their consoles. */
class Complaints {
  readonly heard: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** For tests that provoke a failure: the browser's own words about it are no complaint. */
  allow(...expected: RegExp[]): void {
    this.#allowed.push(...expected);
  }

  hear(complaint: string): void {
    this.heard.push(complaint);
  }

  /** What was not allowed. */
  get unexpected(): string[] {
    return this.heard.filter((words) => !this.#allowed.some((pattern) => pattern.test(words)));
  }
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      context.on('console', (message) => {
        if (['warning', 'error'].includes(message.type())) complaints.hear(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.hear(`uncaught: ${error.error().message}`));
      await use(complaints);
      expect(complaints.unexpected, 'the page complained').toEqual([]);
    },
    { auto: true },
  ],
  lab: async ({ page }, use) => use(new Lab(page)),
  journey: async ({ page }, use) => use(new Journey(page)),
});

export { expect };

/** For `test.describe` and `test`: what depends on no screen runs in one project only. */
export const ONCE = { tag: '@once' };
