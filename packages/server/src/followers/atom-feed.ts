import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { html, raw } from 'hono/html';

/** One entry of a feed. */
export interface AtomEntry {
  /** A URN, the same for good. */
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly text: string;
  /** Where to read on. */
  readonly href?: string;
  readonly photo?: Photo | undefined;
}

/** What a feed says of itself. */
export interface AtomFeed {
  /** A URN, the same for good. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** Its own address. A feed whose address holds a secret does not say it: readers show it, and pass it on. */
  readonly self?: string;
  readonly entries: readonly AtomEntry[];
}

export const atomHeaders = { 'Content-Type': 'application/atom+xml; charset=utf-8' };

/** Control characters have no place in XML 1.0, except tabs and line breaks. */
const clean = (text: string) => text.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ' ');

/** Sharp enough for a reader; its address is told from where feeds are: two steps below the endpoint. */
function enclosure({ alt, sources }: Photo) {
  const source = sources.find(({ width }) => width >= 640) ?? sources.at(-1);
  return source
    ? html`<link rel="enclosure" type="image/webp" title="${clean(alt)}" href="../../${source.url}" />`
    : '';
}

const entryOf = ({ id, title, text, at, href, photo }: AtomEntry) =>
  html`<entry>
    <id>${id}</id>
    <title>${clean(title)}</title>
    <updated>${at.toISOString()}</updated>
    <published>${at.toISOString()}</published>
    ${href === undefined ? '' : html`<link rel="alternate" type="text/html" href="${href}" />`}
    <content type="text">${clean(text)}</content>
    ${photo ? enclosure(photo) : ''}
  </entry>`;

/** An Atom feed (RFC 4287), with its entries in the order in which they are given. */
export const atomFeed = async ({ id, title, author, locale, self, entries }: AtomFeed): Promise<string> =>
  String(
    await html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
        <id>${id}</id>
        <title>${clean(title)}</title>
        <updated>${new Date(Math.max(0, ...entries.map(({ at }) => at.getTime()))).toISOString()}</updated>
        <author><name>${author}</name></author>
        ${self === undefined ? '' : html`<link rel="self" type="application/atom+xml" href="${self}" />`}
        ${entries.map(entryOf)}
      </feed>`,
  ).trim();
