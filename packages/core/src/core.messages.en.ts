import type { CoreMessages } from './core.messages.js';

export const en: CoreMessages = {
  failures: {
    offline: 'You have no internet right now.',
    unreachable: 'We cannot connect. Please try again in a moment.',
    timeout: 'This is taking too long. Please try again in a moment.',
    busy: 'It is very busy right now. Please try again in a few minutes.',
    later: ({ time }) => `It is very busy right now. Please try again after ${time}.`,
    invalid: 'Something is not right yet.',
    refused: 'This is not allowed here. Please ask the owner of this site.',
    gone: 'This no longer exists.',
    conflict: 'This is no longer possible, because something has changed.',
    'too-big': 'This is too big to send.',
    unsupported: 'We cannot use this kind of file.',
    unreadable: 'We do not understand the answer. Please try again later.',
    server: 'Something went wrong on our side. Please try again later.',
    aborted: 'Stopped.',
  },
};
