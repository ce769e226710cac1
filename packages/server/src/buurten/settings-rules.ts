import { settingKeys, type SettingsPatch } from '@buurt/domain/desk/buurt-settings.js';
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
import { isBlank, type Problem } from '@buurt/domain/wire/problem.js';
import { isObject, ShapeError } from '@buurt/domain/wire/json.js';
import type { SettingsOverrides } from '../db/tables.js';
import { isColour } from '../mail/mail-layout.js';
import { CommandError } from '../cli/command-error.js';
import { onOneLine } from '../cli/table.js';

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

/** What is wrong with settings: for a form of the desk where and what, for an operator a reason. */
export interface SettingsProblem extends Problem {
  /** Why, in a part of a sentence of English. */
  readonly reason: string;
}

/** Which of many buurten it is about that something is wrong. */
export const ofOneBuurt = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  ` That is for ${code} ${onOneLine(name)}; no buurt was changed.`;

/** Settings with which a form would not work; the message is the one line that says everything that is wrong. */
export class InvalidSettings extends CommandError {
  /** @param buurt the one of many in which it would not work */
  constructor(
    readonly problems: readonly SettingsProblem[],
    readonly buurt?: { readonly code: string; readonly name: string },
  ) {
    const reasons = problems.map(({ reason }) => reason).join('; ');
    super(`Not saved: ${reasons}.${buurt ? ofOneBuurt(buurt) : ''}`);
  }
}

/** Every text that is longer than the API says that it can be. */
function tooLongIn(settings: unknown, pointer = ''): SettingsProblem[] {
  if (typeof settings === 'string') {
    const [actual, limit] = [characters(settings), mostAt(pointer)];
    const reason = `${pointer} has more than ${limit.toLocaleString('en')} characters`;
    return actual > limit ? [{ pointer, code: 'too-long', limit, actual, reason }] : [];
  }
  if (typeof settings !== 'object' || settings === null) return [];
  return Object.entries(settings).flatMap(([key, each]) => tooLongIn(each, `${pointer}/${key}`));
}

/** The first of each list that stands there twice. */
function doubledIn({ themes, fields, questions }: IdeaSettings): SettingsProblem[] {
  const lists = [
    ['/themes', 'id', themes.map(({ id }) => id)],
    ['/questions', 'id', questions.map(({ id }) => id)],
    ['/fields', 'name', fields.map(({ name }) => name)],
  ] as const;
  return lists.flatMap(([pointer, key, names]) => {
    const second = names.findIndex((name, index) => names.indexOf(name as never) !== index);
    if (second < 0) return [];
    const reason = `"${names[second] ?? ''}" is there twice`;
    return [{ pointer: `${pointer}/${String(second)}/${key}`, code: 'doubled' as const, reason }];
  });
}

function fieldProblems({ fields, themes }: IdeaSettings): SettingsProblem[] {
  const isAsked = (name: IdeaFieldName) => fields.some((field) => field.name === name && field.required);
  const problems: SettingsProblem[] = [];
  if (!isAsked('title') || !isAsked('story'))
    problems.push({
      ...{ pointer: '/fields', code: 'required', reason: 'title and story must be asked and required' },
    });
  if (themes.length === 0 && fields.some(({ name }) => name === 'theme'))
    problems.push({
      ...{ pointer: '/themes', code: 'required', reason: 'theme is asked, but there are no themes' },
    });
  fields.forEach(({ name, min = 0, max = Infinity }, index) => {
    if (min > max)
      problems.push({
        ...{ pointer: `/fields/${String(index)}/max`, code: 'range-reversed' },
        reason: `the least of ${name} is more than its most`,
      });
  });
  return problems;
}

function mostProblem(
  pointer: string,
  name: IdeaFieldName | 'answer',
  called: string,
  max = 0,
): SettingsProblem[] {
  const limit = mostOf(name);
  const reason = `the most of ${called} is at most ${String(limit)}`;
  return max > limit ? [{ pointer, code: 'out-of-range', limit, actual: max, reason }] : [];
}

function questionProblems({ questions, themes }: IdeaSettings): SettingsProblem[] {
  return questions.flatMap(({ id, kind, options, onlyForTheme, max }, index) => {
    const pointer = `/questions/${String(index)}`;
    const problems = mostProblem(`${pointer}/max`, 'answer', id, max);
    if (!/^[a-z\d-]{1,40}$/i.test(id))
      problems.push({
        ...{ pointer: `${pointer}/id`, code: 'malformed' },
        reason: `"${id}" is not letters, digits and dashes`,
      });
    if ((kind === 'choice') !== options.length > 0)
      problems.push({
        ...{ pointer: `${pointer}/options`, code: kind === 'choice' ? 'required' : 'malformed' },
        reason: `question ${id}: only a choice has options, and it needs them`,
      });
    if (onlyForTheme !== undefined && !themes.some((theme) => theme.id === onlyForTheme))
      problems.push({
        ...{ pointer: `${pointer}/onlyForTheme`, code: 'not-an-option' },
        reason: `question ${id} is for theme "${onlyForTheme}", which is not there`,
      });
    return problems;
  });
}

