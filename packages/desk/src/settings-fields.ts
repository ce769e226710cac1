import { settingKeys, type SettingKey, type SettingsPatch } from '@buurt/domain/desk/buurt-settings.js';
import {
  ideaFields,
  type IdeaFieldName,
  type IdeaSettings,
  type IdeaStep,
  type LocalText,
  type Question,
} from '@buurt/domain/ideas/settings.js';
import type { Problem } from '@buurt/domain/wire/problem.js';

/** A text in both languages, as it is typed. */
interface TextFields {
  readonly nl: string;
  readonly en: string;
}

export interface ThemeFields extends TextFields {
  readonly id: string;
}

export interface QuestionFields extends TextFields {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly step: IdeaStep;
  readonly required: boolean;
  readonly shown: boolean;
  /** Each on a line of its own. */
  readonly options: string;
  /** Empty: whatever the theme is. */
  readonly onlyForTheme: string;
}

export const askings = ['no', 'optional', 'required'] as const;
type Asking = (typeof askings)[number];

/** What an idea cannot do without is always asked. */
export type FieldChoice = Exclude<IdeaFieldName, 'title' | 'story'>;
export const fieldChoices = ideaFields.filter(
  (name): name is FieldChoice => name !== 'title' && name !== 'story',
);

/** The settings as they are filled in at the desk. */
export interface SettingsFields {
  readonly intro: TextFields;
  readonly organisation: { readonly name: string; readonly privacyUrl: string; readonly colour: string };
  readonly themes: readonly ThemeFields[];
  readonly fields: { readonly asked: Readonly<Record<FieldChoice, Asking>>; readonly photos: string };
  readonly questions: readonly QuestionFields[];
  readonly moderated: boolean;
  readonly answerDays: string;
  readonly contactKeptDays: string;
}

/** What somebody changed and did not save yet, by setting; `default` goes back to that. */
export type SettingsEdits = { readonly [K in SettingKey]?: SettingsFields[K] | 'default' };

const textsOf = (text: LocalText | undefined): TextFields => ({ nl: text?.nl ?? '', en: text?.en ?? '' });

const usualPhotos = 5;

function fieldsOf(idea: IdeaSettings): SettingsFields {
  const { organisation, fields } = idea;
  const askingOf = (name: FieldChoice): Asking => {
    const field = fields.find((each) => each.name === name);
    return field ? (field.required ? 'required' : 'optional') : 'no';
  };
  const photos = fields.find(({ name }) => name === 'photos')?.max ?? usualPhotos;
  return {
    intro: textsOf(idea.intro),
    organisation: {
      name: organisation.name,
      privacyUrl: organisation.privacyUrl ?? '',
      colour: organisation.colour ?? '',
    },
    themes: idea.themes.map(({ id, name }) => ({ id, ...textsOf(name) })),
    fields: {
      asked: Object.fromEntries(fieldChoices.map((name) => [name, askingOf(name)])) as Record<
        FieldChoice,
        Asking
      >,
      photos: String(photos),
    },
    questions: idea.questions.map((question) => ({
      ...{ id: question.id, ...textsOf(question.label), kind: question.kind, step: question.step },
      ...{ required: question.required, shown: question.shown },
      options: question.options.map(({ nl }) => nl).join('\n'),
      onlyForTheme: question.onlyForTheme ?? '',
    })),
    moderated: idea.moderated,
    answerDays: String(idea.answerDays),
    contactKeptDays: String(idea.contactKeptDays),
  };
}

