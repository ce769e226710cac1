import type { MakerFormMessages } from './maker-form.messages.js';

export const en: MakerFormMessages = {
  offer: {
    title: ({ name }) => `Answer ${name}`,
    mailed: 'Your neighbour gets your answer by mail.',
    called: 'Call or message your neighbour yourself. Here you only say whether they join.',
  },
  question: { title: 'Answer', lead: 'Everybody sees your answer, beside the question.' },
  news: {
    title: 'Tell how it goes',
    lead: 'This is on the site at once. Whoever follows your initiative gets a mail.',
  },
  texts: { title: 'Change your idea', lead: 'This is what will be on the site.' },
  needs: {
    title: 'How many neighbours do you need?',
    lead: 'An empty box or 0: you do not ask for that.',
  },
  done: { title: 'It is done', lead: 'After that nobody can support it or join any more.' },
  stop: { title: 'I am stopping', lead: 'Write why. It will be on the site.' },
  labels: {
    text: {
      offer: 'Your message',
      question: 'Your answer',
      news: 'Your news',
      done: 'Do you want to thank somebody?',
      stop: 'Why are you stopping?',
    },
    title: 'Title',
    story: 'Your story',
    time: 'Time',
    skill: 'Skill',
    tools: 'Tools',
    space: 'Space',
    network: 'Contacts',
  },
  optional: 'optional',
  submits: {
    joined: 'Yes, join us',
    declined: 'Not now',
    send: 'Send',
    save: 'Save',
    done: 'It is done',
    stop: 'I am stopping',
  },
  cancel: 'Cancel',
  sending: 'One moment …',
  problems: 'Please check this',
  failed: 'It was not sent. What you wrote is still there.',
  gone: 'This is not there any more, or your link is old. Open your newest link.',
  conflict: 'This cannot be done now, because something has changed.',
  required: 'Fill this in.',
  tooShort: ({ limit }) => `Write at least ${limit} characters.`,
  tooLong: ({ over }) =>
    over === 1 ? 'Make this 1 character shorter.' : `Make this ${over} characters shorter.`,
  outOfRange: ({ limit }) => `Choose a number from 0 to ${limit}.`,
  wrong: 'Please look at this again.',
};
