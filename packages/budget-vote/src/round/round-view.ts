import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import type { BudgetVoteMessages } from '../budget-vote.messages.js';
import type { ServerClock } from './server-clock.js';

/** What every screen shows. */
export interface ProposalsView {
  readonly t: BudgetVoteMessages & CoreMessages;
  readonly locale: 'nl' | 'en';
  readonly headingLevel: number;
  readonly round: Round;
  readonly clock: ServerClock;
  /** The proposals in the order of this visitor. */
  readonly ordered: readonly Proposal[];
  readonly lines: readonly BallotLine[];
}

/** An amount in the currency of the round. */
export const amount = (
  { round: { currency }, locale }: Pick<ProposalsView, 'round' | 'locale'>,
  cents: number,
): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** What a theme or a part of the area is called; its key where the round does not say. */
export const groupName = ({ groupNames }: Round, key: string): string =>
  Object.hasOwn(groupNames, key) ? (groupNames[key] ?? key) : key;

export const proposalOf = ({ proposals }: Round, id: string): Proposal | undefined =>
  proposals.find((each) => each.id === id);

/** A name for elements that belong to a proposal: its place in the round, since an id may hold any sign. */
export const proposalElementId = ({ proposals }: Round, proposal: Proposal): string =>
  `p${String(proposals.indexOf(proposal))}`;

export const isChosen = (lines: readonly BallotLine[], { id }: Proposal): boolean =>
  lines.some(({ proposalId }) => proposalId === id);
