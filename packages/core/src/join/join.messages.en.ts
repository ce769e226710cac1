import type { JoinMessages } from './join.messages.js';

export const en: JoinMessages = {
  offer: {
    title: 'Count me in',
    lead: 'You need no account. The person behind this gets in touch with you.',
    send: 'Count me in',
    sent: 'How nice that you join! The person behind this gets your message.',
  },
  remark: {
    title: 'Write a remark',
    lead: 'Somebody reads your remark before others see it.',
    send: 'Send your remark',
    sent: 'Thank you! Somebody reads your remark before others see it.',
  },
  report: {
    title: 'Report a remark',
    lead: 'Should a remark not be here? The organisation will look at it.',
    send: 'Send your report',
    sent: 'Thank you. The organisation will look at it.',
  },
  follow: {
    title: 'Follow by e-mail',
    lead: 'You get a mail when there is news. Every mail has a way to stop.',
    send: 'I want to follow this',
    sent: 'Look in your mail. Open the link and press the button: then you follow this. Do you follow it already? Then no mail comes.',
  },
  kinds: 'What do you bring?',
  kindNames: { time: 'Time', skill: 'Talent', tools: 'Things', space: 'Space', network: 'Contacts' },
  wanted: 'wanted',
  examples: {
    time: 'Help for a few hours',
    skill: 'Something you are good at',
    tools: 'Tools or materials',
    space: 'A place, shed or hall',
    network: 'Knowing somebody who can help',
  },
  words: 'Tell a little about it',
  wordsHint: 'For example: I can help with the woodwork on Saturday.',
  name: 'Your name',
  contact: 'Your e-mail address or telephone number',
  contactHint: 'Only the person behind this and the organisation see it.',

  stance: 'What kind of remark is it?',
  stances: { for: 'I am for it', against: 'I am against it', question: 'I have a question' },
  text: 'Your remark',
  remarkName: 'Your name',
  remarkNameHint: 'It stands with your remark.',

  reason: 'What is wrong with it?',

  email: 'Your e-mail address',
  emailHint: 'We use your address for this only. When you stop, we erase it.',

  optional: 'optional',
  cancel: 'Not now',
  ready: 'Ready',
  sending: 'One moment …',
  problems: 'Something is still needed',
  failed: 'It was not sent. What you wrote is still here.',
  ended: 'Joining is no longer possible, because this has ended.',
  serverSays: ({ detail }) => `The server says: ${detail}`,
  required: {
    kinds: 'Choose at least one thing.',
    name: 'Fill in your name.',
    contact: 'Fill in your e-mail address or telephone number.',
    stance: 'Choose what kind of remark it is.',
    text: 'Write your remark in a few words.',
    reason: 'Write what is wrong.',
    email: 'Fill in your whole e-mail address, such as name@example.com.',
  },
  tooShort: ({ limit }) => `Write at least ${limit} characters.`,
  tooLong: ({ over }) =>
    over === 1 ? 'Make this 1 character shorter.' : `Make this ${over} characters shorter.`,
  wrong: 'Something is not right here.',
};
