import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

/** The Dutch texts. */
export const nl = {
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  partFailed: 'Dit deel van de pagina kwam niet aan.',
  failed: 'Dit laadt nu niet.',

  desk: 'Werkplek',
  title: 'Postvak',
  pageTitle: ({ count }: { count: number }) => (count > 0 ? `(${String(count)}) Postvak` : 'Postvak'),
  lead: ({ count }: { count: number }) =>
    count === 1 ? 'Er wacht 1 bericht op antwoord.' : `Er wachten ${String(count)} berichten op antwoord.`,
  empty: 'Alles is beantwoord. Er wacht niets op je.',
  emptyOfKind: 'Hiervan wacht er nu niets.',
  more: 'Toon meer',
  choose: 'Kies links een bericht om het te lezen.',
  back: 'Terug naar het postvak',
  next: 'Volgende',
  previous: 'Vorige',

  search: 'Zoek een idee',
  searchHint: 'Met een woord of het nummer. De lijst verandert terwijl je typt.',
  matches: ({ count }: { count: number }) =>
    count === 0 ? 'Niets gevonden.' : count === 1 ? '1 idee gevonden' : `${String(count)} ideeën gevonden`,
  statuses: statusesNl,
  states: {
    waiting: 'Wacht op antwoord',
    published: 'Staat op de site',
    declined: 'Niet geplaatst',
    hidden: 'Van de site gehaald',
  },
  filter: 'Laat zien',
  all: 'Alles',
  kinds: {
    idea: 'Ideeën',
    remark: 'Reacties',
    report: 'Meldingen',
    question: 'Vragen',
    offer: 'Aanbod van buren',
    mail: 'Mails die niet aankwamen',
    letters: 'Brieven om te maken',
  },
  kind: {
    idea: 'Idee',
    remark: 'Reactie',
    report: 'Melding',
    question: 'Vraag',
    offer: 'Aanbod',
    mail: 'Mail',
    letters: 'Brieven om te maken',
  },
  /** What neighbours bring. */
  kindNames: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  answerBy: ({ when }: { when: string }) => `Antwoord beloofd voor ${when}`,
  late: ({ when }: { when: string }) => `Te laat: antwoord was beloofd voor ${when}`,
  waitsSince: ({ when }: { when: string }) => `Kwam binnen op ${when}`,

  undo: 'Ongedaan maken',
  undoing: 'Bezig …',
  look: 'Bekijk',
  close: 'Sluit',
  notDone: ({ title }: { title: string }) => `Wat je deed met “${title}” kwam niet aan.`,
  undone: 'Het is ongedaan gemaakt.',
  undoFailed: 'Ongedaan maken lukte niet.',
  done: {
    published: ({ title }: { title: string }) => `“${title}” staat op de site.`,
    declined: ({ title }: { title: string }) =>
      `“${title}” komt niet op de site. De bedenker krijgt je reden.`,
    hidden: ({ title }: { title: string }) => `“${title}” is van de site. De bedenker krijgt je reden.`,
    remarkPublished: 'De reactie staat op de site.',
    remarkHidden: 'De reactie staat niet meer op de site.',
    answered: 'Je antwoord staat op de site.',
    offerAnswered: 'Je antwoord is bewaard.',
    mailRetried: 'De mail staat weer klaar om te gaan.',
    mailDropped: 'De mail is gewist en gaat niet meer uit.',
  },

  account: ({ name }: { name: string }) => `Ingelogd als ${name}`,
  rounds: 'Stemrondes',
  settings: 'Instellingen',
  logOut: 'Log uit',
  logOutFailed: 'Uitloggen lukte niet.',

  shortcuts: 'Sneltoetsen',
  shortcutsOn: 'Gebruik sneltoetsen',
  keys: {
    j: 'volgende bericht',
    k: 'vorige bericht',
    u: 'ongedaan maken, zolang dat kan',
    question: 'dit lijstje openen of sluiten',
  },
};

export type DeskMessages = typeof nl;
