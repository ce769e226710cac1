import type { DetailMessages } from './detail.messages.js';

const wanted =
  (what: string) =>
  ({ count }: { count: number }) =>
    count === 1 ? `1 more neighbour with ${what} wanted` : `${count} more neighbours with ${what} wanted`;

export const en: DetailMessages = {
  title: 'Initiative',
  close: 'Close',
  loading: 'The whole story is on its way …',
  failed: 'The whole story cannot load now.',
  gone: 'This initiative is no longer here.',
  from: ({ time }) => `This is how it was at ${time}.`,
  retry: 'Try again',

  stages: 'How far it is',
  stage: {
    new: 'Idea',
    onBallot: 'Vote',
    granted: 'Granted',
    underway: 'Under way',
    done: 'Done',
    declined: 'Not going ahead',
  },
  now: 'now',
  why: 'Why:',

  story: 'The story',
  by: ({ name }) => `Thought up by ${name}`,
  byNeighbour: 'Thought up by a neighbour',
  assets: 'What is there already',
  joiners: 'Who could join',
  cost: ({ min, max }) => `Cost: between ${min} and ${max}`,
  costAbout: ({ amount }) => `Cost: about ${amount}`,
  photos: 'Photos',
  place: 'Where it is',
  map: ({ place }) => `Map of the neighbourhood, with the place: ${place}`,
  mapWithout: 'Map of the neighbourhood, with the place',

  help: 'Who joins in?',
  joined: ({ count }) =>
    count === 0
      ? 'Nobody yet. Will you be the first?'
      : count === 1
        ? '1 neighbour joins in.'
        : `${count} neighbours join in.`,
  wanted: {
    time: wanted('time'),
    skill: wanted('talent'),
    tools: wanted('things'),
    space: wanted('space'),
    network: wanted('contacts'),
  },
  enough: ({ kind }) => `${kind}: enough found`,
  offered: ({ count, of }) => `${count} of ${of} found`,
  extra: ({ kind, count }) => `${kind}: ${count} offered`,
  join: 'Count me in',

  promises: 'What was promised',
  before: ({ date }) => `before ${date}`,
  daysLeft: ({ days }) => (days === 1 ? '1 day left' : `${days} days left`),
  today: 'today',
  daysLate: ({ days }) => (days === 1 ? '1 day late' : `${days} days late`),
  kept: 'Done',
  broken: 'Did not work out',
  money: 'The money',
  granted: ({ amount }) => `Granted: ${amount}`,
  spent: ({ amount }) => `Spent: ${amount}`,
  spentOf: ({ spent, granted }) => `${spent} of ${granted} spent`,

  news: 'News',
  noNews: 'There is no news yet.',
  published: 'The idea was posted.',

  remarks: 'What neighbours say',
  for: 'For',
  against: 'Against',
  questions: 'Questions',
  none: 'Nothing yet.',
  neighbour: 'A neighbour',
  remark: 'Write a remark',

  report: 'Report',

  follow: 'Stay informed',
  byMail: 'Follow by e-mail',
  feed: 'News in your feed reader',
  agenda: 'Promised dates in your calendar',

  share: 'Share',
  copied: 'The link was copied.',
  notCopied: ({ link }) => `Copying did not work. This is the link: ${link}`,
};
