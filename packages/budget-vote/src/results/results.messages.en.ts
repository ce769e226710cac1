import type { ResultsMessages } from './results.messages.js';

export const en: ResultsMessages = {
  title: 'The result',
  loading: 'Loading the result …',
  counting: 'The votes are still being counted. The result will be here soon.',
  retry: 'Try again',
  unsent: {
    title: 'The vote closed before your vote was sent',
    lead: 'This choice doesn’t count. You had chosen:',
    titleAgain: 'The vote closed before your new choice was sent',
    leadAgain: 'Your earlier vote counts. This new choice doesn’t:',
  },
  turnout: {
    count: ({ count }) =>
      count === 0 ? 'Nobody voted.' : count === 1 ? 'One household voted.' : `${count} households voted.`,
    channels: ({ online, paper, assisted }) =>
      `Online: ${online}. On paper: ${paper}. With help: ${assisted}.`,
  },
  granted: 'Funded',
  notGranted: 'Not funded',
  nothingGranted: 'No plan is funded.',
  counted: 'How was this counted?',
  read: 'Read the plan',
  remark: 'The organisation says:',
  votes: ({ count }) => (count === 1 ? '1 vote' : `${count} votes`),
  points: ({ score, count }) =>
    `${score} points, from ${count === 1 ? '1 household' : `${count} households`}`,
  money: {
    spent: ({ spent, budget }) => `${spent} of ${budget} has been allocated.`,
    left: ({ amount }) => `${amount} is left.`,
    leftKey: 'Left',
    leftWhy: 'The remaining plans cost more.',
    leftByRule: 'The rules of this vote say so.',
  },
  methods: {
    greedy: {
      name: 'Most votes first',
      how: 'The plan with the most votes comes first. If there is enough money, it is funded. Then the next plan has its turn. A plan that costs too much is skipped.',
    },
    'greedy-no-skip': {
      name: 'Most votes first, without skipping',
      how: 'The plan with the most votes comes first. Then the next. At the first plan that costs too much, we stop.',
    },
    'greedy-threshold': {
      name: 'Most votes first, with a threshold',
      how: 'Only plans with enough votes take part. Of those, the plan with the most votes comes first. A plan that costs too much is skipped.',
    },
    equalshares: {
      name: 'Equal shares',
      how: 'Every household that votes gets an equal share of the money. Households that chose a plan help to pay for it. A plan is funded when they can pay for it together.',
    },
    'equalshares/add1': {
      name: 'Equal shares, topped up',
      how: 'Every household that votes gets an equal share of the money. Households that chose a plan help to pay for it. A plan is funded when they can pay for it together. If money is left, we count again with a slightly larger share, until it’s gone.',
    },
  },
  why: {
    votes: ({ left }) => `${left} was left, enough for this plan.`,
    fill: ({ left }) => `Paid from the money that was left: ${left}.`,
    shares: ({ voters, share, perPoint }) =>
      voters === 1
        ? `One household paid for it, with ${share}${perPoint ? ' per point' : ' of its share'}.`
        : `${voters} households paid for it together. Each gave at most ${share}${perPoint ? ' per point' : ' of its share'}.`,
    emptied: ({ count }) =>
      count === 1 ? 'One of them used up their share.' : `${count} of them used up their share.`,
    withdrawn: 'This plan was withdrawn.',
    'no-votes': 'Nobody chose this plan.',
    'below-threshold': ({ threshold }) => `This plan needed at least ${threshold}.`,
    excluded: ({ title }) => `It can’t be combined with “${title}”, which was funded.`,
    'group-full': ({ group, left }) => `${left} was left for “${group}”, not enough for this plan.`,
    'does-not-fit': ({ left }) => `${left} was left, not enough for this plan.`,
    'after-stop': ({ title }) => `Counting stopped at “${title}”, because there wasn’t enough money for it.`,
    'supporters-short': ({ have }) =>
      `The households that chose it had ${have} left between them, not enough for this plan.`,
  },
  ties: {
    cheaper: ({ titles }) => `Tied with ${titles}. The cheapest went first.`,
    'more-votes': ({ titles }) => `Tied with ${titles}. The plan with the most votes went first.`,
    lot: ({ titles }) => `Tied with ${titles}. Decided by drawing lots.`,
  },
  table: {
    caption: 'All plans',
    plan: 'Plan',
    cost: 'Cost',
    votes: 'Votes',
    points: 'Points',
    result: 'Result',
    yes: 'Funded',
    no: 'Not funded',
    why: 'Why',
  },
  compare: {
    title: 'Counted another way',
    lead: 'The first way decides. The other is shown so that you can see the difference.',
    decides: 'decides',
    happy: ({ count, of }) => `${count} of ${of} households get at least one plan that they chose.`,
    same: ({ ways }) =>
      ways === 2
        ? 'We counted in two ways. Both give the same result.'
        : `We counted in ${ways} ways. All of them give the same result.`,
    caption: 'Which plan is funded by which way of counting',
  },
  steps: {
    title: 'Step by step',
    shares: ({ share, raises }) =>
      raises === 0
        ? `The share per household was ${share}.`
        : `The share per household grew to ${share}. Not everyone used their whole share.`,
    granted: ({ title, score, cost, left }) => `${title} (${score}) gets ${cost}. That leaves ${left}.`,
    skipped: ({ title, score, cost }) => `${title} (${score}, ${cost}) is not funded.`,
  },
  check: {
    title: 'Count it yourself',
    lead: 'All votes are in one file, without names or codes.',
    download: 'Download all votes (.pb)',
    recount: 'Count again in this browser',
    counting: 'Fetching the votes and counting …',
    agrees: ({ count }) =>
      `Correct. This browser counted ${count === 1 ? '1 vote' : `${count} votes`} and got the same result.`,
    differs: 'Warning: this browser gets a different result. Please tell the organisation.',
    failed: 'Counting again doesn’t work right now. Please try again later.',
    chain: ({ head }) => `For anyone who wants to verify it, the check number of the ballot box: ${head}`,
  },
  receipt: {
    title: 'Was your vote counted?',
    label: 'Your receipt number',
    hint: 'Eight letters and digits. We search on this device; nobody else sees your number.',
    search: 'Search',
    asking: 'Searching …',
    counted: 'Yes. Your vote was counted.',
    missing: 'This number isn’t in the list. Check that you copied it correctly.',
    incomplete: 'A receipt number has 8 characters.',
  },
};
