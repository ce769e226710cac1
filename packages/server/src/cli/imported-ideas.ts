import { emailProblems, phoneProblems } from '@buurt/domain/ideas/contact.js';
import { longest, mostCharacters, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { Border } from '@buurt/domain/geo/border.js';
import { isPlace, type NamedPlace } from '@buurt/domain/geo/place.js';
import { admits } from '@buurt/domain/geo/relative-location.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { isBlank } from '@buurt/domain/wire/problem.js';
import type { ImportedIdea } from '../ideas/imports.queries.js';
import type { CsvRow } from './csv-rows.js';
import { moment } from './parsers.js';
import { onOneLine } from './table.js';

/** What a column may be called: first as `buurt export ideas` calls it, then as other systems do. */
const headings = {
  origin: ['kenmerk', 'id', 'nummer', 'number', 'origin'],
  buurt: ['buurtcode', 'buurt', 'area', 'neighbourhood'],
  title: ['titel', 'title'],
  story: ['verhaal', 'omschrijving', 'beschrijving', 'toelichting', 'story', 'description', 'summary'],
  theme: ['thema', 'theme', 'categorie', 'category'],
  address: ['adres', 'locatie', 'address', 'location'],
  lat: ['breedtegraad', 'lat', 'latitude'],
  lon: ['lengtegraad', 'lon', 'lng', 'longitude'],
  handedIn: ['ingediend', 'datum', 'date', 'created_at', 'createdat', 'createdate'],
  name: ['naam', 'name'],
  email: ['e-mail', 'email', 'mail'],
  phone: ['telefoon', 'phone'],
} as const;

type Heading = keyof typeof headings;
type Cells = Readonly<Record<Heading, string>>;

/** The columns that a file has, by what they mean. */
export const headingsIn = (names: readonly string[]): readonly Heading[] =>
  (Object.keys(headings) as Heading[]).filter((each) => headings[each].some((name) => names.includes(name)));

export const headingNames = (heading: Heading): string => headings[heading].join(' or ');

function cellsOf({ cells }: CsvRow): Cells {
  const cell = (heading: Heading) => {
    const name = headings[heading].find((each) => Object.hasOwn(cells, each));
    return name === undefined ? '' : (cells[name] ?? '').trim();
  };
  return Object.fromEntries((Object.keys(headings) as Heading[]).map((each) => [each, cell(each)])) as Cells;
}

/** The buurt that a row names, if it does. */
export const buurtIn = (row: CsvRow): string => cellsOf(row).buurt;

/** A buurt that ideas may be of. */
export interface ReceivingBuurt {
  readonly code: string;
  readonly name: string;
  readonly border: Border;
  readonly settings: Pick<IdeaSettings, 'themes'>;
}

export interface ReadOptions {
  readonly buurten: readonly ReceivingBuurt[];
  /** That of rows which name none. */
  readonly buurt?: string | undefined;
  /** Whether names and contact data come along. */
  readonly hasContact: boolean;
  /** When a row does not say it. */
  readonly at: Date;
}

/** Why a row cannot come in. */
class RowError extends Error {}

function refuse(reason: string): never {
  throw new RowError(reason);
}

function text(name: string, value: string, most: number, isNeeded = false): string {
  if (isNeeded && isBlank(value)) refuse(`it has no ${name}`);
  const length = characters(value);
  if (length > most)
    refuse(
      `its ${name} has ${length.toLocaleString('en')} characters; there is room for ${most.toLocaleString('en')}`,
    );
  if (value.includes('\0')) refuse(`its ${name} has a character that cannot be kept`);
  return value;
}

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function buurtOf(named: string, { buurten, buurt }: ReadOptions): ReceivingBuurt {
  const words = named || (buurt ?? '');
  if (words === '') refuse('it names no buurt; give --buurt for rows that name none');
  const found = buurten.filter(({ code, name }) => sameWord(code, words) || sameWord(name, words));
  if (found.length === 0) refuse(`there is no buurt ${onOneLine(words)} here`);
  if (found.length > 1) refuse(`more than one buurt is called ${onOneLine(words)}: give its code`);
  return found[0] as ReceivingBuurt;
}

function themeOf(named: string, { settings: { themes } }: ReceivingBuurt): string | undefined {
  if (named === '') return undefined;
  const theme = themes.find(({ id, name }) =>
    [id, name.nl, name.en ?? ''].some((each) => sameWord(each, named)),
  );
  if (!theme)
    refuse(
      `there is no theme ${onOneLine(named)} in its buurt; there are ${themes.map(({ name }) => name.nl).join(', ') || 'none'}`,
    );
  return theme.id;
}

const degrees = (typed: string): number => (typed === '' ? NaN : Number(typed.replace(',', '.')));

function placeOf({ lat, lon, address }: Cells, { border }: ReceivingBuurt): NamedPlace | undefined {
  if (lat === '' && lon === '') return undefined;
  const place = { lat: degrees(lat), lon: degrees(lon) };
  if (!Number.isFinite(place.lat) || !Number.isFinite(place.lon) || !isPlace(place))
    refuse(`"${onOneLine(lat)}, ${onOneLine(lon)}" is no place in degrees`);
  if (!admits(border, place)) refuse('its place is outside of its buurt');
  const named = text('address', address, longest.address);
  return named === '' ? place : { ...place, address: named };
}

function momentOf(typed: string, at: Date): Date {
  if (typed === '') return at;
  try {
    const [, day = '', month = '', year = '', rest = ''] =
      /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(.*)$/.exec(typed) ?? [];
    const dutch = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`;
    const found = new Date(moment(dutch));
    return found > at ? refuse(`"${onOneLine(typed)}" is in the future`) : found;
  } catch (error) {
    if (error instanceof RowError) throw error;
    return refuse(`"${onOneLine(typed)}" is no day or moment; write it as 2025-11-23 or 2025-11-23 10:05`);
  }
}

function contactOf({ name, email, phone }: Cells, { hasContact }: ReadOptions) {
  if (!hasContact) return {};
  if (email !== '' && emailProblems('/email', email).length > 0)
    refuse(`"${onOneLine(email)}" is no e-mail address`);
  if (phone !== '' && phoneProblems('/phone', phone).length > 0)
    refuse(`"${onOneLine(phone)}" is no telephone number`);
  const given = Object.entries({ name: text('name', name, mostCharacters.name), email, phone });
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** An idea as a row has it, or in words why it cannot come in. */
export function ideaInRow(
  row: CsvRow,
  options: ReadOptions,
): { readonly idea: ImportedIdea } | { readonly refused: string } {
  const cells = cellsOf(row);
  try {
    const buurt = buurtOf(cells.buurt, options);
    const theme = themeOf(cells.theme, buurt);
    const place = placeOf(cells, buurt);
    return {
      idea: {
        origin: cells.origin || `row ${String(row.number)}`,
        buurt: buurt.code,
        handedInAt: momentOf(cells.handedIn, options.at),
        idea: {
          title: text('title', cells.title, mostCharacters.title, true),
          story: text('story', cells.story, mostCharacters.story),
          ...(theme === undefined ? {} : { theme }),
          ...(place ? { place } : {}),
          ...contactOf(cells, options),
        },
      },
    };
  } catch (error) {
    if (error instanceof RowError) return { refused: error.message };
    throw error;
  }
}
