// Every request of every page, frame and worker of a context, as it went over the wire.
import type { BrowserContext, Request } from '@playwright/test';

export class Requests {
  readonly all: Request[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.all.push(request));
  }

  /** The addresses that match, in order. */
  matching(pattern: RegExp): string[] {
    return this.all.map((request) => request.url()).filter((url) => pattern.test(url));
  }

  /** What left the browser: address without fragment, headers and body of each request. */
  async sent(): Promise<string[]> {
    return Promise.all(
      this.all.map(async (request) => {
        const headers = await request.allHeaders();
        const address = request.url().split('#')[0];
        return [request.method(), address, JSON.stringify(headers), request.postData() ?? ''].join('\n');
      }),
    );
  }
}

/** The files of tiktoken-rs, which nothing but a request to check may fetch. */
export const JUDGE = /\/assets\/judge/;

/** The files of the tokenizer: fetched ahead in the article once it is up, elsewhere when they are needed. */
export const TOKENIZER = /\/(worker\.js|engine\.js|vocab\/|assets\/tokenizer)/;
