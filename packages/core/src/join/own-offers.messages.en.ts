import type { OwnOffersMessages } from './own-offers.messages.js';

export const en: OwnOffersMessages = {
  offered: ({ date }) => `You want to join. You sent that on ${date} from this device.`,
  withdraw: 'Take my offer back',
  withdrawing: 'One moment …',
  means: 'Can’t you after all? Take it back. Then we erase your name, how to reach you and what you wrote.',
  withdrawn: 'Your offer is taken back. Your name, how to reach you and what you wrote are erased.',
  failed: 'Your offer has not been taken back yet.',
};
