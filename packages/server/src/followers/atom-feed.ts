import { html, raw } from 'hono/html';
import type { FeedItem } from './feed.queries.js';

/** Control characters have no place in XML 1.0, except tabs and line breaks. */
const clean = (text: string) => text.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ' ');

/** Sharp enough for a reader; its address is told from where feeds are: two steps below the endpoint. */
function enclosure({ alt, sources }: NonNullable<FeedItem['photo']>) {
  const source = sources.find(({ width }) => width >= 640) ?? sources.at(-1);
  return source
    ? html`<link rel="enclosure" type="image/webp" title="${clean(alt)}" href="../../${source.url}" />`
    : '';
}

const entryOf = ({ id, title, text, at, isNews, photo }: FeedItem) =>
  html`<entry>
    <id>urn:uuid:${id}</id>
    <title>${isNews ? 'Nieuws over ' : ''}${clean(title)}</title>
    <updated>${at.toISOString()}</updated>
    <published>${at.toISOString()}</published>
    <content type="text">${clean(text)}</content>
    ${photo ? enclosure(photo) : ''}
  </entry>`;

/** An Atom feed (RFC 4287), newest first. `id` names it for good. */
export const atomFeed = async (id: string, title: string, told: readonly FeedItem[]): Promise<string> =>
  String(
    await html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
        <id>${id}</id>
        <title>${clean(title)}</title>
        <updated>${(told[0]?.at ?? new Date(0)).toISOString()}</updated>
        <author><name>Buren</name></author>
        <link rel="self" type="application/atom+xml" href="feed.atom" />
        ${told.map(entryOf)}
      </feed>`,
  ).trim();
