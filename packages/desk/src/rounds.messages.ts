import type { ActName } from '@buurt/domain/acts/act.js';
import type { RoundState } from '@buurt/domain/desk/round.js';

const counter = (one: string, other: string) => (count: number) =>
  `${new Intl.NumberFormat('nl-NL').format(count)} ${count === 1 ? one : other}`;
const plans = counter('plan', 'plannen');
const letters = counter('brief', 'brieven');
const ballots = counter('stembiljet', 'stembiljetten');
const votes = counter('stem', 'stemmen');

/** The Dutch texts of budget votes at the desk. */
export const nl = {
  title: 'Stemrondes',
  lead: 'Stemmingen waarin bewoners het geld van de buurt verdelen.',
  empty: 'Er is nog geen stemronde in jouw buurten.',
  preparing: 'In voorbereiding',
  made: 'Gemaakt',
  savedBy: ({ who, when }: { who: string; when: string }) => `bewaard door ${who} op ${when}`,
  newRound: 'Nieuwe stemronde in',
  buurtWith: ({ name, count }: { name: string; count: number }) => `${name} (${plans(count)})`,
  begin: 'Bereid een stemronde voor',
  nothingToVote:
    'Een stemronde voorbereiden kan zodra er op de site een plan staat waarvan bekend is wat het kost.',
  all: 'Alle stemrondes',
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'Dit laadt nu niet.',
  gone: 'Deze stemronde is er niet, of niet in jouw buurten.',
  states: {
    announced: 'Nog niet begonnen',
    open: 'Open',
    closed: 'Gesloten',
    cancelled: 'Gaat niet door',
    settled: 'Uitslag verwerkt',
  } satisfies Record<RoundState, string>,
  fromTo: ({ opens, closes }: { opens: string; closes: string }) => `Van ${opens} tot ${closes}`,
  facts: {
    period: 'Stemmen kan',
    budget: 'Te verdelen',
    letters: 'Brieven',
    rules: 'Regels',
  },
  noLetters: 'Er zijn nog geen brieven gemaakt.',
  letters: ({ good, voided }: { good: number; voided: number }) =>
    voided === 0 ? letters(good) : `${letters(good)}, en ${letters(voided)} vervangen of ongeldig`,
  result: 'Uitslag',
  resultLine: ({ ballotCount, spent, left }: { ballotCount: number; spent: string; left: string }) =>
    `${ballots(ballotCount)}. ${spent} toegekend, ${left} over.`,
  proposals: 'Plannen op het stembiljet',
  votes: ({ count }: { count: number }) => votes(count),
  granted: 'Gewonnen',
  notGranted: 'Geen geld',
  withdrawn: 'Teruggetrokken',
  plan: { changes: 'Veranderen', withdrawal: 'Terugtrekken' },
  history: 'Wat er gedaan is',
  noHistory: 'Nog niets.',
  operator: 'beheerder van de server',
  formerColleague: 'een collega',
  acts: {
    'draft.made': 'begonnen met uitdenken',
    'draft.changed': 'voorbereiding veranderd',
    'round.made': 'gemaakt',
    'round.changed': 'tekst of tijden veranderd',
    'round.opened': 'geopend',
    'round.closed': 'gesloten',
    'round.cancelled': 'gaat niet door',
    'round.settled': 'uitslag verwerkt',
    'proposal.changed': 'een plan veranderd',
    'proposal.withdrawn': 'een plan teruggetrokken',
    'letters.ordered': 'brieven besteld',
    'letters.cancelled': 'bestelling van brieven geannuleerd',
    'codes.made': 'codes gemaakt',
    'codes.replaced': 'een brief vervangen of ongeldig gemaakt',
    'ballots.entered': 'stembiljetten op papier ingevoerd',
    'ballot.removed': 'een getypt stembiljet weggehaald',
  } as Readonly<Partial<Record<ActName, string>>>,
  readOnly: 'Je kunt deze stemronde bekijken. Veranderen mag een collega die over stemmingen gaat.',
  open: {
    opening: 'Nu openen',
    closing: 'Nu sluiten',
    cancellation: 'Niet door laten gaan',
    changes: 'Tekst of tijden veranderen',
    settlement: 'Uitslag verwerken',
  },
  forms: {
    opening: ({ closes }: { closes: string }) =>
      `Bewoners kunnen meteen stemmen, tot ${closes}. De regels en de plannen staan vanaf dan vast.`,
    closing: () =>
      'Wie nog niet gestemd heeft, kan dat niet meer. Ook een stembiljet op papier telt niet meer mee. Dit kan niet terug.',
    cancellation: () =>
      'De stemronde verdwijnt van de site. De plannen staan weer bij de nieuwe ideeën. Dit kan niet terug, en alleen zolang er niemand gestemd heeft.',
    changes: () => 'Bewoners lezen het meteen op de site. Een open stemronde kan niet eerder sluiten.',
    settlement: () =>
      'Plannen die wonnen krijgen een belofte van het geld. De andere staan weer bij de nieuwe ideeën, met de reden erbij. Indieners en volgers krijgen een mail. Dit kan één keer.',
  },
  printed: ({ count }: { count: number }) =>
    `Er zijn codes gemaakt voor ${letters(count)}. Op brieven die al gedrukt zijn staat wat er tot nu toe stond.`,
  send: {
    opening: 'Open de stemronde',
    closing: 'Sluit de stemronde',
    cancellation: 'Haal de stemronde weg',
    changes: 'Bewaar',
    settlement: 'Verwerk de uitslag',
  },
  sent: {
    planChanges: 'Het plan is veranderd.',
    planWithdrawal: 'Het plan is teruggetrokken.',
    opening: 'De stemronde is open.',
    closing: 'De stemronde is gesloten. De uitslag staat eronder.',
    cancellation: 'De stemronde gaat niet door.',
    changes: 'Het is veranderd.',
    settlement: 'De uitslag is verwerkt. Indieners en volgers krijgen een mail.',
  },
  labels: {
    name: 'Naam',
    intro: 'Inleiding',
    opensAt: 'Begint',
    closesAt: 'Sluit',
    who: 'Wie zorgt voor het geld?',
    dueOn: 'Uiterlijk wanneer?',
  },
  optional: 'mag leeg blijven',
  sending: 'Bezig …',
  cancel: 'Annuleer',
  notSent: 'Het is niet gelukt.',
  conflict: 'Dit kan nu niet. De stemronde is intussen anders: kijk eerst hoe die er nu voor staat.',
  problem: 'Er klopt nog iets niet',
  problems: {
    required: ({ label }: { label: string }) => `Vul in: ${label}`,
    tooLong: ({ over }: { over: number }) =>
      over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    noMoment: 'Kies een dag en een tijd die bestaan.',
    noDay: 'Kies een dag.',
    earlier: 'Kies een later moment: niet in het verleden, en bij een open stemronde niet eerder dan nu.',
    reversed: 'Het einde ligt voor het begin.',
    nameTaken: 'Een andere stemronde van deze buurt heet al zo.',
  },
};
export type RoundsMessages = typeof nl;
