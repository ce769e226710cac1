const letters = (count: number) => (count === 1 ? '1 brief' : `${String(count)} brieven`);

/** The Dutch texts of changing a plan of a budget vote. */
export const nl = {
  changes: 'Verander dit plan',
  withdrawal: 'Trek dit plan terug',
  leads: {
    changes: 'Bewoners lezen het meteen op de site. Zodra de stemronde open is, kan dit niet meer.',
    withdrawal:
      'Het plan blijft te zien. Niemand kan het nog kiezen en het kan niet winnen. Wie het al koos, stemt nog wel op de andere plannen. Dit kan niet terug.',
  },
  mailed:
    'Doet het daarna in geen stemronde meer mee? Dan staat het weer bij de nieuwe ideeën, en krijgen de indiener en volgers een mail.',
  printed: ({ count }: { count: number }) =>
    `Er zijn codes gemaakt voor ${letters(count)}. Op brieven die al gedrukt zijn staat wat er tot nu toe stond.`,
  numbers:
    'Met een andere titel krijgen de plannen op een stembiljet op papier misschien andere nummers. Maak de brieven dan opnieuw.',
  crossed: 'Op brieven die al gedrukt zijn staat het plan nog. Een kruisje erbij telt niet mee.',
  labels: { title: 'Titel', story: 'Verhaal', costCents: 'Wat kost het?' },
  optional: 'mag leeg blijven',
  send: { changes: 'Bewaar', withdrawal: 'Trek het plan terug' },
  sending: 'Bezig …',
  cancel: 'Annuleer',
  notSent: 'Het is niet gelukt.',
  conflict: 'Dit kan nu niet. De stemronde is intussen anders: kijk eerst hoe die er nu voor staat.',
  nothingNew: 'Je hebt nog niets veranderd.',
  problem: 'Er klopt nog iets niet',
  problems: {
    title: 'Vul een titel in.',
    tooLong: ({ over }: { over: number }) =>
      over === 1 ? 'Dit is 1 teken te lang.' : `Dit is ${String(over)} tekens te lang.`,
    cost: 'Vul een bedrag in, zoals 1250 of 1250,50.',
    budget: 'Zo past het plan niet meer in deze stemronde: kijk naar het budget en de regels.',
  },
};
export type ProposalMessages = typeof nl;
