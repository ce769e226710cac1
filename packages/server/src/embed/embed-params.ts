/** What each widget may be told by the address of its frame; `endpoint` is always this server's. */
const common = ['buurt', 'lang', 'heading-level', 'no-heading', 'density', 'theme-preset'];

const attributesOf: Readonly<Record<string, readonly string[]>> = {
  'idea-form': ['draft'],
  'budget-vote': ['round', 'code', 'helper', 'idle-seconds'],
  'initiative-list': ['layout', 'columns', 'page-size', 'filters', 'status', 'theme', 'sort', 'history'],
  cashbook: [],
  'map-card': ['municipality', 'status', 'theme'],
  'my-initiative': [],
};

const colour = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const length = /^\d{1,2}(\.\d{1,3})?(px|rem|em)$/;

/** Tokens of the house style, by their name in the address, and what they may be. No other text reaches a stylesheet. */
const tokens: Readonly<Record<string, RegExp>> = { brand: colour, radius: length };

/** Parameters that are the widgets' own: where a visitor is. The widget reads them itself. */
const ownOfWidget = /^(initiatieven|buurt)-[\w-]{1,40}$/;

const longest = 200;
/** No attribute needs a line break or a NUL, and the database keeps no NUL. */
const isPlain = (text: string) => text.length <= longest && !/\p{Cc}/u.test(text);

export interface EmbedParams {
  readonly tag: string;
  readonly lang: 'nl' | 'en';
  readonly attributes: Readonly<Record<string, string>>;
  /** Tokens of the house style, by their name in the address. */
  readonly look: Readonly<Record<string, string>>;
}

export const isEmbeddable = (widget: string): boolean => Object.hasOwn(attributesOf, widget);

const isToken = (name: string, value: string): boolean =>
  Object.hasOwn(tokens, name) && tokens[name]?.test(value) === true;

/** Reads the address of a frame. Answers the names of what is unknown or not safe, if any. */
export function parseEmbedParams(
  widget: string,
  query: URLSearchParams,
): EmbedParams | { readonly wrong: string[] } {
  const allowed = [...common, ...(Object.hasOwn(attributesOf, widget) ? (attributesOf[widget] ?? []) : [])];
  const attributes: Record<string, string> = {};
  const look: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [name, value] of query)
    if (allowed.includes(name) && isPlain(value)) attributes[name] = value;
    else if (isToken(name, value)) look[name] = value;
    else if (!ownOfWidget.test(name)) wrong.push(isPlain(name) ? name : '…');
  if (wrong.length > 0) return { wrong };
  const lang = attributes.lang === 'en' ? 'en' : 'nl';
  return { tag: `buurt-${widget}`, lang, attributes, look };
}

/** The stylesheet of a frame, with those tokens that are safe in it. */
export function styleSheet(query: URLSearchParams): string {
  const set = [...query].filter(([name, value]) => isToken(name, value));
  const root = set.map(([name, value]) => `--buurt-${name}:${value}`).join(';');
  return `html{background:transparent}body{margin:0;display:flow-root;font:1em/1.5 system-ui,sans-serif}:root{${root}}`;
}
