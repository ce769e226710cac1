import type { LaterMessages } from './later.messages.js';

/**
 * The Dutch texts of the frame and the first step; those of the other steps come with their code. Values in a text are
 * named, so that a page can override it.
 */
export const nl = {
  heading: 'Jouw idee voor de buurt',
  intro: 'Een idee hoeft niet af te zijn. Samen met buren maak je het beter.',
  progress: ({ step, of }: { step: number; of: number }) => `Stap ${step} van ${of}`,
  optional: 'niet verplicht',
  next: 'Verder',
  toPreview: 'Verder naar het overzicht',
  back: 'Terug',
  characters: ({ used, most }: { used: number; most: number }) => `${used} van ${most} tekens`,
  loadingStep: 'Deze stap komt eraan …',
  stepFailed: 'Deze stap kon niet laden. Je idee is er nog.',
  retry: 'Probeer opnieuw',
  defaults: 'De vragen van jouw buurt laden nog niet. Je kunt wel gewoon beginnen.',
  unknownBuurt: ({ buurt }: { buurt: string }) =>
    `Voor de beheerder van deze site: buurt “${buurt}” bestaat niet op dit adres. Kijk de code na.`,
  restored: 'We hebben je idee bewaard. Je kunt verder waar je was.',
  restart: 'Opnieuw beginnen',
  earlier: ({ title }: { title: string }) => `Je deelde eerder: “${title}”.`,
  seeEarlier: 'Bekijk hoe het ermee staat',
  steps: {
    idea: 'Wat is je idee?',
    place: 'Waar is het?',
    together: 'Samen met de buurt',
    photos: 'Een foto erbij?',
    you: 'Wie ben jij?',
    preview: 'Klopt het zo?',
  },
  fields: {
    title: { label: 'Je idee in één zin', hint: 'Bijvoorbeeld: een lange tafel op het plein' },
    story: { label: 'Vertel er iets meer over', hint: 'Wat wil je doen? En wat merkt de buurt ervan?' },
    theme: { label: 'Waar past het bij?', hint: '' },
    place: { label: 'De plek', hint: '' },
    assets: {
      label: 'Wat is er al?',
      hint: 'Een plek, spullen, een groepje mensen: alles waar je op kunt bouwen.',
    },
    joiners: {
      label: 'Wie kan meedoen?',
      hint: 'Bijvoorbeeld de ouders van school, of een buurman die kan timmeren.',
    },
    needs: { label: 'Wat kunnen buren brengen?', hint: 'Kies alles wat helpt.' },
    offers: { label: 'Wat breng je zelf mee?', hint: 'Kies wat bij je past. Niets kiezen mag ook.' },
    cost: { label: 'Wat kost het ongeveer?', hint: 'Een schatting is genoeg.' },
    photos: { label: 'Foto’s', hint: '' },
    name: { label: 'Je naam', hint: 'Alleen je voornaam mag ook.' },
    email: { label: 'Je e-mailadres', hint: 'Hierop hoor je wat er met je idee gebeurt.' },
    phone: { label: 'Je telefoonnummer', hint: 'Voor als bellen handiger is.' },
  },
  similar: ({ count }: { count: number }) =>
    count === 1 ? 'Bekijk een idee dat hierop lijkt' : `Bekijk ${count} ideeën die hierop lijken`,
};

export type IdeaFormMessages = typeof nl & LaterMessages;
