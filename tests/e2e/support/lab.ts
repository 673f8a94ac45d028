// The token lab as a reader meets it: a text box, an encoding, chips and counts.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { words } from './content';
import { tokensOf, type Encoding, type SpecialTokens, type Token } from './witness';

export class Lab {
  readonly page: Page;
  readonly root: Locator;
  readonly text: Locator;
  readonly encoding: Locator;
  /** The box of chips. */
  readonly list: Locator;
  readonly chips: Locator;
  readonly detail: Locator;
  /** Whether marks like `<|endoftext|>` are special tokens. */
  readonly special: Locator;
  /** What tiktoken-rs said. */
  readonly verdict: Locator;
  /** The line that reads the counts out. */
  readonly status: Locator;
  /** What stands in the text box's place for a long text. */
  readonly long: Locator;
  readonly find: Locator;
  readonly replacement: Locator;
  /** Which of how many places is chosen. */
  readonly told: Locator;
  /** The messages on screen, wherever they stand. */
  readonly notices: Locator;

  /** The lab of a page, or of a page in a frame. */
  constructor(document: Page | FrameLocator) {
    const root = document.locator('[data-token-lab]');
    this.root = root;
    this.page = root.page();
    this.text = root.locator('#token-lab-text');
    this.encoding = root.locator('select[name=encoding]');
    this.list = root.getByRole('listbox');
    this.chips = root.locator('[data-token-id]');
    this.detail = root.locator('.lab__detail');
    this.special = root.getByLabel(words.lab.special_tokens);
    this.verdict = root.locator('.lab__checked');
    this.status = root.locator('.visually-hidden[role=status]');
    this.long = root.locator('.long');
    this.find = this.long.getByLabel(words.long.find, { exact: true });
    this.replacement = this.long.getByLabel(words.long.replace, { exact: true });
    this.told = this.long.getByRole('status');
    this.notices = document.locator('.notice:visible');
  }

  /** The message on screen that contains these words. */
  notice(words: string | RegExp): Locator {
    return this.notices.filter({ hasText: words });
  }

  /** A button of a message. */
  noticeButton(name: string): Locator {
    return this.notices.getByRole('button', { name, exact: true });
  }

  /** No message is on screen. */
  async expectNoNotice(): Promise<void> {
    await expect(this.notices).toHaveCount(0);
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Clears the box and types key by key. */
  async type(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.type(text);
  }

  /** Clears the box and puts the whole text into it at once, as an input method or a drop does. */
  async insert(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.insertText(text);
  }

  /** Clears the box and pastes from the clipboard, which the test must have been granted. */
  async paste(text: string, times = 1): Promise<void> {
    await this.page.evaluate(([words, times]) => navigator.clipboard.writeText(words.repeat(times)), [
      text,
      times,
    ] as const);
    await this.clear();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Sets what no keyboard can type. */
  async set(text: string): Promise<void> {
    await this.text.evaluate((box: HTMLTextAreaElement, value) => {
      box.value = value;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  }

  /** Drops a file on the lab. */
  async dropFile(content: Buffer | string): Promise<void> {
    const base64 = Buffer.from(content).toString('base64');
    await this.root.evaluate(async (root, base64) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], 'notes.txt', { type: 'text/plain' }));
      root.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, base64);
  }

  async clear(): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
  }

  /** Everything a text's result shows is on screen and right. */
  async expectTokens(text: string, encoding: Encoding, special?: SpecialTokens): Promise<void> {
    const tokens = tokensOf(text, encoding, special);
    await this.expectCount(tokens.length, encoding);
    await expect.poll(() => this.drawn()).toEqual(tokens);
    // Markup cannot hold NUL; the sign drawn for it stands alone.
    expect(await this.list.textContent()).toBe(text.toWellFormed().replaceAll('\0', ''));
    await expect(this.number(words.lab.tokens)).toHaveText(tokens.length.toLocaleString('en'));
  }

  /** The chip stands in the visible part of the box of chips. */
  async expectInBox(chip: Locator): Promise<void> {
    await this.list.scrollIntoViewIfNeeded();
    const isInside = () =>
      chip.evaluate((chip) => {
        const box = chip.closest('[role=listbox]');
        if (!box) return false; // just drawn anew
        const [inner, outer] = [chip, box].map((element) => element.getBoundingClientRect());
        return inner.bottom > outer.top && inner.top < outer.bottom;
      });
    await expect.poll(isInside, 'the chip is in view').toBe(true);
  }

  /** The count of the present text is on screen. */
  async expectCount(count: number, encoding: Encoding): Promise<void> {
    await expect(this.root).toHaveAttribute('data-token-count', String(count));
    await expect(this.root).toHaveAttribute('data-state', 'ready');
    await expect(this.root).toHaveAttribute('data-encoding', encoding);
  }

  /** The tokens whose chips are in the document. */
  async drawn(): Promise<Token[]> {
    return this.chips.evaluateAll((chips) =>
      chips.map((chip) => ({
        id: Number(chip.getAttribute('data-token-id')),
        start: Number(chip.getAttribute('data-start')),
        end: Number(chip.getAttribute('data-end')),
      })),
    );
  }

  /** The number beside a unit, such as `tokens`. */
  number(unit: string): Locator {
    // One of them is written without its ending.
    const name = this.root.page().locator('.counts__unit', { hasText: new RegExp(`^${unit.replace(/s$/, '')}s?$`) });
    return this.root.locator('.counts__item').filter({ has: name }).locator('.counts__number');
  }
}
