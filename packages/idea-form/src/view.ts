import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import {
  isAsked,
  type FieldSettings,
  type IdeaFieldName,
  type IdeaSettings,
  type LocalText,
} from '@buurt/domain/ideas/settings.js';
import type { Draft } from './draft.js';
import type { IdeaFormMessages } from './idea-form.messages.js';

/** What the template of a step shows, and its one way to change it. */
export interface View {
  readonly t: IdeaFormMessages & CoreMessages;
  readonly locale: 'nl' | 'en';
  readonly headingLevel: number;
  readonly settings: IdeaSettings;
  readonly draft: Draft;
  /** What is wrong, in words, by the id of the form field. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly edit: (change: Partial<Draft>) => void;
}

/** A text of the organiser in the language of the page; Dutch where he has no other. */
export const localized = ({ nl, en }: LocalText, locale: View['locale']): string =>
  locale === 'en' ? (en ?? nl) : nl;

type Wording = Pick<View, 't' | 'locale' | 'settings'>;

const fieldOf = ({ settings }: Wording, name: IdeaFieldName): FieldSettings | undefined =>
  settings.fields.find((field) => field.name === name);

export function labelOf(wording: Wording, name: IdeaFieldName): string {
  const own = fieldOf(wording, name)?.label;
  return own ? localized(own, wording.locale) : wording.t.fields[name].label;
}

export function hintOf(wording: Wording, name: IdeaFieldName): string {
  const own = fieldOf(wording, name)?.hint;
  return own ? localized(own, wording.locale) : wording.t.fields[name].hint;
}

export const organisationOf = ({ settings, t }: Wording): string =>
  settings.organisation.name.trim() || t.organisation;

/** The name of the chosen theme; empty when none is chosen. */
export function themeNameOf({
  settings,
  draft,
  locale,
}: Pick<View, 'settings' | 'draft' | 'locale'>): string {
  const theme = settings.themes.find(({ id }) => id === draft.theme);
  return theme ? localized(theme.name, locale) : '';
}

/** The questions of the organiser that this idea answers, with the answer. */
export const answered = ({ settings, draft, locale }: View) =>
  settings.questions
    .filter((question) => isAsked(question, { theme: draft.theme }))
    .map(({ id, label, shown }) => ({
      label: localized(label, locale),
      answer: (draft.answers[id] ?? '').trim(),
      shown,
    }))
    .filter(({ answer }) => answer !== '');
