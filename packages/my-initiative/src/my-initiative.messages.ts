import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

interface Count {
  count: number;
}

export const nl = {
  title: 'Mijn initiatief',
  loading: 'Je initiatief komt eraan …',
  failed: 'Je initiatief laadt nu niet.',
  retry: 'Probeer het opnieuw',
  noKey: {
    title: 'Open je eigen link',
    text: 'De link staat in de mail die je kreeg toen je je idee instuurde. Hij stond ook op het scherm na het versturen.',
    wrong:
      'Deze link werkt niet. Misschien is hij niet heel, of is er een nieuwe gemaakt. Bel of mail de organisatie.',
    lost: 'Mail me mijn link',
    asked: 'Als dit adres bij een initiatief hoort, krijg je een mail.',
  },
  corrected: ({ date }: { date: string }) => `De organisatie verbeterde op ${date} een tikfout in je tekst.`,
  hiddenPhoto: ({ alt }: { alt: string }) =>
    alt === ''
      ? 'De organisatie laat een foto bij je idee niet zien.'
      : `De organisatie laat een foto bij je idee niet zien: “${alt}”.`,
  number: 'Je nummer',
  statuses: statusesNl,
  next: {
    waiting: ({ date }: { date: string }) =>
      `De organisatie leest je idee, en wil uiterlijk ${date} laten weten wat ermee gebeurt.`,
    declined: 'Je idee komt niet op de site.',
    hidden: 'Je idee staat nu niet op de site.',
    new: 'Je idee staat op de site. Buren kunnen het steunen en meedoen.',
    onBallot: 'De buurt stemt over je initiatief.',
    round: ({ name, from, until }: { name: string; from: string; until: string }) =>
      `“${name}”: van ${from} tot en met ${until}.`,
    granted: 'Je initiatief krijgt geld.',
    underway: 'Er wordt aan je initiatief gewerkt.',
    done: 'Je initiatief is klaar.',
    stopped: 'Je initiatief gaat niet door.',
  },
  mails: {
    on: 'Je krijgt een mail als er iets gebeurt.',
    unconfirmed: 'Je krijgt nog geen mail. Open de link in de eerste mail van ons en druk op de knop.',
    none: 'Wij mailen je niet. Kijk hier dus zelf af en toe.',
  },
  supporters: ({ count }: Count) => (count === 1 ? '1 buur steunt het' : `${count} buren steunen het`),
  followers: ({ count }: Count) => (count === 1 ? '1 buur volgt het' : `${count} buren volgen het`),

  offers: 'Wie wil meedoen',
  noOffers: 'Er heeft zich nog niemand gemeld.',
  waiting: ({ count }: Count) =>
    count === 1 ? '1 buur wacht op je antwoord.' : `${count} buren wachten op je antwoord.`,
  kindNames: { time: 'Tijd', skill: 'Talent', tools: 'Spullen', space: 'Ruimte', network: 'Contacten' },
  neighbour: 'Een buur',
  erased: 'Naam en gegevens zijn gewist.',
  outcomes: { joined: 'Doet mee', declined: 'Nu niet', withdrawn: 'Heeft het aanbod ingetrokken' },
  yourAnswer: 'Je antwoord',
  answerTo: ({ name }: { name: string }) => `Antwoord aan ${name}`,
  changeAnswerTo: ({ name }: { name: string }) => `Verander je antwoord aan ${name}`,

  questions: 'Vragen van buren',
  noQuestions: 'Er zijn nog geen vragen.',
  answerQuestion: 'Geef antwoord',
  changeAnswer: 'Verander je antwoord',
  byOrganisation: 'Antwoord van de organisatie',

  news: 'Nieuws',
  noNews: 'Je hebt nog niets verteld.',
  tellNews: 'Vertel hoe het gaat',

  needs: 'Hulp die je vraagt',
  noNeeds: 'Je vraagt nu geen hulp.',
  found: ({ offered, asked }: { offered: number; asked: number }) => `${offered} van de ${asked} gevonden`,
  changeNeeds: 'Verander wat je vraagt',

  promises: 'Wat je beloofd is',
  promiseStates: { open: 'Loopt', kept: 'Gedaan', late: 'Te laat', broken: 'Gaat niet door' },
  before: ({ date }: { date: string }) => `voor ${date}`,
  granted: ({ amount }: { amount: string }) => `${amount} toegekend`,
  spent: ({ amount }: { amount: string }) => `${amount} uitgegeven`,

  story: 'Je idee',
  editable: 'Je kunt dit nog veranderen, tot iemand erop reageert.',
  changeTexts: 'Verander je idee',

  ending: 'Klaar, stoppen of overdragen',
  /** While the buurt votes, nothing else of that can be. */
  handingOver: 'Overdragen',
  done: 'Het is klaar',
  stop: 'Ik stop ermee',
  handOver: 'Iemand anders neemt het over',
  handedTo: ({ email, date, until }: { email: string; date: string; until: string }) =>
    `Je vroeg ${email} op ${date} om het over te nemen. Antwoorden kan tot ${until}.`,
  notTaken: 'Je buur neemt het niet over. Je kunt iemand anders vragen.',
  withdraw: 'Trek in',

  link: {
    title: 'Je eigen link',
    lead: 'Met deze link kom je hier terug. Wie de link heeft, kan hier alles wat jij kunt. Geef hem dus aan niemand.',
    label: 'Je link',
    copy: 'Kopieer de link',
    copied: 'De link is gekopieerd.',
    keep: 'Onthoud mij op dit apparaat',
    keepHint: 'Doe dit niet op een computer die je deelt.',
    keepFailed: 'Dit apparaat onthoudt niets. Bewaar je link.',
    renew: 'Maak een nieuwe link',
    renewHint: 'Zag iemand anders je link? De oude werkt dan niet meer.',
    renewed: 'Dit is je nieuwe link. Bewaar hem: de oude werkt niet meer.',
  },
  sent: {
    offer: 'Je antwoord is bewaard.',
    question: 'Je antwoord staat bij de vraag.',
    news: 'Je nieuws staat op de site.',
    needs: 'Wat je vraagt, staat op de site.',
    texts: 'Je idee is veranderd.',
    done: 'Je initiatief staat op klaar.',
    stop: 'Je initiatief staat op gestopt.',
    handover: 'Je buur krijgt een mail.',
    withdraw: 'Je vraag is ingetrokken.',
  },
  partFailed: 'Dit deel laadt nu niet.',
};

export type MyInitiativeMessages = typeof nl;
