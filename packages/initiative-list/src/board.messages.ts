import { statusesNl } from '@buurt/core/statuses.nl.js';
/** The Dutch texts of the list. */
export const boardTexts = {
  title: 'Wat er leeft in de buurt',
  all: ({ count }: { count: number }) => (count === 1 ? '1 initiatief' : `${count} initiatieven`),
  found: ({ count }: { count: number }) =>
    count === 1 ? '1 initiatief gevonden' : `${count} initiatieven gevonden`,
  none: 'Er zijn nog geen initiatieven in deze buurt.',
  nothingFound: 'We vonden niets.',
  searchOther: 'Zoek iets anders, of wis de filters.',
  unread: ({ count }: { count: number }) =>
    count === 1 ? '1 initiatief konden we niet lezen.' : `${count} initiatieven konden we niet lezen.`,
  failed: 'De lijst kan nu niet laden.',
  from: ({ time }: { time: string }) => `Dit is de lijst van ${time}.`,
  checking: 'We kijken of er nieuws is …',
  noBuurt: 'Voor de beheerder van deze site: deze buurt is niet bekend op dit adres. Kijk buurt na.',

  filter: {
    legend: 'Zoeken en kiezen',
    search: 'Zoek',
    theme: 'Thema',
    allThemes: 'Alle thema’s',
    status: 'Hoe ver',
    allStatuses: 'Alles',
    sort: 'Volgorde',
    option: ({ name, count }: { name: string; count: number }) => `${name} (${count})`,
    clear: 'Wis de filters',
    sorts: {
      new: 'Nieuwste eerst',
      support: 'Meeste steun eerst',
      help: 'Meeste hulp gevraagd',
      news: 'Laatste nieuws eerst',
      near: 'Dicht bij mij',
      random: 'Door elkaar',
    },
    locating: 'We vragen waar je bent …',
    nowhere: 'We weten niet waar je bent. De volgorde blijft zoals die was.',
  },

  more: ({ count }: { count: number }) => (count === 1 ? 'Toon er 1 meer' : `Toon er ${count} meer`),
  left: ({ count }: { count: number }) => `nog ${count}`,
  moreComing: 'Er komen er meer aan …',
  moreFailed: 'Meer laden lukte niet.',

  statuses: statusesNl,
  kinds: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  asked: 'Gevraagd:',
  stillAsked: ({ kind, count }: { kind: string; count: number }) => `${kind}: nog ${count}`,
  published: ({ when }: { when: string }) => `Geplaatst ${when}`,
  lastNews: ({ when }: { when: string }) => `Laatste nieuws ${when}`,
  silence: ({ days }: { days: number }) => `Geen nieuws sinds ${days} dagen`,

  support: 'Steun',
  supporters: ({ count }: { count: number }) =>
    count === 1 ? '1 buur steunt dit' : `${count} buren steunen dit`,
  supported: ({ title }: { title: string }) =>
    `Je steunt ${title}. Druk nog eens op de knop om je steun terug te nemen.`,
  unsupported: ({ title }: { title: string }) => `Je steunt ${title} niet meer.`,
  supportLost: ({ why }: { why: string }) => `Je steun is niet aangekomen. ${why}`,
  takeBackLost: ({ why }: { why: string }) => `Je steunt dit nog. Terugnemen lukte niet. ${why}`,
  join: 'Ik doe mee',

  followBuurt: 'Volg de buurt:',
  byMail: 'e-mail',
  agenda: 'agenda (iCal)',
  feed: 'Atom',
};

export type BoardMessages = typeof boardTexts;
