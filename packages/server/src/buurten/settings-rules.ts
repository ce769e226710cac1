import { mostPhotos } from '@buurt/domain/ideas/idea.js';
import {
  defaultIdeaSettings,
  ideaFields,
  ideaSettingsFrom,
  longest,
  longestFromOperator,
  mostCharacters,
  type IdeaFieldName,
  type IdeaSettings,
} from '@buurt/domain/ideas/settings.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { isObject, ShapeError } from '@buurt/domain/wire/json.js';
import type { SettingsOverrides } from '../db/tables.js';
import { isColour } from '../mail/mail-layout.js';
import { CommandError } from '../cli/command-error.js';
import { onOneLine } from '../cli/table.js';

/** What a corporation can set; the name of the buurt comes from the map. */
export const settingKeys = Object.keys({ intro: undefined, ...defaultIdeaSettings }).filter(
  (key): key is keyof SettingsOverrides => key !== 'buurtName',
);

/** What a server takes at most of a field, in characters, or in photos. */
const mostOf = (name: IdeaFieldName | 'answer'): number =>
  name === 'photos'
    ? mostPhotos
    : Object.hasOwn(mostCharacters, name)
      ? mostCharacters[name as keyof typeof mostCharacters]
      : Infinity;

/** The most of a text of the settings, by where it stands. */
function mostAt(path: string): number {
  if (path === '/organisation/name') return longestFromOperator.organisation;
  if (path === '/organisation/privacyUrl') return longestFromOperator.privacyUrl;
  return /\/(id|onlyForTheme)$/.test(path) ? longest.id : longestFromOperator.setting;
}

/** A reason for every text that is longer than the API says that it can be. */
function tooLongIn(settings: unknown, path = ''): string[] {
  if (typeof settings === 'string')
    return characters(settings) > mostAt(path)
      ? [`${path} has more than ${mostAt(path).toLocaleString('en')} characters`]
      : [];
  if (typeof settings !== 'object' || settings === null) return [];
  return Object.entries(settings).flatMap(([key, each]) => tooLongIn(each, `${path}/${key}`));
}

const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index);

/** What the shape does not say: each sentence is a reason why a form with these settings would not work. */
function contradictions({
  organisation: { colour },
  themes,
  fields,
  questions,
  answerDays,
  contactKeptDays,
}: IdeaSettings): string[] {
  const themeIds = themes.map(({ id }) => id);
  const questionIds = questions.map(({ id }) => id);
  const fieldNames = fields.map(({ name }) => name);
  const asked = (name: string) => fields.some((field) => field.name === name && field.required);
  return [
    ...[twice(themeIds), twice(questionIds), twice(fieldNames)]
      .filter((name) => name !== undefined)
      .map((name) => `"${name}" is there twice`),
    ...(asked('title') && asked('story') ? [] : ['title and story must be asked and required']),
    ...(fieldNames.includes('theme') && themes.length === 0
      ? ['theme is asked, but there are no themes']
      : []),
    ...fields
      .filter(({ min = 0, max = Infinity }) => min > max)
      .map(({ name }) => `the least of ${name} is more than its most`),
    ...[...fields, ...questions.map(({ id, max }) => ({ name: 'answer' as const, id, max }))].flatMap(
      (asked) => {
        const most = mostOf(asked.name);
        const called = 'id' in asked ? asked.id : asked.name;
        return (asked.max ?? 0) > most ? [`the most of ${called} is at most ${String(most)}`] : [];
      },
    ),
    ...questionIds
      .filter((id) => !/^[a-z\d-]{1,40}$/i.test(id))
      .map((id) => `"${id}" is not letters, digits and dashes`),
    ...questions
      .filter(({ kind, options }) => (kind === 'choice') !== options.length > 0)
      .map(({ id }) => `question ${id}: only a choice has options, and it needs them`),
    ...questions
      .filter(({ onlyForTheme }) => onlyForTheme !== undefined && !themeIds.includes(onlyForTheme))
      .map(
        ({ id, onlyForTheme = '' }) => `question ${id} is for theme "${onlyForTheme}", which is not there`,
      ),
    ...(answerDays >= 1 && answerDays <= 365 ? [] : ['answerDays is from 1 to 365']),
    ...(colour === undefined || isColour(colour)
      ? []
      : ['organisation.colour is six digits of a colour, as #0b5c66']),
    ...(contactKeptDays <= 3650 ? [] : ['contactKeptDays is at most 3650']),
  ];
}

