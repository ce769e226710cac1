import { randomBytes } from 'node:crypto';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

type Html = ReturnType<typeof html>;

/** What a page says that a link in a mail opens. */
export interface SmallPage {
  readonly title: string;
  readonly body: Html;
  readonly locale: Locale;
}

const styles = `:root { color-scheme: light dark }
body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: #1c2324; background: #f4f7f6 }
main { max-width: 34rem; margin: 10vh auto; padding: 2rem 1.5rem; background: #fff; border-radius: 1rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .5rem }
button { font: inherit; font-weight: 700; padding: .75rem 1.5rem; min-height: 3rem; border: 2px solid #0b5c66;
  border-radius: .75rem; background: #0b5c66; color: #fff; cursor: pointer }
button.quiet { background: #fff; color: #0b5c66 }
blockquote { margin: 1rem 0; padding: 0 0 0 1rem; border-inline-start: 4px solid #c3d3d2; white-space: pre-line;
  overflow-wrap: anywhere }
label { display: block; font-weight: 700 }
label.check { display: flex; gap: .75rem; align-items: start; margin: 1.25rem 0; font-weight: 400 }
input { font: inherit; color: inherit; background: transparent; border: 2px solid #5d6d6c; border-radius: .5rem }
input[type='text'] { box-sizing: border-box; width: 100%; min-height: 3rem; padding: .5rem .75rem }
input[type='checkbox'] { flex: none; width: 1.5rem; height: 1.5rem; margin: .2rem 0 0; accent-color: #0b5c66 }
.problem { margin: 0 0 .5rem; color: #a4161a; font-weight: 700 }
.hint { margin: 0 0 .25rem }
:focus-visible { outline: 3px solid #0b5c66; outline-offset: 3px }
a { color: #0b5c66 }
@media (prefers-color-scheme: dark) {
  body { background: #14191a; color: #eef3f2 } main { background: #1f2728 } a { color: #7fd1dc }
  button { background: #7fd1dc; border-color: #7fd1dc; color: #14191a }
  button.quiet { background: #1f2728; color: #7fd1dc } :focus-visible { outline-color: #7fd1dc }
  input { border-color: #9fb0af } input[type='checkbox'] { accent-color: #7fd1dc }
  .problem { color: #ffb4ab } blockquote { border-color: #4d5f5e } }`;

/** What the page may do: be seen, with these styles, and send its own forms. */
const policy = (nonce: string): string =>
  `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * Answers with a page of its own, without scripts: mail programs open links by themselves, so only a press changes something.
 */
export async function showSmallPage(
  c: Context,
  { title, body, locale }: SmallPage,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const nonce = randomBytes(12).toString('base64url');
  const style = raw(`<style nonce="${nonce}">${styles}</style>`);
  const page = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return c.html(String(page), status, {
    'Content-Security-Policy': policy(nonce),
    'Cache-Control': 'no-store',
    // The address holds the token, so no other site sees it; but with no referrer at all a browser hides even from us
    // that the press on the button comes from our own page.
    'Referrer-Policy': 'same-origin',
  });
}

/** Where a form of such a page sends to. Relative, so that it also works where a proxy serves this server under a path. */
export function formPath(c: Context, presses: readonly string[]): string {
  const [last = ''] = c.req.path.split('/').slice(-1);
  return presses.includes(last) ? '.' : `./${last}`;
}

/** In which language somebody reads of whom nothing is known. */
export const localeOfVisitor = (c: Context): Locale =>
  /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl';
