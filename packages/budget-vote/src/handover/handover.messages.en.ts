import type { HandoverMessages } from './handover.messages.js';

export const en: HandoverMessages = {
  lead: 'Scan this code with your other device, or open the link there. Your choice will be ready.',
  without: 'The code from your letter is not in it. You enter it there yourself.',
  whoever: 'Whoever has the link sees your choice.',
  picture: 'QR code with the link to your choice',
  link: 'The link',
  copy: 'Copy the link',
  copied: 'The link has been copied.',
  notCopied: 'Copying does not work here. Please copy the link from the field.',
};
