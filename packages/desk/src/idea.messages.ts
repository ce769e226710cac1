/** The Dutch texts of an idea at the desk. */
export const nl = {
  loading: 'Het idee komt eraan …',
  retry: 'Probeer opnieuw',
  failed: 'Het idee laadt nu niet.',
  gone: 'Dit idee is er niet meer, of je mag het niet zien.',

  meta: ({ reference, buurt, when }: { reference: string; buurt: string; when: string }) =>
    `${reference} · ${buurt} · binnen op ${when}`,
  promised: ({ when }: { when: string }) => `De bedenker kreeg antwoord beloofd voor ${when}.`,
  reason: ({ reason }: { reason: string }) => `De bedenker las: “${reason}”`,
  labels: {
    theme: 'Thema',
    place: 'Plek',
    cost: 'Wat het kost',
    assets: 'Wat er al is',
    joiners: 'Wie er meedoen',
    needs: 'Hier zoekt de bedenker hulp bij',
    offers: 'Dit brengt de bedenker zelf mee',
    supports: 'Buren die erachter staan',
  },
  cost: ({ from, until }: { from: string; until: string }) => `${from} tot ${until}`,
  contact: {
    title: 'Zo bereik je de bedenker',
    none: 'De bedenker liet geen mailadres of telefoonnummer achter.',
    erased: 'De gegevens zijn gewist.',
  },
  similar: 'Dit lijkt erop, en staat al op de site',
  history: 'Wat is ermee gedaan',
  noHistory: 'Nog niets.',
  before: 'Zo stond het er',
  operator: 'beheerder',
  formerColleague: 'een collega',
  acts: {
    'idea.published': 'geplaatst',
    'idea.declined': 'niet geplaatst',
    'idea.hidden': 'van de site gehaald',
    'idea.decisionUndone': 'besluit ongedaan gemaakt',
    'idea.corrected': 'tikfout verbeterd',
    'photo.hidden': 'foto verborgen',
    'photo.shown': 'foto weer getoond',
    'idea.statusChanged': 'status veranderd',
    'idea.helpAsked': 'hulpvraag veranderd',
    'news.told': 'nieuws verteld',
    'promise.made': 'belofte gedaan',
    'promise.changed': 'belofte veranderd',
    'remark.published': 'reactie geplaatst',
    'remark.hidden': 'reactie van de site gehaald',
    'report.resolved': 'melding afgehandeld',
    'question.answered': 'vraag beantwoord',
    'offer.answered': 'aanbod beantwoord',
    'offer.forwarded': 'aanbod doorgestuurd',
  } as Readonly<Record<string, string>>,

  actions: 'Wat doe je met dit idee?',
  publish: 'Plaats op de site',
  publishAgain: 'Plaats toch op de site',
  decline: 'Plaats niet',
  hide: 'Haal van de site',
  sending: 'Bezig …',
  cancel: 'Annuleer',
  erase: 'Wis dit idee voorgoed …',
  readOnly: 'Je kunt dit idee lezen. Voor plaatsen of weigeren heb je een andere rol nodig.',

  why: {
    declined: {
      title: 'Waarom komt dit niet op de site?',
      send: 'Plaats niet, en stuur de reden',
    },
    hidden: {
      title: 'Waarom haal je dit van de site?',
      send: 'Haal van de site, en stuur de reden',
    },
    lead: 'De bedenker leest dit. Schrijf het zoals je het aan de keukentafel zou zeggen.',
    templates: 'Begin met een zin',
    label: 'Je reden',
    required: 'Schrijf waarom. De bedenker krijgt alleen deze woorden.',
    tooLong: ({ over }: { over: number }) =>
      over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    problem: 'Er mist nog iets',
  },
  /** Sentences to begin a reason with. */
  reasons: {
    planned: 'Dit is al gepland. Je ziet het binnenkort in de buurt.',
    elsewhere: 'Hier gaat een andere organisatie over, niet wij.',
    unsafe: 'We kunnen dit niet veilig doen. Bel ons, dan kijken we samen wat wel kan.',
    personal: 'In je verhaal staat iets over een ander. Laat dat weg en stuur het opnieuw in.',
  },

  conflict: 'Iemand was je voor: dit idee is intussen veranderd. Je ziet nu hoe het er voor staat.',
  votes:
    'Over dit idee kan de buurt stemmen of straks stemmen. Vraag je beheerder om het eerst uit de stemming te halen.',
  notSent: 'Het is niet gelukt.',
};

export type IdeaMessages = typeof nl;
