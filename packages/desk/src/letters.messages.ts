import type { LetterOrderState } from '@buurt/domain/desk/letters.js';

const letters = (count: number) => (count === 1 ? '1 brief' : `${String(count)} brieven`);

/** The Dutch texts of letters with codes at the desk. */
export const nl = {
  title: 'Brieven',
  lead: 'Elk huis krijgt een brief met een eigen code. Eén collega bestelt de brieven. Een andere collega maakt ze en print ze.',
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'De brieven laden nu niet.',
  none: 'Hier zijn nog geen brieven besteld.',
  states: {
    waiting: 'Wacht op een collega',
    made: 'Gemaakt',
    replaced: 'Opnieuw gemaakt',
    cancelled: 'Geannuleerd',
  } satisfies Record<LetterOrderState, string>,
  count: ({ count }: { count: number }) => letters(count),
  numbers: ({ from, to }: { from: number; to: number }) =>
    from === to ? `Brief ${String(from)}` : `Brief ${String(from)} tot en met ${String(to)}`,
  ordered: ({ who, when }: { who: string; when: string }) => `Besteld door ${who} op ${when}.`,
  made: ({ who, when }: { who: string; when: string }) => `Gemaakt door ${who} op ${when}.`,
  formerColleague: 'een oud-collega',
  again: 'In plaats van eerdere brieven.',
  facts: {
    sender: 'Afzender',
    page: 'Adres van de pagina',
    helpLine: 'Hulp',
    ballot: 'Stembiljet op papier',
  },
  ballotUntil: ({ when }: { when: string }) => `Ja, inleveren voor ${when}`,
  noBallot: 'Nee, de brief heeft een lijst met de plannen',
  preview: 'Bekijk een voorbeeld',
  opensTab: 'opent in een nieuw tabblad',
  askColleague: 'Jij hebt deze brieven besteld. Laat een collega ze nakijken en maken.',
  open: {
    order: 'Bestel brieven',
    make: 'Maak deze brieven',
    again: 'Printen mislukt?',
    lost: 'Een brief is kwijt',
    cancel: 'Annuleer de bestelling',
  },
  makeLead: ({ count }: { count: number }) =>
    `Er worden ${letters(count)} met codes gemaakt. Ze openen in een nieuw tabblad. Daar print je ze meteen.`,
  makePoints: {
    once: 'De codes zijn één keer te zien. Niemand kan ze later opzoeken.',
    private: 'Wie de codes heeft, kan voor iedereen stemmen. Zorg dat je bij de printer bent.',
    key: 'Het eerste blad is de sleutel. Die heb je nodig als een brief kwijt is. Bewaar hem achter slot.',
    patience: 'Met veel brieven duurt het soms een halve minuut. Laat het tabblad dan openstaan.',
  },
  make: 'Maak de brieven en open ze',
  madeNow:
    'De brieven openen in een nieuw tabblad. Print ze daar. Zie je geen tabblad? Kijk dan of je browser het tegenhoudt.',
  againLead: ({ count }: { count: number }) =>
    `Alle ${letters(count)} van deze bestelling worden opnieuw gemaakt, met dezelfde nummers. Een collega maakt ze.`,
  againPoints: {
    until: 'De oude codes blijven werken tot de nieuwe brieven gemaakt zijn. Daarna werken ze niet meer.',
    votes: 'Is er al gestemd met een oude brief? Dan telt die stem niet meer.',
    throwAway: 'Gooi de oude brieven en hun sleutel weg, ook als ze half geprint zijn.',
  },
  orderAgain: 'Bestel ze opnieuw',
  lostLead: 'De bewoner krijgt een nieuwe brief met een nieuwe code.',
  lostPoints: {
    void: 'De oude brief werkt meteen niet meer. Is ermee gestemd, dan telt die stem niet meer.',
    key: 'De sleutel staat op het eerste blad van de brieven. Dat blad is bewaard toen ze geprint werden.',
    operator: 'Maakte de beheerder van de server de brieven? Dan kan alleen de beheerder ze vervangen.',
  },
  replace: 'Maak een nieuwe brief en open die',
  replacedNow: 'De nieuwe brief opent in een nieuw tabblad. Print hem daar.',
  look: 'Kijk hoe het er nu voor staat',
  orderLead: 'Er wordt nog niets gemaakt. Een collega kijkt het na en maakt de brieven.',
  labels: {
    count: 'Hoeveel brieven?',
    sender: 'Wie is de afzender?',
    page: 'Adres van de pagina met de stemming',
    helpLine: 'Waar krijgen bewoners hulp?',
    hasBallot: 'Met een stembiljet op papier',
    handInUntil: 'Inleveren kan tot',
    number: 'Nummer van de brief',
    replacementKey: 'Sleutel van de brieven',
  },
  hints: {
    count: 'Hoogstens 500 per bestelling. Meer nodig? Bestel daarna nog een keer.',
    page: 'Het hele adres, met https:// ervoor',
    helpLine: 'Een zin met een telefoonnummer, in het Nederlands.',
    handInUntil: 'Voor de sluiting: iemand typt de biljetten daarna over.',
    number: 'Het staat onder aan elke bladzijde, en op jullie eigen adreslijst.',
    replacementKey: 'Zoals K7QF-M2XA-9TRC',
  },
  order: 'Bestel',
  orderedNow: 'De brieven zijn besteld. Laat een collega ze nakijken en maken.',
  cancelledNow: 'De bestelling is geannuleerd.',
  sending: 'Bezig …',
  cancel: 'Annuleer',
  notSent: 'Het is niet gelukt.',
  tooFull: 'Dit past niet op de eerste bladzijde. Maak de regel over hulp of het adres van de pagina korter.',
  conflict: 'Dit kan nu niet. Er is intussen iets veranderd: kijk eerst hoe het er nu voor staat.',
  problem: 'Er klopt nog iets niet',
  problems: {
    required: ({ label }: { label: string }) => `Vul in: ${label}`,
    tooLong: ({ over }: { over: number }) =>
      over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    count: ({ most }: { most: number }) => `Vul een getal in van 1 tot ${String(most)}.`,
    page: 'Vul het hele adres in, met https:// ervoor. Zonder # erin.',
    handInUntil: 'Kies een moment tussen het begin en het einde van de stemronde.',
    number: 'Vul het nummer van de brief in.',
    replacementKey: 'Deze sleutel klopt niet. Kijk hem nog eens na.',
  },
};
export type LettersMessages = typeof nl;
