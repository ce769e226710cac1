/** The Dutch texts from checking a choice to the receipt. */
export const castingTexts = {
  check: {
    title: 'Klopt het zo?',
    lead: 'Je hebt nog niet gestemd. Dit wordt je stem:',
    leadAgain: 'Je nieuwe keuze is nog niet verstuurd. Je vorige stem telt. Dit wordt je nieuwe stem:',
    leadSame: 'Dit is je stem die al meetelt:',
    total: ({ amount, of }: { amount: string; of: string }) => `Samen ${amount} van ${of}`,
    back: 'Verander je keuze',
    otherDevice: 'Verder op een ander apparaat',
    send: 'Verstuur je stem',
    change: 'Verstuur je nieuwe stem',
    secret: 'Je stem wordt los van je code en adres bewaard.',
  },
  sending: {
    title: 'We versturen je stem …',
    stay: 'Wacht even tot hier staat dat je stem telt.',
    stop: 'Stop met wachten',
  },
  failed: {
    title: 'Je stem is nog niet bevestigd',
    titleAgain: 'Je nieuwe stem is nog niet bevestigd',
    again: 'Je keuze staat er nog. Verstuur je stem gerust opnieuw: hij telt maar één keer.',
    offline:
      'Je stem is niet verstuurd. We versturen hem niet vanzelf. Probeer het opnieuw als je internet hebt.',
    offlineAgain:
      'Je nieuwe keuze is niet verstuurd. Je vorige stem telt. We versturen de nieuwe niet vanzelf. Probeer het opnieuw als je internet hebt.',
    prevented: 'Deze site hield het versturen tegen. Bel of mail de organisatie.',
    stopped: 'Je stopte met wachten. Misschien kwam je stem al aan. Verstuur hem opnieuw om zeker te zijn.',
    often:
      'Met deze code is vandaag al heel vaak gestemd. De laatste stem die is bevestigd, telt mee. Morgen kun je hem weer veranderen.',
    rules: 'De regels van deze stemming zijn veranderd. Controleer je keuze en verstuur hem opnieuw.',
  },
  cast: {
    title: 'Dank je wel! Je stem telt mee.',
    changedTitle: 'Gelukt. Je nieuwe stem telt mee.',
    receipt: 'Je nummer',
    copy: 'Bewaar een kopie',
    copyName: 'mijn-stem',
    means: 'Bewaar dit nummer. Na de stemming zie je ermee of je stem is geteld.',
    meansNot: 'Aan het nummer kan niemand zien wat je koos.',
    replaced: 'Je vorige stem telt niet meer mee.',
    until: ({ date }: { date: string }) =>
      `Je kunt je stem veranderen tot ${date}. Gebruik dan dezelfde code, op elk apparaat.`,
    results: ({ date }: { date: string }) => `De uitslag staat op deze pagina vanaf ${date}.`,
    yours: 'Dit koos je',
    change: 'Verander je stem',
    done: 'Klaar: wis alles van dit scherm',
    next: 'Volgende stemmer',
    nextWhy: 'Schrijf eerst het nummer op. De keuze en de code zijn al gewist.',
  },
};

export type CastingMessages = typeof castingTexts;
