/** What a webmaster chose: a widget and what it is told. */
export interface Choice {
  /** `buurt-idea-form` and the like. */
  readonly tag: string;
  /** Attributes by name; a boolean one has an empty value. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `#rrggbb`, or empty. */
  readonly brand: string;
  /** What people see until the widget is there, and without scripts. */
  readonly meanwhile: string;
}

/** Where the files of a build are, with a slash at the end, and the hash of each by its name where they never change. */
export interface Files {
  readonly base: string;
  readonly integrity?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const written = (attributes: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${prefix}${name}${value === '' ? '' : `="${escaped(value)}"`}`)
    .join('');

/** For `<head>`: the stylesheet and the loader, with their hashes. */
export function headLines({ base, integrity = {} }: Files): string {
  const checked = (name: string) => {
    const hash = integrity[name];
    return `"${base}${name}"${hash ? ` integrity="${hash}" crossorigin` : ''}`;
  };
  return [
    `<link rel="stylesheet" href=${checked('buurt.css')}>`,
    `<script type="module" src=${checked('buurt.js')}></script>`,
  ].join('\n');
}

/** To try out with: says why the loader does not start. Without a hash, because a wrong one is what it looks for. */
export const loadCheckLines = (base: string): string => `<script src="${base}buurt-load-check.js"></script>`;

/** The tag, where the widget must come. */
export const tagLines = ({ tag, attributes, meanwhile }: Choice): string =>
  `<${tag}${written(attributes)}>\n  ${escaped(meanwhile)}\n</${tag}>`;

/** The same for a CMS that strips tags which it does not know. */
export const divLines = ({ tag, attributes, meanwhile }: Choice): string =>
  `<div data-buurt-widget="${tag.replace('buurt-', '')}"${written(attributes, 'data-')}>\n  ${escaped(meanwhile)}\n</div>`;

/** What leads out of a frame, or to another host than the server's own; its page refuses these. */
const notInFrame = /^(endpoint|address-endpoint|.*-href|tiles.*|structured-data)$/;

/** For a CMS that only takes an iframe: the server's page of the widget, and the script that fits its height. */
export function frameLines({ tag, attributes, brand }: Choice, base: string): string {
  const endpoint = attributes['endpoint']?.replace(/\/$/, '');
  // The pages of frames are beside the endpoint, also under a path of a proxy.
  const server = endpoint ? new URL('.', endpoint) : new URL('../..', base);
  const told = Object.entries(attributes).filter(([name]) => !notInFrame.test(name));
  const query = new URLSearchParams([...told, ...(brand ? [['brand', brand]] : [])]).toString();
  const address = new URL(`embed/${tag.replace('buurt-', '')}?${query}`, server).href;
  return [
    `<iframe src="${escaped(address)}" title="Buurt" width="100%" height="700"></iframe>`,
    `<script type="module" src="${base}buurt-frame.js"></script>`,
  ].join('\n');
}

/** For the site's own stylesheet; empty without a colour. */
export const styleLines = ({ brand }: Choice): string =>
  brand ? `:root {\n  --buurt-brand: ${brand};\n}` : '';

/** Where the map with streets has its background from, after a click. */
const tileHost = 'https://service.pdok.nl';

const originOf = (address: string | undefined, base: string): readonly string[] => {
  if (!address || !URL.canParse(address.replaceAll(/[{}]/g, '-'), base)) return [];
  return [new URL(address.replaceAll(/[{}]/g, '-'), base).origin];
};

/** What a Content-Security-Policy must allow for this choice, by directive. */
function policyOf({ tag, attributes }: Choice, base: string): Readonly<Record<string, readonly string[]>> {
  const [files = ''] = originOf(base, base);
  const server = originOf(attributes['endpoint'], base);
  const addresses = originOf(attributes['address-endpoint'], base);
  const tiles = originOf(attributes['tiles'], base);
  const map = tag === 'buurt-map-card' ? (tiles.length > 0 ? tiles : [tileHost]) : [];
  return {
    'script-src': [files],
    'style-src': [files],
    'connect-src': [...new Set([...server, ...addresses])],
    'img-src': [...new Set([...server, ...map]), 'blob:'],
    'trusted-types': ['lit-html'],
  };
}

/** The same as lines. */
export const policyLines = (choice: Choice, base: string): string =>
  Object.entries(policyOf(choice, base))
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')};`)
    .join('\n');
