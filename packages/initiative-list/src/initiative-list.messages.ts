import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

/** The Dutch texts. Values in a text are named, so that a page can override it. */
export const nl = {
  loading: 'De initiatieven komen eraan …',
  partFailed: 'Dit deel kon niet laden.',
  retry: 'Probeer opnieuw',

  title: 'Wat er leeft in de buurt',
  all: ({ count }: { count: number }) => (count === 1 ? '1 initiatief' : `${count} initiatieven`),
  found: ({ count }: { count: number }) =>
    count === 1 ? '1 initiatief gevonden' : `${count} initiatieven gevonden`,
  none: 'Er zijn nog geen initiatieven in deze buurt.',
  nothingFound: 'We vonden niets.',
  searchOther: 'Zoek iets anders, of wis de filters.',
  unread: ({ count }: { count: number }) =>
    count === 1 ? '1 initiatief konden we niet lezen.' : `${count} initiatieven konden we niet lezen.`,
  failed: 'De lijst laadt nu niet.',
  from: ({ time }: { time: string }) => `Dit is de lijst van ${time}.`,
  checking: 'We kijken of er nieuws is …',

  filter: {
    legend: 'Zoeken en filteren',
    search: 'Zoek',
    theme: 'Thema',
    allThemes: 'Alle thema’s',
    status: 'Hoe ver is het?',
    allStatuses: 'Alles',
    sort: 'Volgorde',
    option: ({ name, count }: { name: string; count: number }) => `${name} (${count})`,
    fold: ({ count }: { count: number }) => (count === 0 ? 'Filters' : `Filters: ${count} in gebruik`),
    clear: 'Wis de filters',
    sorts: {
      new: 'Nieuwste eerst',
      support: 'Meeste steun eerst',
      help: 'Meeste hulp nodig',
      news: 'Laatste nieuws eerst',
      near: 'Dicht bij mij',
      random: 'Willekeurige volgorde',
    },
    locating: 'We vragen waar je bent …',
    nowhere: 'We weten niet waar je bent. De volgorde blijft zoals die was.',
  },

  more: ({ count }: { count: number }) => `Laat nog ${count} zien`,
  left: ({ count }: { count: number }) => `van de ${count}`,
  moreComing: 'We laden meer …',
  moreFailed: 'Meer laden lukte niet.',

  statuses: statusesNl,
  kinds: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  asked: 'Nog nodig:',
  stillAsked: {
    time: ({ count }: { count: number }) => (count === 1 ? '1 buur met tijd' : `${count} buren met tijd`),
    skill: ({ count }: { count: number }) =>
      count === 1 ? '1 buur die dit kan' : `${count} buren die dit kunnen`,
    tools: ({ count }: { count: number }) =>
      count === 1 ? '1 buur met spullen' : `${count} buren met spullen`,
    space: ({ count }: { count: number }) =>
      count === 1 ? '1 buur met ruimte' : `${count} buren met ruimte`,
    network: ({ count }: { count: number }) =>
      count === 1 ? '1 buur die mensen kent' : `${count} buren die mensen kennen`,
  },
  published: ({ when }: { when: string }) => `Geplaatst ${when}`,
  lastNews: ({ when }: { when: string }) => `Laatste nieuws ${when}`,
  silence: ({ days }: { days: number }) => `Al ${days} dagen geen nieuws`,

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
  byMail: 'per e-mail',
  agenda: 'in je agenda',
  feed: 'in een nieuwslezer (RSS)',
};

export type InitiativeListMessages = typeof nl;
