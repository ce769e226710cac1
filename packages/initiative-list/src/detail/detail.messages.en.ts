import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { DetailMessages } from './detail.messages.js';

const wanted =
  (one: string, more: string) =>
  ({ count }: { count: number }) =>
    count === 1 ? `1 more ${one} needed` : `${count} more ${more} needed`;

const wantedWith = (what: string) => wanted(`neighbour with ${what}`, `neighbours with ${what}`);

export const en: DetailMessages = {
  title: 'Initiative',
  close: 'Close',
  loading: 'Loading the whole story …',
  failed: 'The whole story won’t load right now.',
  gone: 'This initiative is no longer here.',
  from: ({ time }) => `This is from ${time}.`,
  retry: 'Try again',

  stages: 'Progress',
  stage: statusesEn,
  now: 'now',
  why: 'Explanation:',

  story: 'The story',
  by: ({ name }) => `Idea by ${name}`,
  byNeighbour: 'A neighbour’s idea',
  assets: 'What’s already there',
  joiners: 'Who could join',
  cost: ({ min, max }) => `Cost: between ${min} and ${max}`,
  costAbout: ({ amount }) => `Cost: about ${amount}`,
  photos: 'Photos',
  place: 'Where it is',
  map: ({ place }) => `Map of the neighbourhood, with the place: ${place}`,
  mapWithout: 'Map of the neighbourhood, with the place',

  help: 'Who’s taking part?',
  joined: ({ count }) =>
    count === 0
      ? 'Nobody yet. Will you be the first?'
      : count === 1
        ? '1 neighbour is taking part.'
        : `${count} neighbours are taking part.`,
  wanted: {
    time: wantedWith('time'),
    skill: wanted('skilled neighbour', 'skilled neighbours'),
    tools: wantedWith('equipment'),
    space: wantedWith('space'),
    network: wantedWith('useful contacts'),
  },
  enough: ({ kind }) => `${kind}: covered`,
  offered: ({ count, of }) => `${count} of ${of} found`,
  extra: ({ kind, count }) => `${kind}: ${count} offered`,
  join: 'Count me in',

  promises: 'What was agreed',
  before: ({ date }) => `before ${date}`,
  daysLeft: ({ days }) => (days === 1 ? '1 day left' : `${days} days left`),
  today: 'today',
  daysLate: ({ days }) => (days === 1 ? '1 day late' : `${days} days late`),
  kept: 'Done',
  broken: 'Didn’t work out',
  money: 'The money',
  granted: ({ amount }) => `Granted: ${amount}`,
  spent: ({ amount }) => `Spent: ${amount}`,
  spentOf: ({ spent, granted }) => `${spent} of ${granted} spent`,

  news: 'News',
  noNews: 'There is no news yet.',
  published: 'The initiative was published.',

  remarks: 'What neighbours say',
  for: 'For',
  against: 'Against',
  questions: 'Questions',
  none: 'No comments yet.',
  neighbour: 'A neighbour',
  answers: { maker: 'Answer from the person behind this', organisation: 'Answer from the organisation' },
  unanswered: 'No answer yet',
  remark: 'Write a comment',

  report: 'Report',

  follow: 'Stay informed',
  byMail: 'Follow by e-mail',
  feed: 'Follow in a news reader (RSS)',
  agenda: 'Add the agreed dates to your calendar',

  share: 'Share',
  copied: 'The link was copied.',
  notCopied: ({ link }) => `Copying didn’t work. Copy the link yourself: ${link}`,
};
