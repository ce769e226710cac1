import { statusesNl } from '@buurt/core';
export const nl = {
  title: 'Lijkt dit op jouw idee?',
  lead: 'Samen sta je sterker. Kijk of je mee wilt doen.',
  statuses: statusesNl,
  support: ({ count }: { count: number }) =>
    count === 1 ? '1 buur steunt dit' : `${count} buren steunen dit`,
  offers: ({ count }: { count: number }) => (count === 1 ? '1 buur doet mee' : `${count} buren doen mee`),
  join: 'Ik doe hieraan mee',
  remark: 'Ik heb een opmerking',
  different: 'Mijn idee is anders',
  hidden: 'Goed. Ga gewoon verder met je eigen idee.',
  again: 'Toch nog bekijken',
  cancel: 'Sluiten',

  offerTitle: ({ title }: { title: string }) => `Meedoen met “${title}”`,
  kinds: 'Wat breng je mee?',
  kindNames: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  words: 'Vertel er iets over',
  wordsHint: 'Bijvoorbeeld: ik kan op zaterdag helpen met timmeren.',
  name: 'Je naam',
  contact: 'Je e-mailadres of telefoonnummer',
  contactHint: 'Alleen de bedenker van dit idee ziet dit.',
  optional: 'niet verplicht',
  characters: ({ used, most }: { used: number; most: number }) => `${used} van ${most} tekens`,
  sendOffer: 'Ik doe mee',
  offered: 'Fijn dat je meedoet! De bedenker krijgt je bericht.',

  remarkTitle: ({ title }: { title: string }) => `Opmerking bij “${title}”`,
  stance: 'Wat voor opmerking is het?',
  stances: { for: 'Ik ben voor', against: 'Ik ben tegen', question: 'Ik heb een vraag' },
  text: 'Je opmerking',
  sendRemark: 'Verstuur mijn opmerking',
  remarked: 'Dank je wel! Iemand leest je opmerking voordat anderen die zien.',

  sending: 'Even geduld …',
  lost: 'Dit lukt nu niet. Probeer het zo nog eens.',
  problems: 'Er is nog iets nodig',
  kindsRequired: 'Kies minstens één ding',
  textRequired: 'Schrijf je opmerking op, in een paar woorden',
  nameRequired: 'Vul je naam in',
  contactRequired: 'Vul je e-mailadres of telefoonnummer in',
  stanceRequired: 'Kies wat voor opmerking het is',
  tooLong: ({ over }: { over: number }) => `Maak dit ${over} tekens korter`,
};

export type SimilarMessages = typeof nl;
