import type { PaperOutcome, PaperPass, PaperResult } from '@buurt/domain/desk/paper-ballots.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { MarksProblem, PaperKind } from './paper-fields.js';

const ballots = (count: number) => (count === 1 ? '1 biljet' : `${String(count)} biljetten`);

/** The Dutch texts of ballots on paper at the desk. */
export const nl = {
  title: 'Stemmen op papier',
  lead: 'Twee collega’s typen elk biljet over, zonder te zien wat de ander typte. Typten ze hetzelfde, dan telt het.',
  secret: 'De code wordt niet bewaard. Wie wat typte wordt gewist zodra een biljet klaar is.',
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'De stembiljetten laden nu niet.',
  none: 'Er is nog geen biljet ingetypt.',
  total: 'Ingetypt',
  waiting: 'Wacht op een collega',
  different: 'Anders getypt',
  neverTwice: 'Niet door twee mensen hetzelfde getypt',
  results: {
    counted: 'Geteld',
    voted: 'Telt niet: dit huis stemde al',
    replaced: 'Telt niet: de brief is vervangen',
    blank: 'Ongeldig: niets ingevuld',
    unclear: 'Ongeldig: niet duidelijk',
    'against-rules': 'Ongeldig: tegen de regels',
    'no-code': 'Ongeldig: zonder goede code',
  } satisfies Record<PaperResult, string>,
  open: {
    first: 'Typ biljetten in',
    second: 'Typ ze voor de tweede keer in',
    third: 'Kijk een biljet na',
  } satisfies Record<PaperPass, string>,
  forYou: ({ count }: { count: number }) =>
    `${ballots(count)} van een collega ${count === 1 ? 'wacht' : 'wachten'} op jou voor de tweede keer.`,
  forColleague: ({ count }: { count: number }) =>
    `Jij typte ${ballots(count)} in. Een collega doet ${count === 1 ? 'het' : 'ze'} voor de tweede keer.`,
  headings: {
    first: 'De eerste keer',
    second: 'De tweede keer',
    third: 'Een biljet nakijken',
  } satisfies Record<PaperPass, string>,
  leads: {
    first: 'Leg de biljetten daarna bij elkaar voor een collega, in dezelfde volgorde.',
    second:
      'Een collega typte deze biljetten al in. Je ziet niet wat. Typ ze over zoals ze er liggen. Is het anders? Leg het biljet apart.',
    third:
      'Pak een biljet dat apart ligt. Kijk goed wat er staat en typ dat. Het telt zodra twee mensen hetzelfde typten.',
  } satisfies Record<PaperPass, string>,
  labels: { code: 'Code', marks: 'Plannen', points: 'Punten', kind: 'Dit biljet is' },
  hints: {
    code: 'Zoals K7QF-M2XA-9TRC',
    marks: {
      approve: 'De nummers met een kruisje, zoals 2 5',
      rank: 'De nummers op volgorde, de eerste keus voorop, zoals 5 2',
      allocate: 'Nummer en punten, zoals 2=6 5=4',
      score: 'Nummer en punten, zoals 2=3 5=1',
    } satisfies Record<BallotRules['expression'], string>,
  },
  kinds: {
    good: 'Ingevuld',
    blank: 'Ongeldig: niets ingevuld',
    unclear: 'Ongeldig: niet duidelijk',
    'against-rules': 'Ongeldig: tegen de regels',
    'no-code': 'Ongeldig: geen code, of een code die niet van deze stemronde is',
  } satisfies Record<PaperKind, string>,
  withdrawn: 'doet niet meer mee',
  save: 'Bewaar en door',
  enter: 'Met Enter ga je door naar het volgende veld, en daarna naar het volgende biljet.',
  saving: 'Bezig …',
  ready: 'Klaar',
  undo: 'Maak ongedaan',
  undone: 'Het is weggehaald. Verander wat niet klopt en bewaar het opnieuw.',
  sessionCount: ({ count }: { count: number }) => `${ballots(count)} gedaan sinds je begon.`,
  kept: ({ what }: { what: string }) => `Bewaard: ${what}.`,
  settled: {
    counted: 'Hetzelfde als de eerste keer. Het is geteld.',
    voted: 'Leg dit biljet weg. Dit huis stemde al, en die stem blijft staan.',
    replaced: 'Leg dit biljet weg. De brief is vervangen of ongeldig gemaakt.',
    blank: 'Hetzelfde als de eerste keer: niets ingevuld.',
    unclear: 'Hetzelfde als de eerste keer: niet duidelijk.',
    'against-rules': 'Hetzelfde als de eerste keer: tegen de regels.',
    'no-code': 'Hetzelfde als de eerste keer: zonder goede code.',
  } satisfies Record<PaperResult, string>,
  outcomes: {
    different: 'Leg dit biljet apart. Het is anders dan wat een collega typte.',
    'settled-before': 'Dit biljet was al klaar. Leg het weg.',
    'typed-by-you': 'Jij typte dit biljet al in. Nu is een collega aan de beurt.',
    'typed-by-colleague': 'Een collega typte dit biljet al in. Leg het bij de biljetten voor de tweede keer.',
    'not-typed-yet': 'Dit biljet is nog niet voor de eerste keer ingetypt. Kijk de code nog eens na.',
    'not-different': 'Van dit biljet is geen verschil bekend. Kijk de code nog eens na.',
    'code-malformed': 'Er zit een fout in de code. Kijk hem nog eens na.',
    'code-unknown': 'Deze code is niet van deze stemronde. Kijk hem nog eens na.',
    'refused-by-rules': 'Zo mag het niet volgens de regels:',
  } satisfies Record<Exclude<PaperOutcome, 'kept' | 'settled'>, string>,
  noneWithoutCode: 'Van een collega wacht geen biljet zonder code meer.',
  isSo: 'Staat het zo op het biljet? Dan is het ongeldig.',
  asVoid: 'Bewaar als ongeldig: tegen de regels',
  differences: 'Anders getypt',
  differencesLead: 'Kijk op het biljet wat er echt staat.',
  difference: ({ number }: { number: number }) => `Verschil ${String(number)}`,
  plan: 'Plan',
  you: 'Jij',
  formerColleague: 'Een oud-collega',
  isVoid: 'Ongeldig',
  yes: 'ja',
  no: '–',
  voidShort: {
    blank: 'niets ingevuld',
    unclear: 'niet duidelijk',
    'against-rules': 'tegen de regels',
  },
  isDifferent: 'anders',
  notSent: 'Het is niet bewaard.',
  conflict: 'Stemmen kan nu niet, dus ook niet op papier.',
  gone: 'Dit is al weg, of het biljet is klaar.',
  noCode: 'Typ de code van het biljet over.',
  problems: {
    empty: () => 'Typ welke plannen gekozen zijn. Of kies hieronder waarom het biljet ongeldig is.',
    unreadable: ({ what }) => `“${what}” kan hier niet staan.`,
    'not-on-ballot': ({ what }) => `Plan ${what} staat niet op dit biljet.`,
    doubled: ({ what }) => `Plan ${what} staat er twee keer.`,
  } satisfies Record<MarksProblem['code'], (about: { readonly what: string }) => string>,
};
export type PaperMessages = typeof nl;
