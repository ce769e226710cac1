import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { languageDetector } from 'hono/language';

export type Language = 'nl' | 'en';
export type Markup = ReturnType<typeof html>;

/** Finds the language of a page: that of the address, else that of the browser, else Dutch. */
export const detectLanguage = languageDetector({
  order: ['querystring', 'header'],
  lookupQueryString: 'lang',
  supportedLanguages: ['nl', 'en'],
  fallbackLanguage: 'nl',
  caches: false,
});

/** The language that {@link detectLanguage} found. */
export const languageOf = (c: Context): Language => (c.get('language') === 'en' ? 'en' : 'nl');

const texts: Readonly<
  Record<
    Language,
    { readonly other: { readonly lang: Language; readonly name: string }; readonly skip: string }
  >
> = {
  nl: { other: { lang: 'en', name: 'English' }, skip: 'Naar de inhoud' },
  en: { other: { lang: 'nl', name: 'Nederlands' }, skip: 'To the content' },
};

interface OwnPage {
  readonly lang: Language;
  readonly title: string;
  /** From this page to the folder in which `dist/` and `insluiten` are. */
  readonly home: '' | '../';
  readonly head?: Markup;
  readonly back?: Markup;
  /** For a page with more than one column of text. */
  readonly isWide?: boolean;
  readonly main: Markup;
}

/** A page of this server itself, without scripts other than the widgets. */
export function ownPage({
  lang,
  title,
  home,
  head = raw(''),
  back = raw(''),
  isWide = false,
  main,
}: OwnPage): Markup {
  const { skip, other } = texts[lang];
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${home}insluiten/look.css" />
        ${head}
      </head>
      <body class="${isWide ? 'wide' : ''}">
        <header>
          <a class="skip" href="#main">${skip}</a>
          <span>${back}</span>
          <a href="?lang=${other.lang}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a>
        </header>
        <main id="main" tabindex="-1">${main}</main>
      </body>
    </html>`;
}
