// The journey as a reader meets it: three menus, a picture, controls, a list of stages and a bill.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { words, type Provider } from './content';

export const STAGES = [
  'create-key',
  'send',
  'check-key',
  'check-limits',
  'tokenize',
  'generate',
  'meter',
  'bill',
] as const;

/** What the journey said of itself at one moment. */
export interface Moment {
  stage: string;
  outcome: string;
  status: string;
}

/** What can be asked of it at one moment. */
interface State extends Moment {
  playing: 'true' | 'false';
}

/** Whether a share is neither nothing nor all. The last millisecond of a stage is its still. */
export const isUnderWay = (share: string): boolean => !/ (0|1|0\.999)$/.test(share);

export class Journey {
  readonly page: Page;
  readonly root: Locator;
  readonly provider: Locator;
  readonly model: Locator;
  readonly scenario: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly back: Locator;
  readonly next: Locator;
  readonly slider: Locator;
  readonly house: Locator;
  readonly bill: Locator;
  readonly verdict: Locator;

  /** The journey of a page, or of a page in a frame. */
  constructor(document: Page | FrameLocator) {
    const root = document.locator('[data-journey]');
    this.root = root;
    this.page = root.page();
    this.provider = root.locator('select[name=provider]');
    this.model = root.locator('select[name=model]');
    this.scenario = root.locator('select[name=scenario]');
    this.play = this.button('Play');
    this.pause = this.button(words.journey.pause);
    this.back = this.button(words.journey.back);
    this.next = this.button(words.journey.forward);
    this.slider = root.getByRole('slider');
    this.house = root.locator('.house');
    this.bill = root.locator('.bill');
    this.verdict = root.locator('.verdict');
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** The stage's entry in the list that says what the picture says. */
  step(stage: string): Locator {
    return this.root.locator(`[data-step="${stage}"]`);
  }

  async choose(provider: Provider, scenario: string): Promise<void> {
    await this.provider.selectOption(provider);
    await this.scenario.selectOption(scenario);
  }

  /** Moves the clock to the end by the slider's own key. */
  async skipToEnd(): Promise<void> {
    await this.slider.press('End');
  }

  async expectAt(moment: Partial<State>): Promise<void> {
    for (const [name, value] of Object.entries(moment)) {
      await expect(this.root).toHaveAttribute(`data-${name}`, value);
    }
  }

  /** From now on writes down how far everything in the picture has moved, as `--way 0.5`, each but once. */
  async shares(): Promise<() => Promise<string[]>> {
    const shares = await this.house.evaluateHandle((house: HTMLElement) => {
      const seen = new Set<string>();
      const note = () =>
        house.querySelectorAll<HTMLElement>('[style]').forEach(({ style }) => {
          for (const name of style) seen.add(`${name} ${Number(style.getPropertyValue(name))}`);
        });
      note();
      new MutationObserver(note).observe(house, { attributeFilter: ['style'], subtree: true });
      return seen;
    });
    return () => shares.evaluate((seen) => [...seen]);
  }

  /** From now on writes down every change of stage, outcome and status. */
  async record(): Promise<() => Promise<Moment[]>> {
    const moments = await this.root.evaluateHandle((root: HTMLElement) => {
      const seen: Moment[] = [];
      const note = () => {
        const { stage, outcome, status } = root.dataset as unknown as Moment;
        seen.push({ stage, outcome, status });
      };
      note();
      new MutationObserver(note).observe(root, {
        attributeFilter: ['data-stage', 'data-outcome', 'data-status'],
      });
      return seen;
    });
    return () => moments.jsonValue();
  }
}
