import { endpointAddress } from './connection.js';
import { localeOf, type Locale } from '../messages/texts.js';

/** What a widget was given to work with. */
export interface Setup {
  readonly endpoint: string | undefined;
  readonly buurt: string | undefined;
}

const texts = {
  nl: {
    to: 'Voor de beheerder van deze site:',
    noEndpoint: 'zet het adres van de server in endpoint="https://…/v1".',
    wrongEndpoint: (endpoint: string) => `“${endpoint}” is geen webadres. Verbeter endpoint.`,
    insecureEndpoint: (endpoint: string) => `“${endpoint}” moet met https beginnen.`,
    noBuurt: 'zet de code van de buurt in buurt="BU…".',
    wrongBuurt: (buurt: string) => `“${buurt}” is geen code van een buurt. Die heeft BU en acht tekens.`,
    notFound: (endpoint: string, buurt: string) =>
      `op ${endpoint} is niets te vinden voor “${buurt}”. Controleer de attributen, of zet ?buurt-check achter het adres van de pagina.`,
  },
  en: {
    to: 'For the owner of this site:',
    noEndpoint: 'put the address of the server in endpoint="https://…/v1".',
    wrongEndpoint: (endpoint: string) => `“${endpoint}” is not a web address. Please mend endpoint.`,
    insecureEndpoint: (endpoint: string) => `“${endpoint}” must start with https.`,
    noBuurt: 'put the code of the neighbourhood in buurt="BU…".',
    wrongBuurt: (buurt: string) =>
      `“${buurt}” is not the code of a neighbourhood. It has BU and eight characters.`,
    notFound: (endpoint: string, buurt: string) =>
      `nothing is found at ${endpoint} for “${buurt}”. Please check the attributes, or put ?buurt-check behind the address of the page.`,
  },
} as const;

/** What the webmaster must mend before a widget can work, in words. */
export function setupProblem({ endpoint = '', buurt = '' }: Setup, locale: Locale): string {
  const { to, ...t } = texts[locale];
  const address = endpointAddress(endpoint);
  const problem = !endpoint.trim()
    ? t.noEndpoint
    : address === undefined
      ? t.wrongEndpoint(endpoint)
      : location.protocol === 'https:' && address.startsWith('http:')
        ? t.insecureEndpoint(endpoint)
        : buurt.trim()
          ? t.wrongBuurt(buurt)
          : t.noBuurt;
  return `${to} ${problem}`;
}

/** What each widget was told last. */
const told = new WeakMap<Element, string>();

/** Says in the console what the webmaster must mend, once; `isGone` when the server does not know what the tag names. */
export function tellWebmaster(
  widget: Element,
  endpoint: string | undefined,
  buurt: string | undefined,
  isGone: boolean,
): void {
  const locale = localeOf(widget);
  const { to, notFound } = texts[locale];
  const problem = isGone
    ? `${to} ${notFound(endpoint ?? '', buurt ?? '')}`
    : setupProblem({ endpoint, buurt }, locale);
  if (told.get(widget) === problem) return;
  told.set(widget, problem);
  console.error(`<${widget.localName}>: ${problem}`);
}
