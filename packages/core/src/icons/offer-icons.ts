import { svg } from 'lit';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { icon, type Icon } from './icon.js';

/** One drawing for each kind of help. */
export const offerIcons: Readonly<Record<OfferKind, Icon>> = {
  time: icon('offer-time', svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`),
  skill: icon(
    'offer-skill',
    svg`<path d="M12 3.5l2.4 5.3 5.8.6-4.3 3.9 1.2 5.7L12 16.1 6.9 19l1.2-5.7L3.8 9.4l5.8-.6z"/>`,
  ),
  tools: icon('offer-tools', svg`<path d="M4 9.5h16V19H4zM8.5 9.5V6h7v3.5M4 13.5h16M12 12v3"/>`),
  space: icon(
    'offer-space',
    svg`<path d="M4 11l8-6.5L20 11"/><path d="M6 9.5V20h12V9.5"/><path d="M10 20v-5.5h4V20"/>`,
  ),
  network: icon(
    'offer-network',
    svg`<circle cx="12" cy="6" r="2.5"/><circle cx="5.5" cy="17" r="2.5"/><circle cx="18.5" cy="17" r="2.5"/><path d="M10.8 8.2L6.7 14.8M13.2 8.2l4.1 6.6M8 17h8"/>`,
  ),
};
