import type { JoinMessages } from './join.messages.js';

export const en: JoinMessages = {
  offer: {
    title: 'Count me in',
    lead: 'You don’t need an account. Your message is for the person behind this. The organisation reads along.',
    send: 'Count me in',
    sent: 'Great that you want to join! The person behind this and the organisation can read your message.',
  },
  remark: {
    title: 'Write a comment',
    lead: 'We read your comment before others see it.',
    send: 'Send your comment',
    sent: 'Thank you! We read your comment before others see it.',
  },
  report: {
    title: 'Report a comment',
    lead: 'Doesn’t a comment belong here? The organisation will look at it.',
    send: 'Send your report',
    sent: 'Thank you. The organisation will look at it.',
  },
  follow: {
    title: 'Follow by e-mail',
    lead: 'We’ll e-mail you when there is news. You can stop from any e-mail.',
    send: 'I want to follow this',
    sent: 'Almost done. Open the link in the e-mail that we sent you and confirm there. Already following? Then you won’t get one.',
  },
  followBuurtLead:
    'We’ll e-mail you when there is news about an initiative. About new initiatives we e-mail you once a day at most. You can stop from any e-mail.',
  kinds: 'How would you like to help?',
  kindNames: { time: 'Time', skill: 'Skills', tools: 'Equipment', space: 'Space', network: 'Contacts' },
  wanted: 'needed',
  examples: {
    time: 'Help for a few hours',
    skill: 'Something you are good at',
    tools: 'Tools or materials',
    space: 'A place, shed or hall',
    network: 'People you know who can help',
  },
  message: 'Tell us a bit more',
  messageHint: 'For example: I can help with the woodwork on Saturday.',
  name: 'Your name',
  contact: 'Your e-mail address or phone number',
  contactHint: 'Only the person behind this and the organisation see it.',

  stance: 'What kind of comment is it?',
  stances: { for: 'I am for it', against: 'I am against it', question: 'I have a question' },
  text: 'Your comment',
  remarkName: 'Your name',
  remarkNameHint: 'Shown with your comment.',

  reason: 'What is wrong with it?',

  email: 'Your e-mail address',
  emailHint: 'We only use your address for this. When you stop, we delete it.',

  optional: 'optional',
  cancel: 'Not now',
  ready: 'Done',
  sending: 'One moment …',
  problems: 'Please fill this in',
  failed: 'It was not sent. What you wrote is still here.',
  ended: 'You can’t join any more, because this has ended.',
  serverSays: ({ detail }) => `${detail}`,
  required: {
    kinds: 'Choose how you’d like to help.',
    name: 'Fill in your name.',
    contact: 'Fill in your e-mail address or phone number.',
    stance: 'Choose what kind of comment it is.',
    text: 'Write your comment in a few words.',
    reason: 'Write what is wrong.',
    email: 'Fill in your whole e-mail address, such as name@example.com.',
  },
  reach: {
    email: 'Write your e-mail address like name@example.com',
    phone: 'Write your number like 06 12345678',
    either: 'Write your e-mail address like name@example.com, or your number like 06 12345678',
  },
  tooShort: ({ limit }) => `Write at least ${limit} characters.`,
  tooLong: ({ over }) =>
    over === 1 ? 'Make this 1 character shorter.' : `Make this ${over} characters shorter.`,
  wrong: 'Please check this answer.',
};
