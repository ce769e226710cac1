import type { LettersMessages } from './letters.messages.js';

const letters = (count: number) => (count === 1 ? '1 letter' : `${String(count)} letters`);

/** The English texts of letters with codes at the desk. */
export const en: LettersMessages = {
  title: 'Letters',
  lead: 'Each home gets a letter with a code of its own. One colleague orders the letters. Another colleague makes and prints them.',
  loading: 'One moment …',
  retry: 'Try again',
  failed: 'The letters do not load now.',
  none: 'No letters were ordered here yet.',
  states: {
    waiting: 'Waits for a colleague',
    made: 'Made',
    replaced: 'Made again',
    cancelled: 'Cancelled',
  },
  count: ({ count }) => letters(count),
  numbers: ({ from, to }) =>
    from === to ? `Letter ${String(from)}` : `Letters ${String(from)} to ${String(to)}`,
  ordered: ({ who, when }) => `Ordered by ${who} on ${when}.`,
  made: ({ who, when }) => `Made by ${who} on ${when}.`,
  formerColleague: 'a former colleague',
  again: 'In the place of earlier letters.',
  facts: { sender: 'Sender', page: 'Address of the page', helpLine: 'Help', ballot: 'Ballot on paper' },
  ballotUntil: ({ when }) => `Yes, to hand in before ${when}`,
  noBallot: 'No, the letter has a list of the plans',
  preview: 'Look at an example',
  opensTab: 'opens in a new tab',
  askColleague: 'You ordered these letters. Let a colleague check and make them.',
  open: {
    order: 'Order letters',
    make: 'Make these letters',
    again: 'Did printing fail?',
    lost: 'A letter is lost',
    cancel: 'Cancel the order',
  },
  makeLead: ({ count }) =>
    `${letters(count)} with codes will be made. They open in a new tab. There you print them at once.`,
  makePoints: {
    once: 'The codes can be seen once. Nobody can look them up later.',
    private: 'Whoever has the codes can vote for everybody. Make sure that you are at the printer.',
    key: 'The first sheet is the key. You need it when a letter is lost. Keep it under lock.',
    patience: 'Many letters can take half a minute. Leave the tab open then.',
  },
  make: 'Make the letters and open them',
  madeNow:
    'The letters open in a new tab. Print them there. Do you see no tab? Then look whether your browser holds it back.',
  againLead: ({ count }) =>
    `All ${letters(count)} of this order will be made again, with the same numbers. A colleague makes them.`,
  againPoints: {
    until:
      'The old codes go on working until the new letters are made. After that they do not work any more.',
    votes: 'Did somebody vote with an old letter? Then that vote does not count any more.',
    throwAway: 'Throw away the old letters and their key, also those that were half printed.',
  },
  orderAgain: 'Order them again',
  lostLead: 'The resident gets a new letter with a new code.',
  lostPoints: {
    void: 'The old letter stops working at once. A vote that was cast with it does not count any more.',
    key: 'The key stands on the first sheet of the letters. That sheet was kept when they were printed.',
    operator: 'Did the operator of the server make the letters? Then only the operator can replace them.',
  },
  replace: 'Make a new letter and open it',
  replacedNow: 'The new letter opens in a new tab. Print it there.',
  look: 'See how it stands now',
  orderLead: 'Nothing is made yet. A colleague checks it and makes the letters.',
  labels: {
    count: 'How many letters?',
    sender: 'Who is the sender?',
    page: 'Address of the page with the vote',
    helpLine: 'Where do residents get help?',
    hasBallot: 'With a ballot on paper',
    handInUntil: 'Ballots can be handed in until',
    number: 'Number of the letter',
    replacementKey: 'Key of the letters',
  },
  hints: {
    count: 'At most 500 in one order. Do you need more? Order once more after that.',
    page: 'The whole address, with https:// before it',
    helpLine: 'A sentence with a phone number, in Dutch.',
    handInUntil: 'Before closing: somebody types the ballots over after that.',
    number: 'It stands at the bottom of each page, and in your own list of addresses.',
    replacementKey: 'As K7QF-M2XA-9TRC',
  },
  order: 'Order',
  orderedNow: 'The letters are ordered. Let a colleague check and make them.',
  cancelledNow: 'The order is cancelled.',
  sending: 'Sending …',
  cancel: 'Cancel',
  notSent: 'It did not work.',
  tooFull:
    'This does not fit on the first page. Make the line about help or the address of the page shorter.',
  conflict: 'This is not possible now. Something changed meanwhile: first look how it stands.',
  problem: 'Something is not right yet',
  problems: {
    required: ({ label }) => `Fill in: ${label}`,
    tooLong: ({ over }) =>
      over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
    count: ({ most }) => `Fill in a number from 1 to ${String(most)}.`,
    page: 'Fill in the whole address, with https:// before it. Without a # in it.',
    handInUntil: 'Choose a moment between the beginning and the end of the voting round.',
    number: 'Fill in the number of the letter.',
    replacementKey: 'This key is not right. Look at it once more.',
  },
};
