import { BuurtDeskFeed } from './feed-address.js';
import { BuurtDeskMails } from './mails.js';
import { BuurtDeskPeople } from './people.js';
import { BuurtDeskSettings } from './settings.js';

for (const [tag, element] of [
  ['buurt-desk-people', BuurtDeskPeople],
  ['buurt-desk-feed', BuurtDeskFeed],
  ['buurt-desk-mails', BuurtDeskMails],
  ['buurt-desk-settings', BuurtDeskSettings],
] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-people': BuurtDeskPeople;
    'buurt-desk-feed': BuurtDeskFeed;
    'buurt-desk-mails': BuurtDeskMails;
    'buurt-desk-settings': BuurtDeskSettings;
  }
}
