import type { LoginMessages } from './login.messages.js';

export const en: LoginMessages = {
  title: 'Log in',
  lead: 'Enter your work e-mail address. You will get a mail with a link to log in.',
  email: 'Your e-mail address',
  emailWrong: 'Enter an e-mail address, such as noor@corporatie.nl.',
  send: 'Send me a link',
  sending: 'Working …',
  failed: 'That did not work.',
  problem: 'Something is not right',
  account: {
    logIn: 'Log in with your work account',
    where: ({ name }) => `You go to ${name}. After that you come back here.`,
    orLink:
      'Does that not work? Then enter your work e-mail address. You will get a mail with a link to log in.',
  },
  asked: {
    title: 'Check your mail',
    text: ({ email }) =>
      `If ${email} is known here, a mail is on its way. The link in it works for fifteen minutes, and once.`,
    none: 'No mail? Look in your junk folder. Otherwise ask your operator whether you have been invited.',
    again: 'Enter another address',
  },
  link: {
    title: 'Welcome back',
    text: 'You opened a link to log in.',
    logIn: 'Log in',
    refused: 'This link no longer works. A link works for fifteen minutes, and once. Log in again below.',
  },
};
