import { randomUUID } from 'node:crypto';
import {
  proposalEditProblems,
  roundEditProblems,
  settlementProblems,
  type ProposalEdit,
  type RoundEdit,
  type RoundState,
} from '@buurt/domain/desk/round.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import type { DatabaseTransaction } from '../db/open.js';
import { countRoundIn } from './results.js';
import {
  addRound,
  closeRound,
  openRound,
  withdraw,
  type NewRound,
  type RoundSecret,
} from './round-changes.queries.js';
import {
  cancelRound,
  changeProposal,
  changeRound,
  isNameTaken,
  type EditOutcome,
} from './round-edits.queries.js';
import { currentRoundIn, type RoundRow } from './rounds.queries.js';
import {
  markSettled,
  putOnBallot,
  settleInitiatives,
  takeOffBallot,
  type SettledInitiative,
  type SettleOptions,
} from './settle.queries.js';

/** Where a round stands, for whoever runs it. */
export function roundStateOf({
  phase,
  cancelled,
  settled_at,
}: Pick<RoundRow, 'phase' | 'cancelled' | 'settled_at'>): RoundState {
  if (cancelled) return 'cancelled';
  return settled_at === null ? phase : 'settled';
}

/**
 * The round with this id, where whoever asks may do something; one whose time has come is closed first.
 * @throws {ActRefused} `not-found`
 */
export async function roundWithin(
  db: DatabaseTransaction,
  id: string,
  { buurten = 'all' }: ActContext,
): Promise<RoundRow> {
  const row = await currentRoundIn(db, id);
  if (row && isWithin(buurten, row.buurt_code)) return row;
  throw new ActRefused({ code: 'not-found', kind: 'round', ids: [id] });
}

/** What every act with a round says of it. */
export const ofRound = (
  { by, at }: Pick<ActContext, 'by' | 'at'>,
  row: Pick<RoundRow, 'id' | 'buurt_code'>,
) => ({
  ...{ by, at, buurt: row.buurt_code },
  subject: { kind: 'round' as const, id: row.id },
});

/** Where it stands, it cannot be done. */
export const roundIs = (row: RoundRow): ActRefused =>
  new ActRefused({ code: 'round-is', name: row.name, state: roundStateOf(row) });

function refuseUndone(round: RoundRow, outcome: EditOutcome): void {
  if (outcome !== 'done') throw new ActRefused({ code: 'round-edit', round, outcome });
}

/**
 * Makes a round: its initiatives stand on a ballot from now on, and their makers and followers hear it. Resolves to its id.
 * @throws {ActRefused} `same-name`; `not-found` outside of where they may
 */
export async function makeRound(
  db: DatabaseTransaction,
  round: Omit<NewRound, 'id'> & { readonly id?: string },
  roundSecret: RoundSecret,
  context: ActContext,
): Promise<string> {
  const { buurtCode, name } = round;
  if (!isWithin(context.buurten ?? 'all', buurtCode))
    throw new ActRefused({ code: 'not-found', kind: 'round', ids: [] });
  if (await isNameTaken(db, buurtCode, name))
    throw new ActRefused({ code: 'same-name', buurt: buurtCode, name });
  const { id = randomUUID() } = round;
  await addRound(db, { ...round, id }, roundSecret);
  await putOnBallot(db, { ...round, id }, context.at);
  await recordAct(db, {
    ...{ ...ofRound(context, { id, buurt_code: buurtCode }), name: 'round.made' },
    detail: { proposals: round.proposals.length, budgetCents: round.budgetCents },
  });
  return id;
}

/**
 * Opens a round now, before its time; resolves to the round as it was.
 * @throws {ActRefused} `not-found`; `round-is` when it is not still to come
 */
export async function openRoundNow(
  db: DatabaseTransaction,
  id: string,
  context: ActContext,
): Promise<RoundRow> {
  const row = await roundWithin(db, id, context);
  if (!(await openRound(db, row))) throw roundIs(row);
  await recordAct(db, { ...ofRound(context, row), name: 'round.opened' });
  return row;
}

/**
 * Closes a round now, before its time, for good; resolves to the round as it is then.
 * @throws {ActRefused} `not-found`; `round-is` when it is not open
 */
