/** The Dutch texts of what neighbours wrote, at the desk. */
export const nl = {
  loading: 'Het bericht komt eraan …',
  retry: 'Probeer opnieuw',
  failed: 'Het bericht laadt nu niet.',
  erase: 'Wis dit voorgoed …',
  gone: 'Dit bericht is er niet meer, of je mag het niet zien.',

  titles: {
    remark: 'Een reactie om te lezen',
    report: 'Een reactie die is gemeld',
    question: 'Een vraag van een buur',
    offer: 'Een buur wil meedoen',
  },
  about: ({ title }: { title: string }) => `Bij het initiatief “${title}”`,
  by: ({ name, when }: { name: string; when: string }) => `${name}, ${when}`,
  anonymous: 'Een buur',
  stances: { for: 'Is voor', against: 'Heeft een zorg', question: 'Vraagt iets' },
  reports: 'Waarom buren dit meldden',
  resolved: 'Dit is al afgehandeld.',
  answeredBy: { maker: 'De bedenker antwoordde', organisation: 'De organisatie antwoordde' },
  brings: 'Brengt mee',
  contact: 'Zo bereik je deze buur',
  outcomes: {
    joined: 'Deze buur doet mee.',
    declined: 'Deze buur doet nu niet mee.',
    withdrawn: 'Deze buur heeft het aanbod ingetrokken.',
  },

  keep: 'Laat op de site staan',
  place: 'Plaats op de site',
  hide: 'Haal van de site',
  refuse: 'Plaats niet',
  sending: 'Bezig …',
  label: 'Je antwoord',
  questionHint: 'Je antwoord komt op de site, onder de vraag.',
  offerHint: 'Vertel deze buur hoe het verdergaat. De bedenker heeft nog niet geantwoord.',
  answer: 'Plaats het antwoord',
  joins: 'Deze buur doet mee',
  declines: 'Nu niet',
  required: 'Schrijf een antwoord.',
  tooLong: ({ over }: { over: number }) =>
    over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
  problem: 'Er mist nog iets',
  conflict: 'Iemand was je voor: dit is intussen veranderd. Je ziet nu hoe het er voor staat.',
  notSent: 'Het is niet gelukt.',
  readOnly: 'Je kunt dit lezen. Om te antwoorden heb je een andere rol nodig.',
};

export type MessageMessages = typeof nl;
