const days = (count: number) => (count === 1 ? '1 dag' : `${String(count)} dagen`);

/** The Dutch texts of the settings of a buurt. */
export const nl = {
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'Dit laadt nu niet.',
  partFailed: 'Dit deel laadt nu niet.',
  notPermitted: 'Alleen een beheerder verandert hier iets. Vraag een beheerder als iets anders moet.',
  gone: 'Deze buurt is er niet, of je gaat er niet over.',

  list: {
    title: 'Buurten',
    lead: 'Kies een buurt om in te stellen wat het ideeënformulier daar vraagt.',
    search: 'Zoek een buurt',
    none: 'Geen buurt heet zo.',
    many: 'Dit zijn de eerste honderd. Zoek op naam voor de rest.',
    back: 'Alle buurten',
  },

  title: ({ name }: { name: string }) => `Instellingen van ${name}`,
  lead: 'Dit geldt voor het ideeënformulier en voor de mails van deze buurt. Op de site verandert pas iets als je bewaart.',
  changed: ({ who, when }: { who: string; when: string }) => `Laatst veranderd door ${who} op ${when}.`,
  operator: 'de beheerder van de server',
  formerColleague: 'een oud-collega',
  sections: {
    organisation: 'Organisatie en afzender',
    form: 'Wat het formulier vraagt',
    answer: 'Nakijken en antwoorden',
    keeping: 'Bewaren',
  },
  /** What each setting is called. */
  names: {
    organisation: 'Organisatie',
    intro: 'Inleiding',
    themes: 'Thema’s',
    fields: 'Vragen van het formulier',
    questions: 'Eigen vragen',
    moderated: 'Eerst nakijken',
    answerDays: 'Termijn voor het antwoord',
    contactKeptDays: 'Bewaartermijn',
  },
  source: {
    own: 'Zelf ingesteld voor deze buurt.',
    standard: 'Zoals standaard.',
    edited: 'Nog niet bewaard.',
    reset: 'Terug naar de standaard',
  },
  optional: 'mag leeg blijven',
  english: 'in het Engels',

  labels: {
    name: 'Naam van de organisatie',
    privacyUrl: 'Adres van de privacyverklaring',
    colour: 'Kleur van de mails',
    intro: 'Inleiding boven het formulier',
    theme: ({ number }: { number: number }) => `Thema ${String(number)}`,
    photos: 'Hoeveel foto’s hoogstens?',
    question: ({ number }: { number: number }) => `Vraag ${String(number)}`,
    kind: 'Soort antwoord',
    step: 'Waar in het formulier?',
    options: 'Waaruit kan iemand kiezen?',
    onlyForTheme: 'Bij welk thema?',
    moderated: 'Een collega kijkt elk idee na voordat het op de site komt',
    answerDays: 'Antwoord binnen hoeveel dagen?',
    contactKeptDays: 'Hoeveel dagen na het einde?',
  },
  hints: {
    name: 'Zo noemt het formulier jullie. De naam staat ook boven de mails.',
    privacyUrl: 'Met https ervoor. Het formulier linkt ernaartoe waar het om gegevens vraagt.',
    colour: 'Zes tekens na een #, zoals #0b5c66.',
    themes: 'Ideeën die er al zijn, blijven staan als je een thema weghaalt.',
    asked: 'Een titel en een verhaal vraagt het formulier altijd.',
    options: 'Elk antwoord op een eigen regel.',
    moderated: 'Zonder vinkje staat een idee meteen op de site.',
    answerDays: ({ count }: { count: number }) =>
      `Wie een idee instuurt, leest wanneer het antwoord er uiterlijk is: ${days(count)} later.`,
    contactKeptDays: ({ count }: { count: number }) =>
      `Is een idee afgelopen, niet geplaatst of van de site? ${days(count)} daarna wissen we naam, mailadres en telefoonnummer.`,
  },
  fields: {
    theme: 'Thema',
    place: 'Plek op de kaart',
    assets: 'Wat er al is',
    joiners: 'Wie er meedoet',
    needs: 'Welke hulp nodig is',
    offers: 'Wat iemand zelf kan doen',
    cost: 'Wat het kost',
    photos: 'Foto’s',
    name: 'Naam',
    email: 'Mailadres',
    phone: 'Telefoonnummer',
  },
  askings: { no: 'Niet vragen', optional: 'Mag leeg blijven', required: 'Verplicht' },
  kinds: { line: 'Een regel', text: 'Een stuk tekst', choice: 'Een keuze' },
  steps: {
    idea: 'Bij het idee',
    place: 'Bij de plek',
    together: 'Bij samen doen',
    photos: 'Bij de foto’s',
    you: 'Bij wie je bent',
  },
  anyTheme: 'Bij elk thema',
  isRequired: 'Verplicht',
  isShown: 'Het antwoord staat bij het idee op de site',
  addTheme: 'Voeg een thema toe',
  removeTheme: ({ name }: { name: string }) => `Haal thema weg: ${name}`,
  addQuestion: 'Voeg een vraag toe',
  removeQuestion: ({ name }: { name: string }) => `Haal vraag weg: ${name}`,
  remove: 'Haal weg',

  preview: {
    title: 'Zo ziet een bewoner het formulier',
    lead: 'Met alles wat je net veranderde. Probeer het gerust: wat je hier invult, wordt niet verstuurd en niet bewaard.',
  },

  scope: 'Voor welke buurten?',
  scopes: {
    buurt: ({ name }: { name: string }) => `Alleen ${name}`,
    all: ({ count }: { count: number }) => `Alle ${String(count)} buurten`,
  },
  scopeHint: 'Alleen wat je net veranderde, verandert ook in de andere buurten.',
  different: ({ name, count }: { name: string; count: number }) =>
    count === 1
      ? `${name}: in 1 andere buurt staat nu iets anders. Dat wordt vervangen.`
      : `${name}: in ${String(count)} andere buurten staat nu iets anders. Dat wordt vervangen.`,
  save: ({ name }: { name: string }) => `Bewaar voor ${name}`,
  saveAll: ({ count }: { count: number }) => `Bewaar voor alle ${String(count)} buurten`,
  discard: 'Gooi wijzigingen weg',
  discarded: 'Je wijzigingen zijn weg.',
  unsaved:
    'Je veranderde iets dat nog niet bewaard is. Ga je weg van deze pagina, dan blijft het in dit tabblad staan.',
  sending: 'Bezig …',
  nothingChanged: 'Je hebt niets veranderd.',
  saved: 'Bewaard. Wie het formulier vanaf nu opent, ziet het binnen een minuut.',
  notSaved: 'Het is niet bewaard.',
  first: ({ who, when }: { who: string; when: string }) =>
    `${who} was eerder, op ${when}. Er is niets overschreven: wat jij veranderde, staat er nog.`,
  both: ({ names }: { names: string }) =>
    `Jullie veranderden allebei: ${names}. Bewaar je nu, dan geldt jouw versie daarvan.`,
  problem: 'Er klopt nog iets niet',
  problems: {
    name: 'Vul een naam in.',
    question: 'Vul de vraag in.',
    intro: 'Vul de inleiding in het Nederlands in.',
    tooLong: ({ over }: { over: number }) =>
      over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    tooShort: 'Dit is te weinig.',
    tooMany: 'Dit zijn er te veel.',
    number: 'Vul een heel getal in.',
    least: ({ limit }: { limit: number }) => `Vul ${String(limit)} of meer in.`,
    most: ({ limit }: { limit: number }) => `Vul hoogstens ${String(limit)} in.`,
    privacyUrl: 'Vul een heel adres in. Het begint met https:// en gaat naar jullie pagina.',
    colour: 'Vul een kleur in, zoals #0b5c66.',
    themes: 'Het formulier vraagt naar een thema. Zet er minstens één in de lijst, of vraag het niet.',
    doubled: 'Dit staat er twee keer.',
    options: 'Vul in waaruit iemand kan kiezen.',
    themeGone: 'Dit thema staat niet meer in de lijst. Kies een ander.',
    asked: 'Deze vragen kunnen zo niet samen. Vraag de beheerder van de server.',
    other: 'Dit kan hier niet.',
  },
};

export type BuurtMessages = typeof nl;