/** Names and questions of which there is nothing to read. */
function blankIn({ intro, themes, questions }: IdeaSettings): SettingsProblem[] {
  const texts = [
    ...(intro ? [['/intro/nl', intro.nl] as const] : []),
    ...themes.map(({ name }, index) => [`/themes/${String(index)}/name/nl`, name.nl] as const),
    ...questions.map(({ label }, index) => [`/questions/${String(index)}/label/nl`, label.nl] as const),
  ];
  return texts.flatMap(([pointer, text]) =>
    isBlank(text) ? [{ pointer, code: 'required' as const, reason: `${pointer} has no words` }] : [],
  );
}

const mostAnswerDays = 365;
const mostKeptDays = 3650;

/** What the shape does not say: why a form with these settings would not work. */
function contradictions(settings: IdeaSettings): SettingsProblem[] {
  const { fields, organisation, answerDays, contactKeptDays } = settings;
  const problems = [
    ...doubledIn(settings),
    ...blankIn(settings),
    ...fieldProblems(settings),
    ...fields.flatMap(({ name, max }, index) => mostProblem(`/fields/${String(index)}/max`, name, name, max)),
    ...questionProblems(settings),
  ];
  if (answerDays < 1 || answerDays > mostAnswerDays)
    problems.push({
      ...{ pointer: '/answerDays', code: 'out-of-range', actual: answerDays },
      limit: answerDays < 1 ? 1 : mostAnswerDays,
      reason: `answerDays is from 1 to ${String(mostAnswerDays)}`,
    });
  if (organisation.colour !== undefined && !isColour(organisation.colour))
    problems.push({
      ...{ pointer: '/organisation/colour', code: 'malformed' },
      reason: 'organisation.colour is six digits of a colour, as #0b5c66',
    });
  if (contactKeptDays > mostKeptDays)
    problems.push({
      ...{ pointer: '/contactKeptDays', code: 'out-of-range', limit: mostKeptDays, actual: contactKeptDays },
      reason: `contactKeptDays is at most ${String(mostKeptDays)}`,
    });
  return problems;
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
    if (error instanceof ShapeError)
      throw new InvalidSettings([{ pointer: error.pointer, code: 'malformed', reason: error.message }]);
    throw error;
  }
}

/**
 * Settings as an operator gave them, when a form can work with them.
 * @throws {InvalidSettings} that says what is wrong
 */
export function overridesFrom(given: unknown): SettingsOverrides {
  if (!isObject(given)) throw new CommandError('Not saved: settings are a JSON object.');
  const unknown = Object.keys(given).find((key) => !(settingKeys as readonly string[]).includes(key));
  if (unknown !== undefined)
    throw new CommandError(
      `Not saved: there is no setting ${unknown}. There are: ${settingKeys.join(', ')}.`,
    );
  const settings = checked(given);
  const strange = strangeKey(given, settings);
  if (strange !== undefined)
    throw new InvalidSettings([{ pointer: strange, code: 'unknown-key', reason: `${strange} is not known` }]);
  const problems = [...tooLongIn(settings), ...contradictions(settings)];
  if (problems.length > 0) throw new InvalidSettings(problems);
  return Object.fromEntries(Object.keys(given).map((key) => [key, settings[key as keyof IdeaSettings]]));
}

/**
 * The form only links to a page whose address is whole: another one would be followed on the site of the form, or not
 * at all. One that was saved before this was asked stays, so that other settings can still be changed.
 * @throws {InvalidSettings} when another address is not one
 */
export function checkPrivacyUrl({ organisation }: SettingsOverrides, before: SettingsOverrides): void {
  const url = organisation?.privacyUrl;
  if (url === undefined || url === before.organisation?.privacyUrl) return;
  if (/^https:\/\//i.test(url) && URL.canParse(url) && !/\s/.test(url)) return;
  throw new InvalidSettings([
    {
      ...{ pointer: '/organisation/privacyUrl', code: 'malformed' },
      reason: `organisation.privacyUrl is "${onOneLine(url)}"; it must be a whole address, as https://www.example.nl/privacy`,
    },
  ]);
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

/** A value as a JSON merge patch (RFC 7396) makes it: objects are merged, `null` takes away, the rest replaces. */
function merged(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const before = isObject(value) ? value : {};
  const changed = Object.entries(patch).map(([key, each]) => [
    key,
    each === null ? undefined : merged(Object.hasOwn(before, key) ? before[key] : undefined, each),
  ]);
  const all = { ...before, ...(Object.fromEntries(changed) as Record<string, unknown>) };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined));
}

/**
 * The overrides after a JSON merge patch: what it says of a setting is merged with how that is now, and with `null` it is
 * as default again.
 * @throws {InvalidSettings} that says everything that is wrong
 */
export function withPatch(current: SettingsOverrides, patch: SettingsPatch): SettingsOverrides {
  const kept = Object.entries(current).filter(([key]) => !Object.hasOwn(patch, key));
  const effective: Readonly<Record<string, unknown>> = { ...defaultIdeaSettings, ...current };
  const changed = Object.entries(patch)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, merged(effective[key], value)]);
  return overridesFrom(Object.fromEntries([...kept, ...changed]));
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
