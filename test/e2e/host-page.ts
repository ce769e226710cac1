import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Content {
  readonly body: string;
  readonly lang?: string;
  readonly head?: string;
}

/**
 * The site of a careful webmaster, on another origin than the widgets. Its policy allows what the widgets need from
 * their server and nothing else; what the browser holds against it is kept in `violations`.
 */
export class HostPage {
  readonly violations: string[] = [];
  content: Content = { body: '' };
  #widgets = '';
  #buurt = '';
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async open(): Promise<this> {
    this.#server.listen(0, 'localhost').unref();
    await once(this.#server, 'listening');
    return this;
  }

  /** Shows the widgets of this server, for this buurt. */
  serve(origin: string, buurt: string): void {
    this.#widgets = origin;
    this.#buurt = buurt;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get origin(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get #policy(): string {
    const widgets = this.#widgets;
    return [
      "default-src 'none'",
      `script-src ${widgets}`,
      `style-src ${widgets}`,
      `img-src 'self' blob: data: ${widgets}`,
      `connect-src ${widgets}`,
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
      'report-uri /violations',
    ].join('; ');
  }

  /** A page with the form in it, and the attributes and children that the test wants. */
  show(attributes = '', inside = '<p>Bel ons: 088 000 12 34.</p>', content: Partial<Content> = {}): void {
    const body = `<h1>Onze buurt</h1>
      <buurt-idea-form endpoint="${this.#widgets}/v1" buurt="${this.#buurt}" ${attributes}>${inside}</buurt-idea-form>`;
    this.content = { body, ...content };
  }

  #page(): string {
    const widgets = this.#widgets;
    const { body, lang = 'nl', head = '' } = this.content;
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>Onze buurt</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="${widgets}/dist/1/buurt.css">
      <script type="module" src="${widgets}/dist/1/buurt.js"></script>${head}</head><body>${body}</body></html>`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/violations') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      this.violations.push(`report: ${Buffer.concat(chunks).toString()}`);
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': this.#policy,
      'Cache-Control': 'no-store',
    });
    response.end(this.#page());
  }
}
