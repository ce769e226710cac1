import type { UndeliveredMessages } from './undelivered.messages.js';

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${more}`;

/** The English texts of mails that did not arrive. */
export const en: UndeliveredMessages = {
  title: 'Mails that did not arrive',
  titleOfOne: 'This mail did not arrive',
  lead: 'The mail server did not take these mails. What may still work later is tried again for two days, with longer and longer pauses. What failed for good stays here for a week.',
  loading: 'The mails are on their way …',
  reload: 'Try to load again',
  failed: 'The mails won’t load right now.',
  none: 'There is nothing in this list.',
  waiting: ({ count }) =>
    `${counted(count, 'other mail waits its turn or is', 'other mails wait their turn or are')} on the way.`,
  cut: ({ count, shown }) =>
    `You see ${String(shown)} of the ${String(count)} mails. So many? Then something may be wrong with the mail server.`,
  all: 'See all mails that did not arrive',
  goneOne: 'This mail is not in the list any more.',
  gone: 'This mail has meanwhile been sent or is on the way, or somebody gave it up already.',

  kinds: {
    confirm: 'Asks to confirm an address',
    news: 'News of an initiative',
    digest: 'New initiatives in the neighbourhood',
    receipt: 'An idea came in',
    decision: 'Decision about an idea',
    correction: 'The text of an idea was corrected',
    photo: 'Decision about a photo',
    offer: 'A neighbour wants to join',
    offerReceipt: 'An offer came in',
    answer: 'Answer to an offer',
    login: 'Link to log in',
    handover: 'Asks to take over an initiative',
    handedOver: 'An initiative was taken over',
    ownerLinks: 'Link to one’s own initiative',
    staffDigest: 'What waits, to a colleague',
    lateAnswers: 'Late answers, to a colleague',
    report: 'Report of a remark, to a colleague',
  },
  causes: {
    address: 'The mail server does not know this address. Check whether it is right.',
    full: 'The mailbox is full.',
    refused:
      'The mail server does not want this mail, or does not trust the sender. Does this happen more often? Ask the administrator of your server to look at it.',
    sender:
      'The mail server takes no mail from you. Ask the administrator of your server to check the mail settings.',
    later: 'The mail server asks to try again later.',
    slow: 'The mail server began to answer and then took too long.',
    away: 'The mail server gave no answer.',
    notMade: 'This mail could not be made. Ask the administrator of your server to look in the log.',
    other: 'The mail server did not take this mail.',
  },
  about: ({ title }) => `About “${title}”`,
  to: ({ address }) => `To ${address}`,
  since: ({ when }) => `First tried on ${when}`,
  tries: ({ count }) => `Tried ${counted(count, 'time', 'times')}`,
  next: ({ when }) => `We try again on ${when}, or the morning after.`,
  over: 'We do not try again.',
  reason: 'What the mail server said',
  readOnly: 'You see no addresses. To do something with a mail you need another role.',

  retry: 'Try again',
  drop: 'Do not send any more',
  dropTitle: 'Do you not want to send this mail any more?',
  dropLead: 'The mail is erased and will not go out. You cannot undo this.',
  dropNow: 'Yes, do not send any more',
  cancel: 'Cancel',
  sending: 'One moment …',
  notDone: 'That did not work.',
};
