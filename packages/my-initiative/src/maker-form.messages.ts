export interface Named {
  name: string;
}

export const nl = {
  offer: {
    title: ({ name }: Named) => `Antwoord aan ${name}`,
    mailed: 'Je buur krijgt je antwoord per mail.',
    called: 'Bel of app je buur zelf. Hier zeg je alleen of je buur meedoet.',
  },
  question: { title: 'Geef antwoord', lead: 'Je antwoord staat bij de vraag, voor iedereen.' },
  news: {
    title: 'Vertel hoe het gaat',
    lead: 'Dit staat meteen op de site. Wie je initiatief volgt, krijgt een mail.',
  },
  texts: { title: 'Verander je idee', lead: 'Wat hier staat, komt op de site.' },
  needs: {
    title: 'Hoeveel buren vraag je?',
    lead: 'Een leeg vak of 0: dat vraag je niet.',
  },
  done: { title: 'Het is klaar', lead: 'Daarna kan niemand meer steunen of meedoen.' },
  stop: { title: 'Ik stop ermee', lead: 'Schrijf waarom. Dat staat dan op de site.' },
  handover: {
    title: 'Iemand anders neemt het over',
    lead: 'Je buur krijgt een mail. Zegt je buur ja? Dan is het initiatief van je buur. Je naam en adres zijn dan gewist, en je link werkt niet meer.',
  },
  withdraw: {
    title: 'Trek je vraag in',
    lead: 'De link in de mail aan je buur werkt dan niet meer. Het initiatief blijft van jou.',
  },
  lostLink: {
    title: 'Mail me mijn link',
    lead: 'Als dit adres bij een initiatief hoort, krijg je een mail.',
    noMail: 'Van hier gaat geen mail uit. Bel of mail de organisatie.',
  },
  labels: {
    text: {
      offer: 'Je bericht',
      question: 'Je antwoord',
      news: 'Je nieuws',
      done: 'Wil je iemand bedanken?',
      stop: 'Waarom stop je?',
      handover: 'Wat wil je je buur schrijven?',
    },
    email: 'E-mailadres van je buur',
    ownEmail: 'Je e-mailadres',
    title: 'Titel',
    story: 'Je verhaal',
    time: 'Tijd',
    skill: 'Talent',
    tools: 'Spullen',
    space: 'Ruimte',
    network: 'Contacten',
  },
  optional: 'niet verplicht',
  submits: {
    joined: 'Ja, doe mee',
    declined: 'Nu even niet',
    send: 'Versturen',
    save: 'Bewaren',
    done: 'Het is klaar',
    stop: 'Ik stop ermee',
    handover: 'Vraag je buur',
    withdraw: 'Trek in',
  },
  cancel: 'Annuleren',
  sending: 'Even geduld …',
  problems: 'Kijk dit nog na',
  failed: 'Het is niet verstuurd. Wat je schreef, staat er nog.',
  gone: 'Dit is er niet meer, of je link is oud. Open je nieuwste link.',
  conflict: 'Dit kan nu niet meer, want er is iets veranderd.',
  required: 'Vul dit in.',
  notAnEmail: 'Vul een heel e-mailadres in, zoals naam@voorbeeld.nl.',
  tooShort: ({ limit }: { limit: number }) => `Schrijf minstens ${limit} tekens.`,
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Maak dit 1 teken korter.' : `Maak dit ${over} tekens korter.`,
  outOfRange: ({ limit }: { limit: number }) => `Kies een getal van 0 tot en met ${limit}.`,
  wrong: 'Kijk dit nog eens na.',
};

export type MakerFormMessages = typeof nl;
