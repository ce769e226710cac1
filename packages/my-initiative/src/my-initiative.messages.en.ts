import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { MyInitiativeMessages } from './my-initiative.messages.js';

export const en: MyInitiativeMessages = {
  title: 'My initiative',
  loading: 'Your initiative is on its way …',
  failed: 'Your initiative cannot be loaded now.',
  retry: 'Try again',
  noKey: {
    title: 'Open your own link',
    text: 'The link is in the mail that you got when you sent in your idea. It was on the screen after sending, too.',
    wrong:
      'This link does not work. Maybe a part of it is missing, or a new one was made. Call or mail the organisation.',
    lost: 'Mail me my link',
    asked: 'If this address belongs to an initiative, you get a mail.',
  },
  corrected: ({ date }) => `The organisation corrected a typing error in your text on ${date}.`,
  hiddenPhoto: ({ alt }) =>
    alt === ''
      ? 'The organisation does not show a photo with your idea.'
      : `The organisation does not show a photo with your idea: “${alt}”.`,
  number: 'Your number',
  statuses: statusesEn,
  next: {
    waiting: ({ date }) =>
      `The organisation reads your idea, and wants to let you know what happens with it by ${date}.`,
    declined: 'Your idea will not be on the site.',
    hidden: 'Your idea is not on the site now.',
    new: 'Your idea is on the site. Neighbours can support it and join.',
    onBallot: 'The neighbourhood is voting on your initiative.',
    round: ({ name, from, until }) => `“${name}”: from ${from} up to and including ${until}.`,
    granted: 'Your initiative is getting money.',
    underway: 'Your initiative is being worked on.',
    done: 'Your initiative is done.',
    stopped: 'Your initiative does not go ahead.',
  },
  mails: {
    on: 'You get a mail when something happens.',
    unconfirmed: 'You do not get mails yet. Open the link in our first mail and press the button.',
    none: 'We do not mail you. So have a look here now and then.',
  },
  supporters: ({ count }) => (count === 1 ? '1 neighbour supports it' : `${count} neighbours support it`),
  followers: ({ count }) => (count === 1 ? '1 neighbour follows it' : `${count} neighbours follow it`),

  offers: 'Who wants to join',
  noOffers: 'Nobody has offered to join yet.',
  waiting: ({ count }) =>
    count === 1
      ? '1 neighbour is waiting for your answer.'
      : `${count} neighbours are waiting for your answer.`,
  kindNames: { time: 'Time', skill: 'Skill', tools: 'Tools', space: 'Space', network: 'Contacts' },
  neighbour: 'A neighbour',
  erased: 'Name and contact data were erased.',
  outcomes: { joined: 'Joins', declined: 'Not now', withdrawn: 'Took the offer back' },
  yourAnswer: 'Your answer',
  answerTo: ({ name }) => `Answer ${name}`,
  changeAnswerTo: ({ name }) => `Change your answer to ${name}`,

  questions: 'Questions from neighbours',
  noQuestions: 'There are no questions yet.',
  answerQuestion: 'Answer',
  changeAnswer: 'Change your answer',
  byOrganisation: 'Answer from the organisation',

  news: 'News',
  noNews: 'You have not told anything yet.',
  tellNews: 'Tell how it goes',

  needs: 'Help that you ask for',
  noNeeds: 'You do not ask for help now.',
  found: ({ offered, asked }) => `${offered} of ${asked} found`,
  changeNeeds: 'Change what you ask for',

  promises: 'What you were promised',
  promiseStates: { open: 'Under way', kept: 'Done', late: 'Late', broken: 'Cancelled' },
  before: ({ date }) => `before ${date}`,
  granted: ({ amount }) => `${amount} granted`,
  spent: ({ amount }) => `${amount} spent`,

  story: 'Your idea',
  editable: 'You can still change this, until somebody reacts to it.',
  changeTexts: 'Change your idea',

  ending: 'Done, stopping or handing over',
  handingOver: 'Handing over',
  done: 'It is done',
  stop: 'I am stopping',
  handOver: 'Somebody else takes it over',
  handedTo: ({ email, date, until }) =>
    `You asked ${email} on ${date} to take it over. They can answer until ${until}.`,
  notTaken: 'Your neighbour does not take it over. You can ask somebody else.',
  withdraw: 'Take it back',

  link: {
    title: 'Your own link',
    lead: 'This link brings you back here. Whoever has the link can do here all that you can. So give it to nobody.',
    label: 'Your link',
    copy: 'Copy the link',
    copied: 'The link was copied.',
    keep: 'Remember me on this device',
    keepHint: 'Do not do this on a computer that you share.',
    keepFailed: 'This device remembers nothing. Save your link.',
    renew: 'Make a new link',
    renewHint: 'Did somebody else see your link? The old one will not work any more.',
    renewed: 'This is your new link. Save it: the old one does not work any more.',
  },
  sent: {
    offer: 'Your answer was saved.',
    question: 'Your answer is beside the question.',
    news: 'Your news is on the site.',
    needs: 'What you ask for is on the site.',
    texts: 'Your idea was changed.',
    done: 'Your initiative is marked as done.',
    stop: 'Your initiative is marked as stopped.',
    handover: 'Your neighbour gets a mail.',
    withdraw: 'Your question was taken back.',
  },
  partFailed: 'This part cannot be loaded now.',
};
