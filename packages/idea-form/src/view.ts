import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { FieldSettings, IdeaFieldName, IdeaSettings, LocalText } from '@buurt/domain/ideas/settings.js';
import type { Draft } from './draft.js';
import type { FirstStepMessages } from './idea-form.messages.js';

/** What the template of a step shows, and its one way to change it. */
export interface FormView {
  readonly t: FirstStepMessages & CoreMessages;
  readonly locale: Locale;
  readonly headingLevel: number;
  readonly settings: IdeaSettings;
  /** The settings could not be read: these are those of any buurt. */
  readonly hasDefaultSettings: boolean;
  readonly draft: Draft;
  /** What is wrong, in words, by the id of the form field. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly edit: (change: Partial<Draft>) => void;
}

export type Wording = Pick<FormView, 't' | 'locale' | 'settings'>;

/** A text of the organiser in the language of the page; Dutch where they have no other. */
export const localized = ({ nl, en }: LocalText, locale: Locale): string =>
  locale === 'en' ? (en ?? nl) : nl;

const fieldOf = ({ settings }: Wording, name: IdeaFieldName): FieldSettings | undefined =>
  settings.fields.find((field) => field.name === name);

export function labelOf(wording: Wording, name: IdeaFieldName): string {
  const own = fieldOf(wording, name)?.label;
  return own ? localized(own, wording.locale) : (wording.t.fields[name]?.label ?? '');
}

export function hintOf(wording: Wording, name: IdeaFieldName): string {
  const own = fieldOf(wording, name)?.hint;
  return own ? localized(own, wording.locale) : (wording.t.fields[name]?.hint ?? '');
}
