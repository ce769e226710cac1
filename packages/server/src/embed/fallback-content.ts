import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { html } from 'hono/html';
import { buurtExists } from '../buurten/buurten.queries.js';
import { listInitiatives } from '../initiatives/page.queries.js';
import type { Store } from '../db/open.js';
import type { EmbedParams } from './embed-params.js';

type Markup = ReturnType<typeof html>;

const words = {
  nl: {
    heading: 'Wat er leeft in de buurt',
    supporters: (count: number) => (count === 1 ? '1 buur steunt dit' : `${String(count)} buren steunen dit`),
    more: (count: number) => `En nog ${String(count)} initiatieven.`,
    noScript: 'Dit deel van de pagina werkt alleen met JavaScript.',
    listOnly: 'Meedoen, zoeken en steunen kan alleen met JavaScript.',
  },
  en: {
    heading: 'What goes on in the neighbourhood',
    supporters: (count: number) =>
      count === 1 ? '1 neighbour supports this' : `${String(count)} neighbours support this`,
    more: (count: number) => `And ${String(count)} more initiatives.`,
    noScript: 'This part of the page only works with JavaScript.',
    listOnly: 'Joining, searching and supporting only work with JavaScript.',
  },
};

const limit = 12;

const statusesOf = ({ status = '' }: Readonly<Record<string, string>>): readonly InitiativeStatus[] =>
  initiativeStatuses.filter((each) => status.split(/[\s,]+/).includes(each));

async function initiatives({ attributes, lang }: EmbedParams, store: Store): Promise<Markup | undefined> {
  const { buurt = '', theme = '' } = attributes;
  if (!(await buurtExists(store.db, buurt))) return undefined;
  const themes = theme.split(/[\s,]+/).filter((each) => each !== '');
  const wish = { buurt, limit, sort: 'new' as const, status: statusesOf(attributes), theme: themes };
  const { initiatives: listed, total } = await listInitiatives(store, wish);
  const t = words[lang];
  return html`<h2>${t.heading}</h2>
    <ul>
      ${listed.map(
        ({ title, excerpt, supportCount }) =>
          html`<li>
            <h3>${title}</h3>
            <p>${excerpt}</p>
            <p>${t.supporters(supportCount)}</p>
          </li>`,
      )}
    </ul>
    ${total > listed.length ? html`<p>${t.more(total - listed.length)}</p>` : ''}
    <noscript>${t.listOnly}</noscript>`;
}

/**
 * What stands inside the tag until the widget takes its place: of list and map what they would show, so that it can be
 * read before the scripts are there, and without them.
 */
export async function fallbackContent(wish: EmbedParams, store: Store): Promise<Markup> {
  const shows = wish.tag === 'buurt-initiative-list' || wish.tag === 'buurt-map-card';
  const shown = shows ? await initiatives(wish, store) : undefined;
  return shown ?? html`<noscript>${words[wish.lang].noScript}</noscript>`;
}
