import { boundsOf, type Border } from '@buurt/domain/geo/border.js';
import { repairBorder, type GeometryProblem } from '@buurt/domain/geo/repair-geometry.js';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { characters } from '@buurt/domain/wire/characters.js';

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
  | {
      readonly refused: string;
      readonly reason: string;
      /** Whether a field is not there that every buurt must have. */
      readonly missing: boolean;
    };

class Refusal extends Error {}
class MissingField extends Refusal {}

/** What each buurt is read from, as CBS calls it. */
export const cbsFields = {
  code: 'buurtcode',
  name: 'buurtnaam',
  municipality: 'gemeentenaam',
  households: 'aantal_huishoudens',
} as const;

/** How another file calls its fields, and the municipality of a buurt for which the file names none. */
export interface FieldNames {
  readonly called?: Readonly<Partial<Record<keyof typeof cbsFields, string>>>;
  readonly municipality?: string | undefined;
}

/** CBS writes `aantal_huishoudens` in one year and `aantalHuishoudens` in another. */
const plain = (key: string) => key.toLowerCase().replaceAll('_', '');

/** By their names in small letters, without underscores. */
export function propertiesOf(feature: unknown): ReadonlyMap<string, unknown> {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  const entries = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  return new Map(entries.map(([key, value]): [string, unknown] => [plain(key), value]));
}

/** The names of the properties of a feature, as the file writes them. */
export function fieldNamesOf(feature: unknown): readonly string[] {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

const fieldOf = (field: keyof typeof cbsFields, { called }: FieldNames) =>
  called?.[field] ?? cbsFields[field];

function textOf(
  properties: ReadonlyMap<string, unknown>,
  field: 'code' | 'name' | 'municipality',
  names: FieldNames,
): string {
  const key = fieldOf(field, names);
  const value = properties.get(plain(key));
  const given = typeof value === 'string' ? value.trim() : '';
  const text = given === '' && field === 'municipality' ? (names.municipality ?? '') : given;
  if (text === '') throw new MissingField(`it has no ${key}`);
  if (/\p{Cc}/u.test(text)) throw new Refusal(`its ${key} holds a control character`);
  if (characters(text) > longestFromOperator.buurt)
    throw new Refusal(`its ${key} has more than ${String(longestFromOperator.buurt)} characters`);
  return text;
}

function codeOf(properties: ReadonlyMap<string, unknown>, names: FieldNames): string {
  const code = textOf(properties, 'code', names);
  if (!/^BU[0-9A-Z]{8}$/.test(code)) throw new Refusal(`"${code}" is not a buurtcode (BU and 8 characters)`);
  return code;
}

/** CBS gives −99995, −99997 and the like for what is unknown or secret. */
function householdsOf(properties: ReadonlyMap<string, unknown>, names: FieldNames): number | null {
  const key = fieldOf('households', names);
  const given = properties.get(plain(key)) ?? null;
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (number === null || given === '') return null;
  if (typeof number !== 'number' || !Number.isInteger(number) || number > 1_000_000)
    throw new Refusal(`its ${key} is not a whole number`);
  return number < 0 ? null : number;
}

const wrongBorders: Readonly<Record<GeometryProblem, string>> = {
  'no-geometry': 'it has no border (geometry)',
  'another-shape': 'its border is not a Polygon or MultiPolygon',
  'too-few-positions': 'its border has fewer than three corners',
  'no-surface': 'its border has no surface',
  'not-degrees': 'its coordinates are neither degrees (WGS84) nor metres in RD New',
};

/** In Europe, with the sea before the coast; a buurt that is said to be elsewhere has wrong coordinates. */
const netherlands = { west: 3, south: 50.5, east: 7.5, north: 54 };

const degrees = (number: number) => number.toFixed(3);

function borderOf(feature: unknown): Border {
  const border = repairBorder((feature as { geometry?: unknown }).geometry);
  if ('wrong' in border) throw new Refusal(wrongBorders[border.wrong]);
  const { west, south, east, north } = boundsOf(border.right);
  if (
    west < netherlands.west ||
    east > netherlands.east ||
    south < netherlands.south ||
    north > netherlands.north
  )
    throw new Refusal(
      `its border lies outside the Netherlands, between latitude ${degrees(south)}–${degrees(north)} and longitude ${degrees(west)}–${degrees(east)}; ` +
        'look whether the two are swapped, or a number is wrong',
    );
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
function nameIn(properties: ReadonlyMap<string, unknown>, index: number, names: FieldNames): string {
  const known = (['code', 'name'] as const).map((field) => properties.get(plain(fieldOf(field, names))));
  const name = known
    .filter((each) => typeof each === 'string')
    .join(' ')
    .trim();
  return name === '' ? `feature ${String(index + 1)}` : name;
}

function buurtOf(
  feature: unknown,
  properties: ReadonlyMap<string, unknown>,
  names: FieldNames,
): ImportedBuurt {
  if ((feature as { type?: unknown } | null)?.type !== 'Feature')
    throw new Refusal('it is not a GeoJSON feature');
  return {
    code: codeOf(properties, names),
    name: textOf(properties, 'name', names),
    municipality: textOf(properties, 'municipality', names),
    households: householdsOf(properties, names),
    year: yearOf(properties),
    border: borderOf(feature),
  };
}

/** Reads the feature with this number in its file; `undefined` stands for one that is not JSON. */
export function readFeature(feature: unknown, index: number, names: FieldNames = {}): FeatureOutcome {
  const properties = propertiesOf(feature);
  const name = nameIn(properties, index, names);
  try {
    if (feature === undefined) throw new Refusal('it is not JSON');
    if (String(properties.get('water')).toUpperCase() === 'JA') return { water: name };
    return { buurt: buurtOf(feature, properties, names) };
  } catch (error) {
    if (error instanceof Refusal)
      return { refused: name, reason: error.message, missing: error instanceof MissingField };
    throw error;
  }
}
