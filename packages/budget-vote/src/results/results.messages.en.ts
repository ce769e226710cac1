import type { ResultsMessages } from './results.messages.js';

export const en: ResultsMessages = {
  title: 'The result',
  loading: 'The result is on its way …',
  counting: 'The votes are still being counted. The result comes soon.',
  retry: 'Try again',
  unsent: {
    title: 'The vote closed before your ballot was sent',
    lead: 'This choice does not count. You had chosen:',
    titleAgain: 'The vote closed before your new choice was sent',
    leadAgain: 'Your earlier vote counts. This new choice does not:',
  },
  turnout: {
    count: ({ count }) =>
      count === 0 ? 'Nobody voted.' : count === 1 ? 'One household voted.' : `${count} households voted.`,
    channels: ({ online, paper, assisted }) =>
      `Online: ${online}. On paper: ${paper}. With help: ${assisted}.`,
  },
  granted: 'These get money',
  notGranted: 'These get no money',
  nothingGranted: 'No plan gets money.',
  read: 'Read the plan',
  remark: 'The organiser says:',
  votes: ({ count }) => (count === 1 ? '1 vote' : `${count} votes`),
  points: ({ score, count }) => `${score} points, from ${count === 1 ? '1 voter' : `${count} voters`}`,
  money: {
    spent: ({ spent, budget }) => `${spent} of ${budget} was divided.`,
    left: ({ amount }) => `${amount} is left.`,
    leftWhy: 'No plan that still had a chance fitted that amount.',
    leftByRule: 'The rules of this vote say so.',
  },
  methods: {
    greedy: {
      name: 'Most votes first',
      how: 'The plan with the most votes comes first. If it fits, it gets money. Then comes the next plan. A plan that does not fit is passed over.',
    },
    'greedy-no-skip': {
      name: 'Most votes first, without passing over',
      how: 'The plan with the most votes comes first. Then the next. At the first plan that does not fit, it ends.',
    },
    'greedy-threshold': {
      name: 'Most votes first, with a threshold',
      how: 'Only plans with enough votes take part. Of those, the plan with the most votes comes first. A plan that does not fit is passed over.',
    },
    equalshares: {
      name: 'Equal shares',
      how: 'Every voter gets an equal share of the money. Whoever chose a plan helps to pay for it. A plan gets money when its voters can pay for it together.',
    },
    'equalshares/add1': {
      name: 'Equal shares, completed',
      how: 'Every voter gets an equal share of the money. Whoever chose a plan helps to pay for it. A plan gets money when its voters can pay for it together. Is money left? Then we count with a slightly larger share, until it is gone.',
    },
  },
  why: {
    votes: ({ left }) => `When its turn came, ${left} was left. So it fitted.`,
    fill: ({ left }) => `Paid from the money that was left: ${left}.`,
    shares: ({ voters, share }) =>
      voters === 1
        ? `One voter paid for it, with ${share}.`
        : `${voters} voters paid for it together, with at most ${share} per vote.`,
    emptied: ({ count }) =>
      count === 1
        ? 'One of them gave all that was left to him.'
        : `${count} of them gave all that they had left.`,
    withdrawn: 'This plan was withdrawn.',
    'no-votes': 'Nobody chose this plan.',
    'below-threshold': ({ threshold }) => `This plan needed at least ${threshold}.`,
    excluded: ({ title }) => `It cannot go together with “${title}”, and that got money.`,
    'group-full': ({ group, left }) => `For “${group}” ${left} was left. That was too little.`,
    'does-not-fit': ({ left }) => `When its turn came, ${left} was left. That was too little.`,
    'after-stop': ({ title }) => `The dividing stopped at “${title}”, because that did not fit.`,
    'supporters-short': ({ have }) => `Those who chose it had ${have} left together. That was too little.`,
  },
  ties: {
    cheaper: ({ titles }) => `Equal to ${titles}. The cheapest went first.`,
    'more-votes': ({ titles }) => `Equal to ${titles}. The plan with the most votes went first.`,
    lot: ({ titles }) => `Equal to ${titles}. The lot decided.`,
  },
  table: {
    caption: 'All plans',
    plan: 'Plan',
    cost: 'Cost',
    votes: 'Votes',
    points: 'Points',
    result: 'Result',
    yes: 'Gets money',
    no: 'Gets no money',
    why: 'Why',
  },
  compare: {
    title: 'Counted in another way',
    lead: 'The first way decides. The other stands beside it, so that you see the difference.',
    decides: 'decides',
    happy: ({ count, of }) => `For ${count} of ${of} voters at least one plan that they chose got money.`,
    same: 'Both ways give the same result.',
    caption: 'Which plan gets money by which way of counting',
  },
  steps: {
    title: 'Step by step',
    shares: ({ share, raises }) =>
      raises === 0
        ? `Every voter could spend ${share}.`
        : `Every voter could spend ${share} in the end. That share was raised ${raises} times.`,
    granted: ({ title, score, cost, left }) => `${title} (${score}) gets ${cost}. Then ${left} is left.`,
    skipped: ({ title, score, cost }) => `${title} (${score}, ${cost}) gets no money.`,
  },
  check: {
    title: 'Count it yourself',
    lead: 'All votes are in one file, without names and without codes.',
    download: 'Download all votes (.pb)',
    recount: 'Count again in this browser',
    counting: 'Fetching the votes and counting …',
    agrees: ({ count }) =>
      `It is right. This browser counted ${count === 1 ? '1 vote' : `${count} votes`} and found the same result.`,
    differs: 'Beware: this browser finds another result. Please tell the organisation.',
    failed: 'Counting again does not work now.',
    chain: ({ head }) => `Check number of the ballot box: ${head}`,
  },
  receipt: {
    title: 'Does your vote count?',
    label: 'Your receipt',
    hint: 'Eight letters and digits. We search on this device; nobody sees your number.',
    search: 'Search',
    asking: 'Searching …',
    counted: 'Yes. Your vote was counted.',
    missing: 'This number is not in the list. Check whether you copied it well.',
    incomplete: 'A receipt has 8 signs.',
  },
};
