import type { BuurtApi } from '@buurt/core/http/api.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { isAsked } from '@buurt/domain/ideas/settings.js';
import type { IdeaFormController } from './idea-form-controller.js';
import type { IdeaFormMessages } from './idea-steps.messages.js';
import { localized, type FormView } from './view.js';
import type { WizardState } from './wizard-state.js';

/** What is shown once the steps after the first are there, and how it is changed. */
export interface StepView extends FormView {
  readonly t: IdeaFormMessages & CoreMessages;
  readonly state: WizardState;
  readonly controller: IdeaFormController;
  readonly api: BuurtApi | undefined;
  readonly buurtCode: string | undefined;
  readonly addressEndpoint: string;
  /** The page's own texts, for the elements inside the form. */
  readonly ownTexts: readonly object[];
}

export type StepWording = Pick<StepView, 't' | 'locale' | 'settings' | 'draft'>;

export const organisationOf = ({ settings, t }: Pick<StepView, 'settings' | 't'>): string =>
  settings.organisation.name.trim() || t.organisation;

/** The name of the chosen theme; empty when none is chosen. */
export function themeNameOf({ settings, draft, locale }: StepView): string {
  const theme = settings.themes.find(({ id }) => id === draft.theme);
  return theme ? localized(theme.name, locale) : '';
}

/** The questions of the organiser that this idea answers, with the answer. */
export const answered = ({ settings, draft, locale }: StepView) =>
  settings.questions
    .filter((question) => isAsked(question, { theme: draft.theme }))
    .map(({ id, label, shown }) => ({
      label: localized(label, locale),
      answer: (draft.answers[id] ?? '').trim(),
      shown,
    }))
    .filter(({ answer }) => answer !== '');
