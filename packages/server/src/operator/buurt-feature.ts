import { mendedBorder, type Border, type GeometryProblem } from '@buurt/domain';

/** A buurt as a file of CBS, PDOK or a municipality gives it. */
export interface ImportedBuurt {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  /** Null: unknown or secret. */
  readonly households: number | null;
  /** The year of the statistics, where the file tells. */
  readonly year: number | null;
  readonly border: Border;
}

/** What a feature turned out to be; a refused one is named as well as its properties allow. */
export type FeatureOutcome =
  | { readonly buurt: ImportedBuurt }
  | { readonly water: string }
  | { readonly refused: string; readonly reason: string };

class Refusal extends Error {}

const longestName = 120;

/** CBS writes `aantal_huishoudens` in one year and `aantalHuishoudens` in another. */
const plain = (key: string) => key.toLowerCase().replaceAll('_', '');

/** By their names in small letters, without underscores. */
export function propertiesOf(feature: unknown): ReadonlyMap<string, unknown> {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  const entries = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  return new Map(entries.map(([key, value]): [string, unknown] => [plain(key), value]));
}

function textOf(properties: ReadonlyMap<string, unknown>, key: string): string {
  const value = properties.get(key);
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') throw new Refusal(`it has no ${key}`);
  if (/\p{Cc}/u.test(text)) throw new Refusal(`its ${key} holds a control character`);
  if (text.length > longestName)
    throw new Refusal(`its ${key} has more than ${String(longestName)} characters`);
  return text;
}

function codeOf(properties: ReadonlyMap<string, unknown>): string {
  const code = textOf(properties, 'buurtcode');
  if (!/^BU[0-9A-Z]{8}$/.test(code)) throw new Refusal(`"${code}" is not a buurtcode (BU and 8 characters)`);
  return code;
}

/** CBS gives −99995, −99997 and the like for what is unknown or secret. */
function householdsOf(properties: ReadonlyMap<string, unknown>): number | null {
  const given = properties.get('aantalhuishoudens') ?? null;
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (number === null || given === '') return null;
  if (typeof number !== 'number' || !Number.isInteger(number) || number > 1_000_000)
    throw new Refusal(`its aantal_huishoudens is not a whole number`);
  return number < 0 ? null : number;
}

const wrongBorders: Readonly<Record<GeometryProblem, string>> = {
  'no-geometry': 'it has no border (geometry)',
  'another-shape': 'its border is not a Polygon or MultiPolygon',
  'too-few-positions': 'its border has fewer than three corners',
  'no-surface': 'its border has no surface',
  'not-degrees': 'its coordinates are neither degrees (WGS84) nor metres in RD New',
};

function borderOf(feature: unknown): Border {
  const border = mendedBorder((feature as { geometry?: unknown }).geometry);
  if ('wrong' in border) throw new Refusal(wrongBorders[border.wrong]);
  return border.right;
}

/** CBS calls it `jaar` in one file and `jrstatcode` (`2025BU…`) in another. */
function yearOf(properties: ReadonlyMap<string, unknown>): number | null {
  const told = properties.get('jaar') ?? properties.get('jrstatcode');
  const [, year] =
    /^(20\d\d)(BU|$)/.exec(typeof told === 'number' || typeof told === 'string' ? String(told) : '') ?? [];
  return year === undefined ? null : Number(year);
}

/** How a person finds it back in the file: code and name, else its number in the list. */
function nameIn(properties: ReadonlyMap<string, unknown>, index: number): string {
  const known = ['buurtcode', 'buurtnaam'].map((key) => properties.get(key));
  const name = known
    .filter((each) => typeof each === 'string')
    .join(' ')
    .trim();
  return name === '' ? `feature ${String(index + 1)}` : name;
}

function buurtOf(feature: unknown, properties: ReadonlyMap<string, unknown>): ImportedBuurt {
  if ((feature as { type?: unknown } | null)?.type !== 'Feature')
    throw new Refusal('it is not a GeoJSON feature');
  return {
    code: codeOf(properties),
    name: textOf(properties, 'buurtnaam'),
    municipality: textOf(properties, 'gemeentenaam'),
    households: householdsOf(properties),
    year: yearOf(properties),
    border: borderOf(feature),
  };
}

/** Reads the feature with this number in its file; `undefined` stands for one that is not JSON. */
export function readFeature(feature: unknown, index: number): FeatureOutcome {
  const properties = propertiesOf(feature);
  const name = nameIn(properties, index);
  try {
    if (feature === undefined) throw new Refusal('it is not JSON');
    if (String(properties.get('water')).toUpperCase() === 'JA') return { water: name };
    return { buurt: buurtOf(feature, properties) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: name, reason: error.message };
    throw error;
  }
}
