import { printCode } from '@buurt/domain/rounds/code.js';
import { html, raw } from 'hono/html';
import { demoCodes } from '../seed/rounds.js';
import { corporation, type DemoBuurt } from './corporation.js';
import { widgetTag } from './embedding.js';
import { current, page, type Markup } from './layout.js';
import { shapeOf } from './shape.js';

export const endpoint = '/v1';
export const addressEndpoint = '/demo/adressen/v3_1';

const telephone = `<a href="${corporation.telephoneUrl}">${corporation.telephone}</a>`;
/** What stands in the place of a widget until it is there. */
export const comingSoon = (what: string) =>
  `<p>${what} komt eraan. Lukt het niet? Bel ons: ${telephone}.</p>`;

/** The idea form of a buurt; `origin` is empty on the site itself. */
export const formTag = ({ code }: DemoBuurt, origin = ''): string =>
  widgetTag(
    'buurt-idea-form',
    { endpoint: origin + endpoint, buurt: code, 'address-endpoint': origin + addressEndpoint },
    comingSoon('Het formulier'),
  );

const votePath = ({ path }: DemoBuurt) => `${path}/buurtbudget`;
/** The page with the map. */
export const mapPath = ({ path }: DemoBuurt): string => `${path}/kaart`;
const initiativesPath = ({ path }: DemoBuurt) => `${path}/initiatieven`;
const cashbookPath = ({ path }: DemoBuurt) => `${path}/kasboek`;
/** The page with the list, with one initiative open in it. */
const initiativeHref = (buurt: DemoBuurt) => `${initiativesPath(buurt)}?initiatieven-open={id}`;

const waysOf = (buurt: DemoBuurt) =>
  [
    [buurt.path, 'Deel je idee'],
    [votePath(buurt), 'Buurtbudget'],
    [initiativesPath(buurt), 'Wat er leeft'],
    [mapPath(buurt), 'Kaart'],
    [cashbookPath(buurt), 'Kasboek'],
  ] as const;

/** The head of all pages of a buurt, with the way between them. */
export const buurtTop = (buurt: DemoBuurt, path: string, heading: string) => html`
  <div class="buurt-top">
    <div class="wide">
      <div>
        <p class="trail"><a href="/">Home</a> › ${buurt.name}</p>
        <h1>${heading}</h1>
        <p class="lead">${buurt.character}</p>
        <p class="facts"><strong>${buurt.households}</strong> woningen in ${buurt.municipality}</p>
      </div>
      ${shapeOf(buurt.border)}
      <nav aria-label="${buurt.name}">
        <ul class="places">
          ${waysOf(buurt).map(([link, name]) => html`<li><a href="${link}" ${current(link, path)}>${name}</a></li>`)}
        </ul>
      </nav>
    </div>
  </div>
`;

/** What residents shared; with further attributes of the tag, and texts of our own. */
const listTag = (
  { code }: DemoBuurt,
  attributes: Readonly<Record<string, string>> = {},
  texts: Readonly<Record<string, string>> = {},
): string => {
  const own = `<script type="application/json" data-texts>${JSON.stringify(texts)}</script>`;
  return widgetTag(
    'buurt-initiative-list',
    { endpoint, buurt: code, ...attributes },
    comingSoon('De lijst') + own,
  );
};

/** The newest, in a narrow column: pressing one leads to the page with all of them. */
const newest = (buurt: DemoBuurt): string =>
  listTag(
    buurt,
    {
      layout: 'rows',
      filters: '',
      'page-size': '3',
      history: 'off',
      'detail-href': initiativeHref(buurt),
    },
    { title: 'Net gedeeld door buren' },
  );

const aside = (buurt: DemoBuurt) => html`
  <aside aria-label="Meer over ideeën in ${buurt.name}">
    <h2>Zo gaat het verder</h2>
    <ol>
      <li>We lezen je idee binnen twee weken.</li>
      <li>Klopt alles? Dan staat het op deze site.</li>
      <li>Buren steunen het en doen mee.</li>
      <li>Wij helpen met wat er nog ontbreekt.</li>
    </ol>
    ${raw(newest(buurt))}
    <p><a href="${initiativesPath(buurt)}">Alles wat er leeft in ${buurt.name}</a></p>
    <div class="help">
      <h2>Hulp nodig?</h2>
      <p>We vullen het graag samen met je in.</p>
      <p><a href="${corporation.telephoneUrl}">${corporation.telephone}</a></p>
    </div>
  </aside>
`;

