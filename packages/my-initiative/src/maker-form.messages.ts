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
  labels: {
    text: {
      offer: 'Je bericht',
      question: 'Je antwoord',
      news: 'Je nieuws',
      done: 'Wil je iemand bedanken?',
      stop: 'Waarom stop je?',
    },
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
  },
  cancel: 'Annuleren',
  sending: 'Even geduld …',
  problems: 'Kijk dit nog na',
  failed: 'Het is niet verstuurd. Wat je schreef, staat er nog.',
  gone: 'Dit is er niet meer, of je link is oud. Open je nieuwste link.',
  conflict: 'Dit kan nu niet meer, want er is iets veranderd.',
  required: 'Vul dit in.',
  tooShort: ({ limit }: { limit: number }) => `Schrijf minstens ${limit} tekens.`,
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Maak dit 1 teken korter.' : `Maak dit ${over} tekens korter.`,
  outOfRange: ({ limit }: { limit: number }) => `Kies een getal van 0 tot en met ${limit}.`,
  wrong: 'Kijk dit nog eens na.',
};

export type MakerFormMessages = typeof nl;
