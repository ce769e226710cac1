import { html, raw } from 'hono/html';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { makerMessages } from '../ideas/maker.messages.js';
import { followerPageMessages } from './follower-page.messages.js';

type Texts = (typeof followerPageMessages)[Locale];

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
  readonly locale: Locale;
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

const contents = {
  asked: (t: Texts, path: string, isBuurt: boolean) =>
    html`<p>${t.asked.news} ${isBuurt ? t.whenNew : ''} ${t.asked.stop}</p>
      ${button(`${path}/confirm`, t.asked.press)}`,
  following: (t: Texts, path: string, isBuurt: boolean) =>
    html`<p>${t.following.news} ${isBuurt ? t.whenNew : ''}</p>
      ${button(`${path}/stop`, t.following.press, true)}`,
  stopped: (t: Texts) => html`<p>${t.stopped.body}</p>`,
};

/** The same for the maker of an idea, who reads here how it is doing. */
const contentsForMaker = {
  asked: ({ maker: t }: Texts, path: string) =>
    html`<p>${t.asked.body}</p>
      ${button(`${path}/confirm`, t.asked.press)}`,
  following: ({ maker: t }: Texts, path: string) =>
    html`<p>${t.following.body}</p>
      ${button(`${path}/stop`, t.following.press, true)}`,
  stopped: ({ maker: t }: Texts) => html`<p>${t.stopped}</p>`,
};

function contentOf({ what, own, isBuurt, state, locale }: FollowerPage, path: string) {
  const t = followerPageMessages[locale];
  if (state === 'unknown') return { title: t.unknown.title, body: html`<p>${t.unknown.body}</p>` };
  if (!own) return { title: t[state].title(what), body: contents[state](t, path, isBuurt) };
  const { reference, reason } = own;
  return {
    title: t.maker.title(what),
    body: html`<p>${t.maker.number(reference)}</p>
      <p><strong>${makerMessages[locale].states[own.state]}</strong></p>
      ${reason === null ? '' : html`<p>${reason}</p>`} ${contentsForMaker[state](t, path)}`,
  };
}

/** A page of its own, without scripts: mail programs open links by themselves, so only a press changes something. */
export async function followerPage(about: FollowerPage, path: string, nonce: string): Promise<string> {
  const { page, locale } = about;
  const { title, body } = contentOf(about, path);
  const style = raw(`<style nonce="${nonce}">${styles}</style>`);
  return String(
    await html`<!doctype html>
      <html lang="${locale}">
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
            ${body}
            ${page === null ? '' : html`<p><a href="${page}">${followerPageMessages[locale].back}</a></p>`}
          </main>
        </body>
      </html> `,
  );
}