/** The fields as they stand on the screen. */
export function editedFields(
  idea: IdeaSettings,
  defaults: IdeaSettings,
  edits: SettingsEdits,
): SettingsFields {
  const [now, standard] = [fieldsOf(idea), fieldsOf(defaults)];
  const entries = settingKeys.map((key) => {
    const edit = edits[key];
    return [key, edit === undefined ? now[key] : edit === 'default' ? standard[key] : edit];
  });
  return Object.fromEntries(entries) as unknown as SettingsFields;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The edits with this one; what is as it was is no edit. */
export function withEdit<K extends SettingKey>(
  edits: SettingsEdits,
  key: K,
  value: SettingsFields[K] | 'default' | undefined,
  { idea, own }: { readonly idea: IdeaSettings; readonly own: readonly SettingKey[] },
): SettingsEdits {
  const { [key]: _, ...others } = edits;
  const isEdit =
    value === 'default' ? own.includes(key) : value !== undefined && !isSame(value, fieldsOf(idea)[key]);
  return isEdit ? { ...others, [key]: value } : others;
}

/** A whole number as somebody typed it; undefined when it is none. */
const numberIn = (typed: string): number | undefined =>
  /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : undefined;

/** A text in both languages; one that was not changed keeps all that it had. */
const localText = ({ nl, en }: TextFields): LocalText => ({
  nl: nl.trim(),
  ...(en.trim() !== '' && { en: en.trim() }),
});

/** The order of the screen, in which a field that is asked anew gets the place that it has by default. */
function fieldList({ asked, photos }: SettingsFields['fields'], before: IdeaSettings['fields']) {
  const most = numberIn(photos);
  const kept = before.map(({ name }) => name);
  const added = fieldChoices.filter((name) => !kept.includes(name));
  return [...kept, ...added].flatMap((name) => {
    const field = before.find((each) => each.name === name) ?? { name, required: false };
    if (name === 'title' || name === 'story') return [field];
    if (asked[name] === 'no') return [];
    const changed = { ...field, required: asked[name] === 'required' };
    return [name === 'photos' && most !== undefined ? { ...changed, max: most } : changed];
  });
}

function questionFrom(
  { id, kind, step, required, shown, onlyForTheme, options, ...label }: QuestionFields,
  before: readonly Question[],
): Question {
  const was = before.find((each) => each.id === id);
  const lines = kind === 'choice' ? options.split('\n').filter((line) => line.trim() !== '') : [];
  return {
    ...{ id, step, kind, label: localText(label), required, shown },
    ...(was?.hint && { hint: was.hint }),
    ...(was?.max !== undefined && { max: was.max }),
    // An answer that can be chosen is only shown in Dutch here: its English stays as long as the Dutch does.
    options: lines.map((line) => was?.options.find(({ nl }) => nl === line.trim()) ?? { nl: line.trim() }),
    ...(onlyForTheme !== '' && { onlyForTheme }),
  };
}

/** The settings as they are filled in: what cannot be read is as it was. */
export function ideaFrom(fields: SettingsFields, before: IdeaSettings): IdeaSettings {
  const { organisation, intro } = fields;
  const { intro: _, ...rest } = before;
  const introduction = localText(intro);
  return {
    ...rest,
    ...(introduction.nl + (introduction.en ?? '') !== '' && { intro: introduction }),
    organisation: {
      name: organisation.name.trim(),
      ...(organisation.privacyUrl.trim() !== '' && { privacyUrl: organisation.privacyUrl.trim() }),
      ...(organisation.colour.trim() !== '' && { colour: organisation.colour.trim() }),
    },
    themes: fields.themes.map(({ id, ...name }) => ({ id, name: localText(name) })),
    fields: fieldList(fields.fields, before.fields),
    questions: fields.questions.map((question) => questionFrom(question, before.questions)),
    moderated: fields.moderated,
    answerDays: numberIn(fields.answerDays) ?? before.answerDays,
    contactKeptDays: numberIn(fields.contactKeptDays) ?? before.contactKeptDays,
  };
}

/** What cannot be read of it; all else the server looks at. */
export function unreadable(fields: SettingsFields, edits: SettingsEdits): Problem[] {
  const numbers = [
    ['answerDays', '/answerDays', fields.answerDays],
    ['contactKeptDays', '/contactKeptDays', fields.contactKeptDays],
    ['fields', '/photos', fields.fields.asked.photos === 'no' ? '0' : fields.fields.photos],
  ] as const;
  return numbers.flatMap(([key, pointer, typed]) =>
    edits[key] !== undefined && numberIn(typed) === undefined ? [{ pointer, code: 'malformed' }] : [],
  );
}

/** What became another within a setting; `null` for what is not there any more. */
function difference(before: object, after: object): Record<string, unknown> {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => !isSame(was.get(key), is.get(key)),
  );
  return Object.fromEntries(keys.map((key) => [key, is.get(key) ?? null]));
}

/** What goes to the server of the edits. */
export function patchFrom(
  edits: SettingsEdits,
  { idea, defaults }: { readonly idea: IdeaSettings; readonly defaults: IdeaSettings },
): SettingsPatch {
  const after = ideaFrom(editedFields(idea, defaults, edits), idea);
  const edited = settingKeys.filter((key) => edits[key] !== undefined);
  const entries = edited.map((key): readonly [SettingKey, unknown] => {
    const value = after[key];
    if (edits[key] === 'default' || value === undefined) return [key, null];
    if (key !== 'organisation' && key !== 'intro') return [key, value];
    return [key, difference(idea[key] ?? {}, value as object)];
  });
  return Object.fromEntries(entries);
}

/** Which of the edits somebody else changed meanwhile as well. */
export const changedByBoth = (
  edits: SettingsEdits,
  before: IdeaSettings,
  after: IdeaSettings,
): SettingKey[] => settingKeys.filter((key) => edits[key] !== undefined && !isSame(before[key], after[key]));

/** Of a problem that the server found, the id of the field on the screen. */
export function fieldIdOf(pointer: string, fields: IdeaSettings['fields']): string {
  const [, key = '', index = '', ...rest] = pointer.split('/');
  if (key === 'organisation' || key === 'intro') return index === '' ? `${key}-name` : `${key}-${index}`;
  if (key === 'themes')
    return index === '' ? 'themes' : `theme-${index}-${rest.includes('en') ? 'en' : 'nl'}`;
  if (key === 'fields')
    return fields[Number(index)]?.name === 'photos' && rest[0] === 'max' ? 'photos' : 'asked';
  if (key !== 'questions') return key;
  const part =
    rest[0] === 'options' || rest[0] === 'onlyForTheme' ? rest[0] : rest.includes('en') ? 'en' : 'nl';
  return `question-${index}-${part}`;
}
