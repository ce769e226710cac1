import { html, raw } from 'hono/html';
import { comingSoon, endpoint } from './buurt-pages.js';
import { corporation, demoBuurten, town, type DemoBuurt } from './corporation.js';
import { widgetTag } from './embedding.js';
import { page, type Markup } from './layout.js';
import { tileAttributes } from './map-page.js';
import { shapeOf } from './shape.js';

const card = ({ path, name, character, border }: DemoBuurt) => html`
  <li class="card">
    ${shapeOf(border)}
    <div class="card-text">
      <h3><a href="${path}">${name}</a></h3>
      <p>${character}</p>
    </div>
  </li>
`;

const hero = html`
  <div class="hero">
    <div class="wide">
      <h1>Een fijne buurt maak je samen</h1>
      <p class="lead">
        Jij weet wat jouw straat nodig heeft. Deel je idee. Buren doen mee, en wij helpen met geld, plek en
        spullen.
      </p>
      <a class="button" href="#buurten">Ga naar je buurt</a>
    </div>
    <img class="street" src="/demo/street.svg" alt="" width="1600" height="420" />
  </div>
`;

const way = html`
  <section class="block wide" aria-labelledby="zo-gaat-het">
    <h2 id="zo-gaat-het">Van idee naar aan de slag</h2>
    <ol class="steps">
      <li>
        <h3>Jij deelt een idee</h3>
        <p>Groot of klein, af of nog niet. Het kost je twee minuten.</p>
      </li>
      <li>
        <h3>Buren sluiten aan</h3>
        <p>Iemand heeft tijd, een ander een ladder of een schuur.</p>
      </li>
      <li>
        <h3>Wij leggen bij</h3>
        <p>Wat de buurt zelf niet heeft, zoeken we samen.</p>
      </li>
      <li>
        <h3>Iedereen ziet het</h3>
        <p>Wat gelukt is, en ook wat niet lukte en waarom.</p>
      </li>
    </ol>
  </section>
`;

const contact = html`
  <section class="band" id="contact" aria-labelledby="liever-praten">
    <div class="wide">
      <div>
        <h2 id="liever-praten">Liever praten?</h2>
        <p>Bel ons, of loop binnen bij de koffie. Dan vullen we je idee samen in.</p>
        <p class="call"><a href="${corporation.telephoneUrl}">${corporation.telephone}</a></p>
        <p class="soft">Op werkdagen van 9 tot 17 uur</p>
      </div>
      <div>
        <h3>Langskomen</h3>
        <p>${corporation.address}</p>
        <p>Dinsdag van 10 tot 12 uur staat de koffie klaar. Een afspraak is niet nodig.</p>
      </div>
    </div>
  </section>
`;

/** All buurten on one map. */
const map = widgetTag(
  'buurt-map-card',
  { endpoint, municipality: town, 'buurt-href': '/naar/{code}', 'heading-level': '3', ...tileAttributes },
  comingSoon('De kaart'),
);

/** The front page: what the corporation does for buurten, and the way to each. `lines` are those of `headLines`. */
export const homePage = (lines: string): Markup =>
  page({
    title: 'Een fijne buurt maak je samen',
    description: `Bij ${corporation.kind} ${corporation.name} maken bewoners hun buurt zelf.`,
    path: '/',
    head: raw(lines),
    main: html`
      ${hero}
      <section class="block wide" id="buurten" aria-labelledby="onze-buurten">
        <h2 id="onze-buurten">Waar woon jij?</h2>
        <p>Kies je buurt. Je ziet wat er leeft, en je kunt er je eigen idee bij zetten.</p>
        <ul class="cards">
          ${demoBuurten.map(card)}
        </ul>
        ${raw(map)}
      </section>
      ${way} ${contact}
    `,
  });
