import { svg, type TemplateResult } from 'lit';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { icon, type Icon } from '../icons/icon.js';

type OfEach<T> = Readonly<Record<InitiativeStatus, T>>;

const circle = svg`<circle cx="12" cy="12" r="8.5"/>`;

/** One drawing for each status, without anything around it. */
export const statusGlyphs: OfEach<TemplateResult> = {
  new: svg`<path d="M12 4v4M12 16v4M4 12h4M16 12h4M6.5 6.5l2.5 2.5M15 15l2.5 2.5M17.5 6.5L15 9M9 15l-2.5 2.5"/>`,
  onBallot: svg`<path d="M4 13v6.5h16V13l-2.5-3.5H15M9 9.5H6.5L4 13h16M9.5 7.5l2.5 2.5 4.5-5.5"/>`,
  granted: svg`<path d="M15.5 8.5a4.2 4.2 0 1 0 0 7M7 11h5M7 13.5h5"/>`,
  underway: svg`<path d="M13.5 8.5l-8.7 8.7a1.4 1.4 0 0 0 2 2l8.7-8.7M11.5 6.5l3-3 6 6-3 3-2-2-2.5-.5-.5-2z"/>`,
  done: svg`<path d="M8 12.5l2.8 2.8L16 9.5"/>`,
  declined: svg`<path d="M9 9l6 6M15 9l-6 6"/>`,
};

const round = (status: InitiativeStatus) => icon(`status-${status}`, svg`${circle}${statusGlyphs[status]}`);
const bare = (status: InitiativeStatus) => icon(`status-${status}`, statusGlyphs[status]);

/** The same as an icon beside words. */
export const statusIcons: OfEach<Icon> = {
  new: bare('new'),
  onBallot: bare('onBallot'),
  granted: round('granted'),
  underway: bare('underway'),
  done: round('done'),
  declined: round('declined'),
};
