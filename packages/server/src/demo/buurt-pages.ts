import { html, raw } from 'hono/html';
import { corporation, type DemoBuurt } from './corporation.js';
import { formTag } from './embedding.js';
import { current, page, type Markup } from './layout.js';
import { shapeOf } from './shape.js';

export const endpoint = '/v1';
export const addressEndpoint = '/demo/adressen/v3_1';

export const meanwhile = `<p>Het formulier komt eraan. Lukt het niet? Bel ons: <a href="${corporation.telephoneUrl}">${corporation.telephone}</a>.</p>`;

const initiativesPath = ({ path }: DemoBuurt) => `${path}/initiatieven`;

const pageScript = html`<script type="module" src="/demo/initiatives.js"></script>`;

/** The head of both pages of a buurt, with the way between them. */
const buurtTop = (buurt: DemoBuurt, path: string, heading: string) => html`
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
          <li><a href="${buurt.path}" ${current(buurt.path, path)}>Deel je idee</a></li>
          <li>
            <a href="${initiativesPath(buurt)}" ${current(initiativesPath(buurt), path)}>Wat er leeft</a>
          </li>
        </ul>
      </nav>
    </div>
  </div>
`;

/** Where the page script puts initiatives; without scripts there is a telephone number. */
const initiatives = ({ code }: DemoBuurt, { look, most }: { look: 'cards' | 'brief'; most: number }) => html`
  <div data-initiatives="${look}" data-endpoint="${endpoint}" data-buurt="${code}" data-most="${most}">
    <noscript>
      <p>
        Deze lijst heeft JavaScript nodig. Bel ons om te horen wat er leeft:
        <a href="${corporation.telephoneUrl}">${corporation.telephone}</a>.
      </p>
    </noscript>
  </div>
`;

const aside = (buurt: DemoBuurt) => html`
  <aside aria-label="Meer over ideeën in ${buurt.name}">
    <h2>Zo gaat het verder</h2>
    <ol>
      <li>We lezen je idee binnen twee weken.</li>
      <li>Klopt alles? Dan staat het op deze site.</li>
      <li>Buren steunen het en doen mee.</li>
      <li>Wij helpen met wat er nog ontbreekt.</li>
    </ol>
    <h2>Net gedeeld door buren</h2>
    ${initiatives(buurt, { look: 'brief', most: 3 })}
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
    head: html`${raw(lines)} ${pageScript}`,
    main: html`
      ${buurtTop(buurt, buurt.path, buurt.name)}
      <div class="wide beside">
        <div>${raw(formTag({ endpoint, addressEndpoint, buurt: buurt.code, meanwhile }))}</div>
        ${aside(buurt)}
      </div>
    `,
  });

/** What residents of one buurt shared and what became of it. */
export const initiativesPage = (buurt: DemoBuurt): Markup =>
  page({
    title: `Wat er leeft in ${buurt.name}`,
    description: `Initiatieven van bewoners in ${buurt.name}.`,
    path: initiativesPath(buurt),
    head: pageScript,
    main: html`
      ${buurtTop(buurt, initiativesPath(buurt), `Wat er leeft in ${buurt.name}`)}
      <section class="wide block" aria-labelledby="initiatieven">
        <h2 id="initiatieven">Initiatieven van buren</h2>
        ${initiatives(buurt, { look: 'cards', most: 12 })}
      </section>
    `,
  });
