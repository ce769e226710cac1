import { html } from 'hono/html';
import { addressEndpoint, endpoint, formTag } from './buurt-pages.js';
import { corporation, demoBuurten } from './corporation.js';
import { staffPath } from './staff-page.js';
import { page, type Markup } from './layout.js';

const addresses = (origin: string): readonly (readonly [address: string, what: string])[] => [
  [`${origin}${endpoint}`, 'De API. Dit is het adres voor “endpoint”.'],
  [`${origin}${endpoint}/openapi.json`, 'De beschrijving van de API (OpenAPI 3.1).'],
  [
    `${origin}${addressEndpoint}`,
    'Adressen zoeken, met verzonnen straten. Zelfde vorm als de Locatieserver van PDOK.',
  ],
  ...demoBuurten.map(({ path, name, code }) => [`${origin}${path}`, `${name}, code ${code}`] as const),
];

const linked = (address: string) =>
  address.endsWith(endpoint) || address.endsWith(addressEndpoint)
    ? html`<code>${address}</code>`
    : html`<a href="${address}">${address}</a>`;

const commands = `# Wat wacht er op een lezer?
npx buurt ideas list --state waiting

# Zet een idee op de site: gebruik het nummer uit de lijst
npx buurt ideas publish K4T-9PX

# Alles in een bestand voor Excel
npx buurt export ideas --csv --out ideeen.csv`;

/** For the webmaster who looks at the demo: how it is made, and how to do the same. `lines` are those of `headLines`. */
export function aboutPage(origin: string, lines: string): Markup {
  const [buurt] = demoBuurten;
  const absolute = lines.replaceAll('"/', `"${origin}/`);
  const tag = formTag(buurt, origin);
  return page({
    title: 'Over deze demo',
    description: 'Hoe deze demo werkt en hoe je het formulier in je eigen site zet.',
    path: '/over-deze-demo',
    main: html`
      <div class="block wide article">
        <h1>Over deze demo</h1>
        <p class="lead">
          ${corporation.kind} ${corporation.name} bestaat niet. De software wel: het formulier, de API en de
          opslag zijn echt.
        </p>

        <h2>Probeer het zelf</h2>
        <ol>
          <li>Ga naar <a href="${buurt.path}">${buurt.name}</a> en deel een idee.</li>
          <li>
            Zet het op de site: op de <a href="${staffPath}">werkplek</a>, of met de opdracht hieronder.
          </li>
          <li>Kijk bij <a href="${buurt.path}/initiatieven">Wat er leeft</a>. Je idee staat bovenaan.</li>
        </ol>
        <pre
          tabindex="0"
          role="region"
          aria-label="Opdrachten voor de beheerder"
        ><code>${commands}</code></pre>
        <p>Voor elke opdracht is er uitleg: <code>npx buurt --help</code>.</p>

        <h2>Het formulier in je eigen site</h2>
        <p>Zet deze regels in de <code>&lt;head&gt;</code> van je pagina.</p>
        <pre tabindex="0" role="region" aria-label="Regels voor de head"><code>${absolute}</code></pre>
        <p>
          De regels met <code>modulepreload</code> zijn niet verplicht. Ze laten het formulier eerder
          verschijnen.
        </p>
        <p>Zet deze tag waar het formulier moet komen, met de code van je eigen buurt.</p>
        <pre tabindex="0" role="region" aria-label="De tag"><code>${tag}</code></pre>
        <p>Wat binnen de tag staat, zien mensen tot het formulier er is. Ook als scripts uit staan.</p>
        <p>
          Geef je merkkleur mee in je eigen stylesheet:
          <code>buurt-idea-form { --buurt-brand: #0f5f6b; }</code>
        </p>
        <p>
          Staat je site op een ander adres dan de API? Start de server dan met
          <code>ALLOWED_ORIGINS=https://www.jouwsite.nl</code>.
        </p>

        <h2>Adressen</h2>
        <dl class="addresses">
          ${addresses(origin).map(
            ([address, what]) =>
              html`<dt>${linked(address)}</dt>
                <dd>${what}</dd>`,
          )}
        </dl>
      </div>
    `,
  });
}
