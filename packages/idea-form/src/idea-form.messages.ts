import type { IdeaStepsMessages } from './idea-steps.messages.js';

/**
 * The Dutch texts of the frame and the first step; those of the other steps come with their code. Values in a text are
 * named, so that a page can override it.
 */
export const nl = {
  heading: 'Jouw idee voor de buurt',
  intro: 'Een idee hoeft niet af te zijn. Buren kunnen je helpen om het beter te maken.',
  progress: ({ step, of }: { step: number; of: number }) => `Stap ${step} van ${of}`,
  optional: 'niet verplicht',
  noChoice: 'Geen keuze',
  next: 'Verder',
  characters: ({ used, most }: { used: number; most: number }) => `${used} van ${most} tekens`,
  loadingStep: 'Deze stap komt eraan …',
  stepFailed: 'Deze stap kon niet laden. Je idee is er nog.',
  retry: 'Probeer opnieuw',
  defaults: 'De vragen van jouw buurt zijn nog niet geladen. Je kunt wel alvast beginnen.',
  unknownBuurt: ({ buurt }: { buurt: string }) =>
    `Voor de beheerder van deze site: buurt “${buurt}” bestaat niet op dit adres. Controleer het attribuut buurt.`,
  steps: { idea: 'Wat is je idee?' },
  fields: {
    title: { label: 'Je idee in één zin', hint: 'Bijvoorbeeld: een lange tafel op het plein' },
    story: { label: 'Vertel er iets meer over', hint: 'Wat wil je doen? En wat merkt de buurt ervan?' },
    theme: { label: 'Waar past het bij?', hint: '' },
  },
  similar: ({ count }: { count: number }) =>
    count === 1 ? 'Bekijk een idee dat hierop lijkt' : `Bekijk ${count} ideeën die hierop lijken`,
};

export type IdeaFormMessages = Omit<typeof nl, keyof IdeaStepsMessages> & IdeaStepsMessages;
