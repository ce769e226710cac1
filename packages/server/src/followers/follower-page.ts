import { html, raw } from 'hono/html';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { makerMessages } from '../ideas/maker.messages.js';
import type { SmallPage } from '../http/small-page.js';
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

/** What the page of a follower says; `path` is where its buttons send to. */
export function followerPage(about: FollowerPage, path: string): SmallPage {
  const { page, locale } = about;
  const { title, body } = contentOf(about, path);
  const back = page === null ? '' : html`<p><a href="${page}">${followerPageMessages[locale].back}</a></p>`;
  return { title, locale, body: html`${body} ${back}` };
}
