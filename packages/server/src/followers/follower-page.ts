import { html, raw } from 'hono/html';
import type { IdeaState } from '@buurt/domain/ideas/receipt.js';
import { stateSentences } from '../ideas/maker-texts.js';

/** What the page tells the maker of an idea, who sees it before it is shown. */
interface OwnIdeaState {
  readonly reference: string;
  readonly state: IdeaState;
  readonly reason: string | null;
}

/** What the page of a follower is about. */
export interface FollowerPage {
  readonly what: string;
  /** Of whoever handed it in. */
  readonly own?: OwnIdeaState | undefined;
  /** Whether it is a buurt, and not one initiative. */
  readonly isBuurt: boolean;
  readonly state: 'asked' | 'following' | 'stopped' | 'unknown';
  /** Where to go on reading. */
  readonly page: string | null;
}

const styles = `body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: #1c2324; background: #f4f7f6 }
main { max-width: 34rem; margin: 10vh auto; padding: 2rem 1.5rem; background: #fff; border-radius: 1rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere }
button { font: inherit; font-weight: 700; padding: .75rem 1.5rem; min-height: 3rem; border: 2px solid #0b5c66;
  border-radius: .75rem; background: #0b5c66; color: #fff; cursor: pointer }
button.quiet { background: #fff; color: #0b5c66 }
:focus-visible { outline: 3px solid #0b5c66; outline-offset: 3px }
a { color: #0b5c66 }
@media (prefers-color-scheme: dark) {
  body { background: #14191a; color: #eef3f2 } main { background: #1f2728 } a { color: #7fd1dc }
  button { background: #7fd1dc; border-color: #7fd1dc; color: #14191a }
  button.quiet { background: #1f2728; color: #7fd1dc } :focus-visible { outline-color: #7fd1dc } }`;

/** What the page may do: be seen, with these styles, and send its own form. */
export const pagePolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const button = (action: string, text: string, quiet = false) =>
  html`<form method="post" action="${action}">
    <button ${quiet ? raw('class="quiet"') : ''}>${text}</button>
  </form>`;

const whenNew = (isBuurt: boolean) =>
  isBuurt ? 'Over nieuwe initiatieven mailen we hoogstens één keer per dag. ' : '';

const contents = {
  asked: (what: string, path: string, isBuurt: boolean) => ({
    title: `Wil je “${what}” volgen?`,
    body: html`<p>Dan krijg je een mail als er nieuws is. ${whenNew(isBuurt)}Stoppen kan altijd.</p>
      ${button(`${path}/confirm`, 'Ja, ik wil dit volgen')}`,
  }),
  following: (what: string, path: string, isBuurt: boolean) => ({
    title: `Je volgt “${what}”`,
    body: html`<p>Je krijgt een mail als er nieuws is. ${whenNew(isBuurt)}</p>
      ${button(`${path}/stop`, 'Stoppen met volgen', true)}`,
  }),
  stopped: (what: string) => ({
    title: `Je volgt “${what}” niet meer`,
    body: html`<p>Je adres is gewist. Je krijgt geen mail meer.</p>`,
  }),
  unknown: () => ({
    title: 'Hier is niets meer te volgen',
    body: html`<p>Deze link is verlopen, of je bent al gestopt. Je krijgt geen mail meer.</p>`,
  }),
};

/** The same for the maker of an idea, who reads here how it is doing. */
const contentsForMaker = {
  asked: (path: string) =>
    html`<p>Wil je een mail als er iets gebeurt met je idee?</p>
      ${button(`${path}/confirm`, 'Ja, mail me over mijn idee')}`,
  following: (path: string) =>
    html`<p>Je krijgt een mail als er iets gebeurt met je idee.</p>
      ${button(`${path}/stop`, 'Geen mail meer', true)}`,
  stopped: () =>
    html`<p>
      Je krijgt geen mail meer over je idee. Je adres staat nog wel bij je idee. Wil je dat niet? Bel of mail
      ons.
    </p>`,
};

function contentOf({ what, own, isBuurt, state }: FollowerPage, path: string) {
  if (!own || state === 'unknown') return contents[state](what, path, isBuurt);
  const { reference, reason } = own;
  return {
    title: `Je idee: ${what}`,
    body: html`<p>Je nummer is ${reference}.</p>
      <p><strong>${stateSentences[own.state]}</strong></p>
      ${reason === null ? '' : html`<p>${reason}</p>`} ${contentsForMaker[state](path)}`,
  };
}

/** A page of its own, without scripts: mail programs open links by themselves, so only a press changes something. */
export async function followerPage(about: FollowerPage, path: string, nonce: string): Promise<string> {
  const { page } = about;
  const { title, body } = contentOf(about, path);
  const style = raw(`<style nonce="${nonce}">${styles}</style>`);
  return String(
    await html`<!doctype html>
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          ${style}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${body} ${page === null ? '' : html`<p><a href="${page}">Terug naar de buurt</a></p>`}
          </main>
        </body>
      </html> `,
  );
}
