import type { InitiativeStatus } from '@buurt/domain';

export const nl = {
  title: 'Initiatief',
  close: 'Sluit',
  loading: 'Het hele verhaal komt eraan …',
  failed: 'Het hele verhaal kan nu niet laden.',
  gone: 'Dit initiatief is er niet meer.',
  from: ({ time }: { time: string }) => `Dit is zoals het was op ${time}.`,
  retry: 'Probeer opnieuw',

  stages: 'Hoe ver het is',
  stage: {
    new: 'Idee',
    onBallot: 'Stemming',
    granted: 'Toegekend',
    underway: 'In de maak',
    done: 'Klaar',
    declined: 'Gaat niet door',
  } satisfies Record<InitiativeStatus, string>,
  now: 'nu',
  why: 'Waarom:',

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
      count === 1 ? 'Nog 1 buur met tijd gevraagd' : `Nog ${count} buren met tijd gevraagd`,
    skill: ({ count }: { count: number }) =>
      count === 1 ? 'Nog 1 buur met talent gevraagd' : `Nog ${count} buren met talent gevraagd`,
    tools: ({ count }: { count: number }) =>
      count === 1 ? 'Nog 1 buur met spullen gevraagd' : `Nog ${count} buren met spullen gevraagd`,
    space: ({ count }: { count: number }) =>
      count === 1 ? 'Nog 1 buur met ruimte gevraagd' : `Nog ${count} buren met ruimte gevraagd`,
    network: ({ count }: { count: number }) =>
      count === 1 ? 'Nog 1 buur met contacten gevraagd' : `Nog ${count} buren met contacten gevraagd`,
  },
  enough: ({ kind }: { kind: string }) => `${kind}: genoeg gevonden`,
  offered: ({ count, of }: { count: number; of: number }) => `${count} van ${of} gevonden`,
  extra: ({ kind, count }: { kind: string; count: number }) => `${kind}: ${count} aangeboden`,
  join: 'Ik doe mee',

  promises: 'Wat er is beloofd',
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
  published: 'Het idee is geplaatst.',

  remarks: 'Wat buren zeggen',
  for: 'Voor',
  against: 'Tegen',
  questions: 'Vragen',
  none: 'Nog niets.',
  neighbour: 'Een buur',
  remark: 'Schrijf een opmerking',

  report: 'Meld',

  follow: 'Blijf op de hoogte',
  byMail: 'Volg per e-mail',
  feed: 'Nieuws in je feedlezer',
  agenda: 'Beloofde data in je agenda',

  share: 'Deel',
  copied: 'De link is gekopieerd.',
  notCopied: ({ link }: { link: string }) => `Kopiëren lukte niet. Dit is de link: ${link}`,
};

export type DetailMessages = typeof nl;
