import type { RoundsMessages } from './rounds.messages.js';

const counter = (one: string, other: string) => (count: number) =>
  `${new Intl.NumberFormat('en-GB').format(count)} ${count === 1 ? one : other}`;
const plans = counter('plan', 'plans');
const letters = counter('letter', 'letters');
const ballots = counter('ballot', 'ballots');
const votes = counter('vote', 'votes');

/** The English texts of budget votes at the desk. */
export const en: RoundsMessages = {
  title: 'Voting rounds',
  lead: 'Votes in which residents divide the money of the neighbourhood.',
  empty: 'There is no voting round in your neighbourhoods yet.',
  preparing: 'Being prepared',
  made: 'Made',
  savedBy: ({ who, when }) => `saved by ${who} on ${when}`,
  newRound: 'New voting round in',
  buurtWith: ({ name, count }) => `${name} (${plans(count)})`,
  begin: 'Prepare a voting round',
  nothingToVote:
    'A voting round can be prepared as soon as there is a plan on the site of which it is known what it costs.',
  all: 'All voting rounds',
  loading: 'One moment …',
  retry: 'Try again',
  failed: 'This does not load now.',
  gone: 'This voting round does not exist, or not in your neighbourhoods.',
  states: {
    announced: 'Not begun yet',
    open: 'Open',
    closed: 'Closed',
    cancelled: 'Cancelled',
    settled: 'Result settled',
  },
  fromTo: ({ opens, closes }) => `From ${opens} to ${closes}`,
  facts: {
    period: 'Voting is possible',
    budget: 'To divide',
    letters: 'Letters',
    rules: 'Rules',
  },
  noLetters: 'No letters were made yet.',
  letters: ({ good, voided }) =>
    voided === 0 ? letters(good) : `${letters(good)}, and ${letters(voided)} replaced or made void`,
  result: 'Result',
  resultLine: ({ ballotCount, spent, left }) => `${ballots(ballotCount)}. ${spent} granted, ${left} left.`,
  proposals: 'Plans on the ballot',
  votes: ({ count }) => votes(count),
  granted: 'Won',
  notGranted: 'No money',
  withdrawn: 'Withdrawn',
  plan: { changes: 'Change', withdrawal: 'Withdraw' },
  history: 'What was done',
  noHistory: 'Nothing yet.',
  operator: 'who runs the server',
  formerColleague: 'a colleague',
  acts: {
    'draft.made': 'preparation begun',
    'draft.changed': 'preparation changed',
    'round.made': 'made',
    'round.changed': 'text or times changed',
    'round.opened': 'opened',
    'round.closed': 'closed',
    'round.cancelled': 'cancelled',
    'round.settled': 'result settled',
    'proposal.changed': 'a plan changed',
    'proposal.withdrawn': 'a plan withdrawn',
    'letters.ordered': 'letters ordered',
    'letters.cancelled': 'order of letters cancelled',
    'codes.made': 'codes made',
    'codes.replaced': 'a letter replaced or made void',
    'ballots.entered': 'ballots on paper entered',
    'ballot.removed': 'a typed ballot was taken away',
  },
  readOnly: 'You can read this voting round. A colleague who runs votes can change it.',
  open: {
    opening: 'Open now',
    closing: 'Close now',
    cancellation: 'Cancel the round',
    changes: 'Change text or times',
    settlement: 'Settle the result',
  },
  forms: {
    opening: ({ closes }) =>
      `Residents can vote at once, until ${closes}. The rules and the plans are fixed from then on.`,
    closing: () =>
      'Who did not vote yet cannot do so any more. A ballot on paper does not count any more either. This cannot be undone.',
    cancellation: () =>
      'The voting round goes off the site. The plans are new ideas again. This cannot be undone, and is only possible while nobody voted.',
    changes: () => 'Residents read it on the site at once. A round that is open cannot close earlier.',
    settlement: () =>
      'Plans that won get a promise of the money. The others are new ideas again, with the reason. Makers and followers get a mail. This can be done once.',
  },
  printed: ({ count }) =>
    `Codes were made for ${letters(count)}. Letters that are printed already say what it said until now.`,
  send: {
    opening: 'Open the round',
    closing: 'Close the round',
    cancellation: 'Take the round off the site',
    changes: 'Save',
    settlement: 'Settle the result',
  },
  sent: {
    planChanges: 'The plan was changed.',
    planWithdrawal: 'The plan was withdrawn.',
    opening: 'The voting round is open.',
    closing: 'The voting round is closed. The result is below.',
    cancellation: 'The voting round is cancelled.',
    changes: 'It is changed.',
    settlement: 'The result is settled. Makers and followers get a mail.',
  },
  labels: {
    name: 'Name',
    intro: 'Introduction',
    opensAt: 'Begins',
    closesAt: 'Closes',
    who: 'Who sees to the money?',
    dueOn: 'By when at the latest?',
  },
  optional: 'may stay empty',
  sending: 'Working …',
  cancel: 'Cancel',
  notSent: 'It did not work.',
  conflict: 'This is not possible now. The round has changed meanwhile: look first where it stands.',
  problem: 'Something is not right yet',
  problems: {
    required: ({ label }) => `Fill in: ${label}`,
    tooLong: ({ over }) =>
      over === 1 ? 'This is 1 sign too long.' : `This is ${String(over)} signs too long.`,
    noMoment: 'Choose a day and a time that exist.',
    noDay: 'Choose a day.',
    earlier: 'Choose a later moment: not in the past, and for an open round not earlier than it is now.',
    reversed: 'The end is before the beginning.',
    nameTaken: 'Another voting round of this neighbourhood has this name.',
  },
};
