import type { HandoverMessages } from './handover.messages.js';

export const en: HandoverMessages = {
  lead: 'Scan this code with your other device, or open the link there. Your choice will be ready.',
  without: 'It doesn’t include the code from your letter. You’ll enter that there yourself.',
  whoever: 'Anyone with the link can see your choice.',
  picture: 'QR code with the link to your choice',
  link: 'The link',
  copy: 'Copy the link',
  copied: 'The link has been copied.',
  notCopied: 'Copying doesn’t work here. Please copy the link from the field.',
};
