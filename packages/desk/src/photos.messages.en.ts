import type { PhotosMessages } from './photos.messages.js';

/** The English texts of the photos of an idea, at the desk. */
export const en: PhotosMessages = {
  hide: 'Hide this photo',
  show: 'Show this photo again',
  hidden: ({ when }) => `Hidden on ${when}`,
  reason: ({ reason }) => `Reason: ${reason}`,
  title: 'Why do you hide this photo?',
  lead: 'Neighbours do not see the photo then, not with news or in a vote either. The person behind the idea reads your reason, and gets an e-mail if they get e-mails from us.',
  label: 'Reason for the person behind it',
  send: 'Hide the photo',
  sending: 'One moment …',
  cancel: 'Cancel',
  done: { hidden: 'The photo is hidden.', shown: 'The photo can be seen again.' },
  problem: 'Something is not right',
  required: 'Write why. The person behind the idea wants to know.',
  tooLong: ({ over }) =>
    over === 1
      ? 'This reason is 1 character too long.'
      : `This reason is ${String(over)} characters too long.`,
  notSent: 'It did not work.',
};
