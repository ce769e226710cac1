import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { IdeaFieldName } from '@buurt/domain/ideas/settings.js';
import type { IdeaFormMessages } from './idea-steps.messages.js';

export type FieldTexts = Readonly<Record<'label' | 'hint', string>>;

/** Values in a text are named, so that a page can override it. */
export const nl = {
  heading: 'Jouw idee voor de buurt',
  intro: 'Een idee hoeft niet af te zijn. Buren kunnen je helpen om het beter te maken.',
  progress: ({ step, of }: { step: number; of: number }) => `Stap ${step} van ${of}`,
  optional: 'niet verplicht',
  noChoice: 'Geen keuze',
  next: 'Verder',
  characters: ({ used, most }: { used: number; most: number }) => `${used} van ${most} tekens`,
  loading: 'Deze stap komt eraan …',
  partFailed: 'Deze stap kon niet laden. Je idee is er nog.',
  retry: 'Probeer opnieuw',
  defaults: 'De vragen van jouw buurt zijn nog niet geladen. Je kunt wel alvast beginnen.',
  steps: { idea: 'Wat is je idee?' },
  fields: {
    title: { label: 'Je idee in één zin', hint: 'Bijvoorbeeld: een lange tafel op het plein' },
    story: { label: 'Vertel er iets meer over', hint: 'Wat wil je doen? En wat merkt de buurt ervan?' },
    theme: { label: 'Waar past het bij?', hint: '' },
  },
  similar: ({ count }: { count: number }) =>
    count === 1 ? 'Bekijk een idee dat hierop lijkt' : `Bekijk ${count} ideeën die hierop lijken`,
};

/** The texts of the frame and the first step. Of the fields only those that stand on that step are certain to be there. */
export type FirstStepMessages = Omit<typeof nl, 'fields'> & {
  readonly fields: { readonly [Name in IdeaFieldName]?: FieldTexts };
};

/** Dutch begins with the first step, and is complete once the steps after it have come; English comes whole. */
export const firstStepCatalogue: Catalogue<FirstStepMessages> = {
  nl,
  en: async () => (await import('./idea-form.messages.en.js')).en,
};

/** Whether the texts of the steps after the first are there. */
export const isComplete = <T extends FirstStepMessages>(texts: T): texts is T & IdeaFormMessages =>
  'preview' in texts;