export async function closeRoundNow(
  db: DatabaseTransaction,
  id: string,
  context: ActContext,
): Promise<RoundRow> {
  const row = await roundWithin(db, id, context);
  if (!(await closeRound(db, row.id))) throw roundIs(row);
  await recordAct(db, { ...ofRound(context, row), name: 'round.closed' });
  return roundWithin(db, id, context);
}

/**
 * Takes a round back for which nobody voted yet.
 * @throws {ActRefused} `not-found`; `round-edit`
 */
export async function cancelRoundNow(
  db: DatabaseTransaction,
  id: string,
  context: ActContext,
): Promise<RoundRow> {
  const row = await roundWithin(db, id, context);
  refuseUndone(row, await cancelRound(db, row.id));
  await takeOffBallot(db, row, context.at);
  await recordAct(db, { ...ofRound(context, row), name: 'round.cancelled' });
  return row;
}

/**
 * Changes the name, the introduction or the times of a round.
 * @throws {ActRefused} `invalid`, `not-found`; `round-edit`
 */
export async function editRound(
  db: DatabaseTransaction,
  id: string,
  edit: RoundEdit,
  context: ActContext,
): Promise<RoundRow> {
  refuseInvalid(roundEditProblems(edit));
  const row = await roundWithin(db, id, context);
  refuseUndone(row, await changeRound(db, row.id, edit));
  const { opensAt, closesAt } = edit;
  await recordAct(db, {
    ...{ ...ofRound(context, row), name: 'round.changed' },
    detail: { ...(opensAt !== undefined && { opensAt }), ...(closesAt !== undefined && { closesAt }) },
  });
  return roundWithin(db, id, context);
}

/**
 * Changes the text or the amount of a proposal, before voting begins.
 * @throws {ActRefused} `invalid`, `not-found`; `round-edit`
 */
export async function editProposal(
  db: DatabaseTransaction,
  [id, proposalId]: readonly [string, string],
  edit: ProposalEdit,
  context: ActContext,
): Promise<RoundRow> {
  refuseInvalid(proposalEditProblems(edit));
  const row = await roundWithin(db, id, context);
  refuseUndone(row, await changeProposal(db, row.id, proposalId, edit));
  await recordAct(db, {
    ...{ ...ofRound(context, row), name: 'proposal.changed' },
    detail: { proposal: proposalId, ...(edit.costCents !== undefined && { costCents: edit.costCents }) },
  });
  return row;
}

/**
 * Takes a proposal out of a vote: it stays to be seen, and cannot be chosen or win.
 * @throws {ActRefused} `not-found`; `round-is` when the round is over
 */
export async function withdrawProposal(
  db: DatabaseTransaction,
  [id, proposalId]: readonly [string, string],
  context: ActContext,
): Promise<RoundRow> {
  const row = await roundWithin(db, id, context);
  if (row.phase === 'closed') throw roundIs(row);
  if (!(await withdraw(db, row.id, proposalId)))
    throw new ActRefused({ code: 'not-found', kind: 'proposal', ids: [proposalId] });
  await takeOffBallot(db, row, context.at, proposalId);
  await recordAct(db, {
    ...{ ...ofRound(context, row), name: 'proposal.withdrawn', detail: { proposal: proposalId } },
  });
  return row;
}

/** What settling a round did. */
export interface SettledRound {
  readonly initiatives: readonly SettledInitiative[];
  readonly proposalCount: number;
}

/**
 * Makes promises of what a closed round granted, once and all at once; the others hear why not.
 * @throws {ActRefused} `invalid`, `not-found`; `round-is` when it is not closed, or was settled before
 */
export async function settleRound(
  db: DatabaseTransaction,
  id: string,
  options: SettleOptions,
  context: ActContext,
): Promise<SettledRound> {
  refuseInvalid(settlementProblems({ who: options.who, dueOn: options.by }));
  const row = await roundWithin(db, id, context);
  if (row.cancelled || !row.closed) throw roundIs(row);
  const counted = await countRoundIn(db, row);
  if (!(await markSettled(db, row.id, context.at))) throw roundIs({ ...row, settled_at: context.at });
  const initiatives = await settleInitiatives(db, counted, options, context.at);
  const granted = initiatives.filter((each) => each.granted).length;
  await recordAct(db, { ...ofRound(context, row), name: 'round.settled', detail: { granted } });
  return { initiatives, proposalCount: counted.round.proposals.length };
}
