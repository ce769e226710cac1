import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

export const nl = {
  title: 'Initiatief',
  close: 'Sluit',
  loading: 'Het hele verhaal komt eraan …',
  failed: 'Het hele verhaal laadt nu niet.',
  gone: 'Dit initiatief is er niet meer.',
  from: ({ time }: { time: string }) => `Dit is van ${time}.`,
  retry: 'Probeer opnieuw',

  stages: 'Hoe ver is het?',
  stage: statusesNl,
  now: 'nu',
  why: 'Toelichting:',

  story: 'Het verhaal',
  by: ({ name }: { name: string }) => `Bedacht door ${name}`,
  byNeighbour: 'Bedacht door een buur',
  assets: 'Wat er al is',
  joiners: 'Wie mee kan doen',
  cost: ({ min, max }: { min: string; max: string }) => `Kosten: tussen ${min} en ${max}`,
  costAbout: ({ amount }: { amount: string }) => `Kosten: ongeveer ${amount}`,
  photos: 'Foto’s',
  place: 'Waar het is',
  map: ({ place }: { place: string }) => `Kaart van de buurt, met de plek: ${place}`,
  mapWithout: 'Kaart van de buurt, met de plek',

  help: 'Wie doet er mee?',
  joined: ({ count }: { count: number }) =>
    count === 0
      ? 'Nog niemand. Word jij de eerste?'
      : count === 1
        ? '1 buur doet mee.'
        : `${count} buren doen mee.`,
  wanted: {
    time: ({ count }: { count: number }) =>
      count === 1 ? 'We zoeken nog 1 buur met tijd' : `We zoeken nog ${count} buren met tijd`,
    skill: ({ count }: { count: number }) =>
      count === 1 ? 'We zoeken nog 1 buur die dit kan' : `We zoeken nog ${count} buren die dit kunnen`,
    tools: ({ count }: { count: number }) =>
      count === 1 ? 'We zoeken nog 1 buur met spullen' : `We zoeken nog ${count} buren met spullen`,
    space: ({ count }: { count: number }) =>
      count === 1 ? 'We zoeken nog 1 buur met ruimte' : `We zoeken nog ${count} buren met ruimte`,
    network: ({ count }: { count: number }) =>
      count === 1 ? 'We zoeken nog 1 buur die mensen kent' : `We zoeken nog ${count} buren die mensen kennen`,
  },
  enough: ({ kind }: { kind: string }) => `${kind}: genoeg gevonden`,
  offered: ({ count, of }: { count: number; of: number }) => `${count} van ${of} gevonden`,
  extra: ({ kind, count }: { kind: string; count: number }) => `${kind}: ${count} aangeboden`,
  join: 'Ik doe mee',

  promises: 'Wat is afgesproken',
  before: ({ date }: { date: string }) => `vóór ${date}`,
  daysLeft: ({ days }: { days: number }) => (days === 1 ? 'nog 1 dag' : `nog ${days} dagen`),
  today: 'vandaag',
  daysLate: ({ days }: { days: number }) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
  kept: 'Gedaan',
  broken: 'Niet gelukt',
  money: 'Het geld',
  granted: ({ amount }: { amount: string }) => `Toegekend: ${amount}`,
  spent: ({ amount }: { amount: string }) => `Uitgegeven: ${amount}`,
  spentOf: ({ spent, granted }: { spent: string; granted: string }) => `${spent} van ${granted} uitgegeven`,

  news: 'Nieuws',
  noNews: 'Er is nog geen nieuws.',
  published: 'Het initiatief staat op de site.',

  remarks: 'Wat buren zeggen',
  for: 'Voor',
  against: 'Tegen',
  questions: 'Vragen',
  none: 'Nog geen reacties.',
  neighbour: 'Een buur',
  answers: { maker: 'Antwoord van de bedenker', organisation: 'Antwoord van de organisatie' },
  unanswered: 'Nog geen antwoord',
  remark: 'Schrijf een opmerking',

  report: 'Meld',

  follow: 'Blijf op de hoogte',
  byMail: 'Volg per e-mail',
  feed: 'Volg in een nieuwslezer (RSS)',
  agenda: 'Zet de afgesproken datums in je agenda',

  share: 'Deel',
  copied: 'De link is gekopieerd.',
  notCopied: ({ link }: { link: string }) => `Kopiëren lukte niet. Kopieer de link zelf: ${link}`,
};

export type DetailMessages = typeof nl;
