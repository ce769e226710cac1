import type { IdeaReceiptMessages } from './idea-receipt.messages.js';

export const en: IdeaReceiptMessages = {
  page: 'Open your own page',
  pageWhy:
    'There you see who wants to join, and tell how it goes. Keep the link, and give it to nobody: whoever has it can do that too.',
  refresh: 'Look again',
  stateFailed: 'We can’t see how it’s doing right now. Please try again later.',
  copy: 'Keep a copy',
  copyName: 'my-idea',
};