/** The page of one buurt: the idea form as a webmaster embeds it. `lines` are those of `headLines`. */
export const buurtPage = (buurt: DemoBuurt, lines: string): Markup =>
  page({
    title: buurt.name,
    description: `Deel je idee voor ${buurt.name}.`,
    path: buurt.path,
    head: raw(lines),
    main: html`
      ${buurtTop(buurt, buurt.path, buurt.name)}
      <div class="wide beside">
        <div>${raw(formTag(buurt))}</div>
        ${aside(buurt)}
      </div>
    `,
  });

/** Only here: the codes of a real vote are in letters, and nowhere else. */
const trial = ({ hasDemoCodes }: DemoBuurt) =>
  hasDemoCodes
    ? html`<h2>Codes om te proberen</h2>
        <p>Dit is een demo. Daarom staan hier codes die anders in een brief staan.</p>
        <ul class="codes">
          ${demoCodes.map((each) => html`<li><code>${printCode(each)}</code></li>`)}
        </ul>`
    : '';

const voteAside = (buurt: DemoBuurt) => html`
  <aside aria-label="Meer over het buurtbudget van ${buurt.name}">
    <h2>Zo werkt het</h2>
    <ol>
      <li>Voor een stemming krijgt elk huishouden een brief met een code.</li>
      <li>Samen kies je de plannen die je het beste vindt.</li>
      <li>Tot de sluiting kun je je stem veranderen.</li>
      <li>Daarna staat hier de uitslag, met uitleg.</li>
    </ol>
    <p><a href="${cashbookPath(buurt)}">Wat er met het geld gebeurt</a></p>
    ${trial(buurt)}
    <div class="help">
      <h2>Vragen over een stemming?</h2>
      <p>Bel ons. Is je brief kwijt? Zolang de stemming loopt, krijg je een nieuwe. De oude vervalt dan.</p>
      <p>${raw(telephone)}</p>
    </div>
  </aside>
`;

/** The page where a buurt divides its budget. `lines` are those of `headLines`. */
export const votePage = (buurt: DemoBuurt, lines: string): Markup =>
  page({
    title: `Buurtbudget van ${buurt.name}`,
    description: `Bewoners van ${buurt.name} verdelen het geld van de buurt.`,
    path: votePath(buurt),
    head: raw(lines),
    main: html`
      ${buurtTop(buurt, votePath(buurt), `Buurtbudget van ${buurt.name}`)}
      <div class="wide beside">
        <div>
          ${raw(widgetTag('buurt-budget-vote', { endpoint, buurt: buurt.code }, comingSoon('De stemming')))}
        </div>
        ${voteAside(buurt)}
      </div>
    `,
  });

/** What residents of one buurt shared and what became of it. `lines` are those of `headLines`. */
export const initiativesPage = (buurt: DemoBuurt, lines: string): Markup =>
  page({
    title: `Wat er leeft in ${buurt.name}`,
    description: `Initiatieven van bewoners in ${buurt.name}.`,
    path: initiativesPath(buurt),
    head: raw(lines),
    main: html`
      ${buurtTop(buurt, initiativesPath(buurt), `Wat er leeft in ${buurt.name}`)}
      <div class="wide block">${raw(listTag(buurt, {}, { title: 'Initiatieven van buren' }))}</div>
    `,
  });

/** Where the money of one buurt went. `lines` are those of `headLines`. */
export const cashbookPage = (buurt: DemoBuurt, lines: string): Markup => {
  const attributes = { endpoint, buurt: buurt.code, 'detail-href': initiativeHref(buurt) };
  return page({
    title: `Kasboek van ${buurt.name}`,
    description: `Wat er met het geld van ${buurt.name} gebeurt.`,
    path: cashbookPath(buurt),
    head: raw(lines),
    main: html`
      ${buurtTop(buurt, cashbookPath(buurt), `Kasboek van ${buurt.name}`)}
      <div class="wide block">${raw(widgetTag('buurt-cashbook', attributes, comingSoon('Het kasboek')))}</div>
    `,
  });
};