/** A key that is not known at all is a slip of the finger; ignored, it would look as if it were set. */
function strangeKey(given: unknown, read: unknown, at = ''): string | undefined {
  if (Array.isArray(given) && Array.isArray(read))
    return given.map((each, index) => strangeKey(each, read[index], `${at}/${String(index)}`)).find(Boolean);
  if (!isObject(given) || !isObject(read)) return undefined;
  const strange = Object.keys(given).find((key) => !Object.hasOwn(read, key));
  if (strange !== undefined) return `${at}/${strange}`;
  return Object.entries(given)
    .map(([key, value]) => strangeKey(value, read[key], `${at}/${key}`))
    .find(Boolean);
}

function checked(given: Record<string, unknown>): IdeaSettings {
  try {
    return ideaSettingsFrom({ ...defaultIdeaSettings, ...given });
  } catch (error) {
    if (error instanceof ShapeError) throw new CommandError(`Not saved: ${error.message}.`, { cause: error });
    throw error;
  }
}

/**
 * Settings as an operator gave them, when a form can work with them.
 * @throws {CommandError} that says what is wrong
 */
export function overridesFrom(given: unknown): SettingsOverrides {
  if (!isObject(given)) throw new CommandError('Not saved: settings are a JSON object.');
  const unknown = Object.keys(given).find((key) => !(settingKeys as string[]).includes(key));
  if (unknown !== undefined)
    throw new CommandError(
      `Not saved: there is no setting ${unknown}. There are: ${settingKeys.join(', ')}.`,
    );
  const settings = checked(given);
  const strange = strangeKey(given, settings);
  if (strange !== undefined) throw new CommandError(`Not saved: ${strange} is not known.`);
  const wrong = [...tooLongIn(settings), ...contradictions(settings)];
  if (wrong.length > 0) throw new CommandError(`Not saved: ${wrong.join('; ')}.`);
  return Object.fromEntries(Object.keys(given).map((key) => [key, settings[key as keyof IdeaSettings]]));
}

/**
 * The form only links to a page whose address is whole: another one would be followed on the site of the form, or not
 * at all. One that was saved before this was asked stays, so that other settings can still be changed.
 * @throws {CommandError} when another address is not one
 */
export function checkPrivacyUrl({ organisation }: SettingsOverrides, before: SettingsOverrides): void {
  const url = organisation?.privacyUrl;
  if (url === undefined || url === before.organisation?.privacyUrl) return;
  if (/^https:\/\//i.test(url) && URL.canParse(url) && !/\s/.test(url)) return;
  throw new CommandError(
    `Not saved: organisation.privacyUrl is "${onOneLine(url)}"; it must be a whole address, as https://www.example.nl/privacy.`,
  );
}

const nameOf = (each: unknown) => (isObject(each) ? (each['name'] ?? each['id']) : undefined);
const idOf = (each: unknown) => (isObject(each) ? each['id'] : undefined);
const isCalled = (each: unknown, called: string) => idOf(each) === called || nameOf(each) === called;

/** A field that was not asked can be asked by setting something of it. */
const newMember = (key: string, name: string): Record<string, unknown>[] =>
  key === 'fields' && (ideaFields as readonly string[]).includes(name) ? [{ name, required: false }] : [];

function within(
  json: unknown,
  [key, ...rest]: readonly string[],
  value: unknown,
  path: string,
  above = '',
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    const list: readonly unknown[] = json;
    const members = list.some((each) => isCalled(each, key)) ? list : [...list, ...newMember(above, key)];
    if (!members.some((each) => isCalled(each, key)))
      throw new CommandError(`Not saved: there is no ${key} in ${path}.`);
    return members.map((each) => (isCalled(each, key) ? within(each, rest, value, path, key) : each));
  }
  if (json !== undefined && !isObject(json))
    throw new CommandError(`Not saved: ${path} goes deeper than there is.`);
  return { ...json, [key]: within(json?.[key], rest, value, path, key) };
}

/** The overrides with one more; the path goes by keys and names: `moderated`, `fields.phone.required`. */
export function withSetting(current: SettingsOverrides, path: string, value: unknown): SettingsOverrides {
  const [key = '', ...rest] = path.split('.');
  const effective: Readonly<Record<string, unknown>> = { ...defaultIdeaSettings, ...current };
  const whole = within(Object.hasOwn(effective, key) ? effective[key] : undefined, rest, value, path, key);
  return overridesFrom({ ...current, [key]: whole });
}

const words: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['yes', true],
  ['aan', true],
  ['ja', true],
  ['off', false],
  ['no', false],
  ['uit', false],
  ['nee', false],
]);
const texts = /\.(nl|en|name|privacyUrl)$/;
const flags = /(^|\.)(moderated|required|shown)$/;

/** What was typed: a text as it is, `on` and `off` for a switch, else JSON where it is JSON. */
export function valueFrom(path: string, typed: string): unknown {
  const word = words.get(typed.toLowerCase());
  if (flags.test(path) && word !== undefined) return word;
  if (texts.test(path)) return typed;
  try {
    return JSON.parse(typed);
  } catch {
    return typed;
  }
}
