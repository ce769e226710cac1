import { html } from 'hono/html';
import { corporation, demoBuurten } from './corporation.js';

export type Markup = ReturnType<typeof html>;

interface Page {
  /** What the tab of the browser says before the name of the corporation. */
  readonly title: string;
  readonly description: string;
  /** The path of this page, so that the navigation can mark it. */
  readonly path: string;
  /** Lines for `<head>` that only this page needs. */
  readonly head?: Markup;
  readonly main: Markup;
}

/** Marks a link to the page that is being shown. */
export const current = (link: string, path: string): Markup =>
  link === path ? html` aria-current="page"` : html``;

const top = (path: string) => html`
  <a class="skip" href="#inhoud">Naar de inhoud</a>
  <aside class="notice" aria-label="Let op">
    <p class="wide">
      Dit is een demo: de corporatie, de buurten en de mensen zijn verzonnen.
      <a href="/over-deze-demo">Over deze demo</a>
    </p>
  </aside>
  <header class="top">
    <div class="wide">
      <a class="brand" href="/">
        <img src="/demo/logo.svg" alt="" width="48" height="48" />
        <span><small>${corporation.kind}</small>${corporation.name}</span>
      </a>
      <nav aria-label="Hoofdmenu">
        <ul>
          <li><a href="/" ${current('/', path)}>Home</a></li>
          <li><a href="/#buurten">Onze buurten</a></li>
          <li><a href="/#contact">Contact</a></li>
        </ul>
      </nav>
    </div>
  </header>
`;

const bottom = () => html`
  <footer class="bottom">
    <div class="wide">
      <div>
        <h2>${corporation.kind} ${corporation.name}</h2>
        <p>${corporation.address}</p>
        <p><a href="${corporation.telephoneUrl}">${corporation.telephone}</a></p>
      </div>
      <nav aria-labelledby="buurten-onderaan">
        <h2 id="buurten-onderaan">Onze buurten</h2>
        <ul>
          ${demoBuurten.map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>`)}
        </ul>
      </nav>
      <nav aria-labelledby="over-onderaan">
        <h2 id="over-onderaan">Over deze site</h2>
        <ul>
          <li><a href="/over-deze-demo">Over deze demo</a></li>
          <li><a href="/werkplek">Werkplek van de corporatie</a></li>
          <li><a href="/insluiten">Zet een widget in je site</a></li>
          <li><a href="/v1/openapi.json">De API (OpenAPI)</a></li>
        </ul>
      </nav>
    </div>
  </footer>
`;

/** A whole page in the style of the house. */
export const page = ({ title, description, path, head = html``, main }: Page): Markup =>
  html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${corporation.kind} ${corporation.name}</title>
        <meta name="description" content="${description}" />
        <link rel="icon" href="/demo/logo.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo/demo.css" />
        ${head}
      </head>
      <body>
        ${top(path)}
        <main id="inhoud" tabindex="-1">${main}</main>
        ${bottom()}
      </body>
    </html>`;
