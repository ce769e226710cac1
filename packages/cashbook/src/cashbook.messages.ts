/** The Dutch texts. Values in a text are named, so that a page can override it. */
export const nl = {
  loading: 'Het kasboek komt eraan …',
  retry: 'Probeer opnieuw',

  title: 'Het kasboek van de buurt',
  intro: 'Hier zie je waar het geld van de buurt naartoe gaat.',
  failed: 'Het kasboek laadt nu niet.',
  from: ({ time }: { time: string }) => `Dit is het kasboek van ${time}.`,
  none: 'Er is nog geen geld verdeeld in deze buurt.',

  announced: ({ when }: { when: string }) => `Stemmen kan vanaf ${when}.`,
  open: ({ when }: { when: string }) => `De stemming loopt nog, tot en met ${when}.`,
  closed: ({ when }: { when: string }) => `De buurt stemde tot en met ${when}.`,
  nothingWon: 'De buurt koos in deze ronde geen plannen.',

  budget: 'Budget',
  won: 'Gekozen',
  granted: 'Toegezegd',
  spent: 'Uitgegeven',
  left: 'Over',
  short: 'Te veel uitgegeven',
  unknownGranted: 'nog geen bedrag',
  unknownSpent: 'nog niet bekend',
  overspent: ({ amount }: { amount: string }) => `${amount} meer uitgegeven dan toegezegd`,

  lines: ({ round }: { round: string }) => `De plannen van ${round}`,
  initiative: 'Plan',
  removed: 'Weggehaald plan',

  outside: 'Buiten de rondes',
  outsideHint: 'Dit geld is toegezegd zonder stemming.',

  meaning: 'Wat betekenen deze woorden?',
  meanings: {
    budget: 'zoveel geld was er voor deze ronde.',
    won: 'zoveel kosten de plannen die de buurt koos.',
    granted: 'zoveel geld is er aan de plannen beloofd.',
    spent: 'zoveel is er al betaald.',
    left: 'het budget min wat is uitgegeven.',
  },
  csv: 'Download als tabel (CSV)',
};

export type CashbookMessages = typeof nl;
