import type { CoreMessages } from './core.messages.js';

export const en: CoreMessages = {
  failures: {
    offline: 'You have no internet right now.',
    unreachable: 'We can’t connect. Please try again in a moment.',
    timeout: 'This is taking too long. Please try again in a moment.',
    busy: 'It is very busy right now. Please try again in a few minutes.',
    later: ({ time }) => `It is very busy right now. Please try again after ${time}.`,
    invalid: 'Something isn’t right yet. Please check it and try again.',
    refused: 'This isn’t possible here. Please call or e-mail us.',
    gone: 'This is no longer here. Please reload the page.',
    conflict: 'This is no longer possible, because something has changed. Please reload the page.',
    'too-big': 'This is too big to send. Please make it smaller.',
    unsupported: 'We can’t use this kind of file. Please choose another.',
    unreadable: 'Something went wrong while loading. Please try again later.',
    server: 'Something went wrong on our side. Please try again later.',
    aborted: 'Stopped. You can try again.',
  },
};
