import { randomUUID } from 'node:crypto';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { NotGranted, ProposalOutcome } from '@buurt/domain/voting/tally-result.js';
import { type Transaction } from 'kysely';
import { CommandError } from '../cli/command-error.js';
import type { Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import { changeStatus, tell } from '../initiatives/follow-up.queries.js';
import { onOneLine } from '../mail/mail-layout.js';
import { longDay } from '../mail/mail-texts.js';
import { countRound } from './results.js';
import type { RoundRow } from './rounds.queries.js';

const amount = (cents: number, currency: string) =>
  new Intl.NumberFormat('nl-NL', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(cents / 100);
const named = ({ name }: { readonly name: string }) => `“${onOneLine(name)}”`;

/** The initiatives of proposals in a round, held, so that nobody changes them meanwhile. */
const initiativesIn = (db: Transaction<Tables>, roundId: string, proposalId?: string) =>
  db
    .selectFrom('initiative')
    .innerJoin('proposal', 'proposal.initiative_id', 'initiative.id')
    .select([
      'initiative.id',
      'initiative.buurt_code',
      'initiative.title',
      'initiative.status',
      'initiative.reference',
    ])
    .select(['proposal.id as proposal_id', 'proposal.cost_cents', 'proposal.withdrawn'])
    .where('proposal.round_id', '=', roundId)
    .$if(proposalId !== undefined, (query) => query.where('proposal.id', '=', proposalId as string))
    .orderBy('initiative.id')
    .forUpdate('initiative')
    .execute();

/** Says of the initiatives in a new round that the buurt votes about them, and tells who follows them. */
export async function putOnBallot(
  db: Transaction<Tables>,
  round: { readonly id: string; readonly name: string; readonly opensAt: string; readonly closesAt: string },
  at: Date,
): Promise<void> {
  const [opens, closes] = [round.opensAt, round.closesAt].map((each) => longDay(new Date(each)));
  const words =
    `Dit initiatief staat op het stembiljet van ${named(round)}. ` +
    `Stemmen kan van ${opens ?? ''} tot en met ${closes ?? ''}.`;
  for (const each of await initiativesIn(db, round.id))
    if (each.status === 'new' && !each.withdrawn)
      await changeStatus(db, each, { status: 'onBallot', reason: null, words, at });
}

/** Those that stand in another vote that is not over stay on the ballot. */
const standsElsewhere = async (db: Transaction<Tables>, initiativeId: string, roundId: string) =>
  (await db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .select('proposal.id')
    .where('initiative_id', '=', initiativeId)
    .where('round.id', '<>', roundId)
    .where('withdrawn', '=', false)
    .where('closed', '=', false)
    .where('cancelled', '=', false)
    .executeTakeFirst()) !== undefined;

/** Puts initiatives back among the new ones: all of a round that was cancelled, or one that was withdrawn from it. */
export async function takeOffBallot(
  db: Transaction<Tables>,
  round: { readonly id: string; readonly name: string },
  at: Date,
  proposalId?: string,
): Promise<void> {
  const words =
    proposalId === undefined
      ? `De stemming ${named(round)} gaat niet door. Dit initiatief staat weer bij de nieuwe ideeën.`
      : `Dit initiatief staat niet meer op het stembiljet van ${named(round)}.`;
  for (const each of await initiativesIn(db, round.id, proposalId))
    if (each.status === 'onBallot' && !(await standsElsewhere(db, each.id, round.id)))
      await changeStatus(db, each, { status: 'new', reason: null, words, at });
}

/** Why a plan got no money (B1). */
const reasons: Readonly<Record<NotGranted['code'], string>> = {
  withdrawn: 'Het plan is teruggetrokken.',
  'no-votes': 'Niemand koos het plan.',
  'below-threshold': 'Te weinig huishoudens kozen het plan.',
  excluded: 'Een ander plan dat hier niet mee samengaat, kreeg geld.',
  'group-full': 'Het geld voor dit soort plannen was op.',
  'does-not-fit': 'Er was niet genoeg geld meer voor het plan.',
  'after-stop': 'Er was niet genoeg geld meer voor het plan.',
  'supporters-short': 'De huishoudens die het plan kozen, hadden samen niet genoeg geld over.',
};

/** What settling did with one initiative. */
export interface SettledInitiative {
  readonly reference: string;
  readonly title: string;
  readonly granted: boolean;
  /** Where it stood already, so that its status was left as it is. */
  readonly stays?: InitiativeStatus;
}

export interface SettleOptions {
  /** Who promises the money. */
  readonly who: string;
  /** By when, `YYYY-MM-DD`. */
  readonly by: string;
}

/**
 * Makes of what a closed round came to what becomes of its initiatives, once and all at once: those that won are granted,
 * with a promise of the money; the others are new again, with the reason. Makers and followers hear it by mail. The first
 * way of counting decides.
 * @throws {CommandError} when it is not closed, was cancelled, or was settled before
 */
export async function settleRound(
  store: Store,
  row: RoundRow,
  { who, by }: SettleOptions,
  at: Date,
): Promise<SettledInitiative[]> {
  const name = onOneLine(row.name);
  if (row.cancelled || !row.closed)
    throw new CommandError(
      `${name} is ${row.cancelled ? 'cancelled' : 'not closed yet'}. Nothing was changed.`,
    );
  const { round, results } = await countRound(store, row);
  const outcomes = new Map<string, ProposalOutcome>(
    results.tallies[0]?.outcomes.map((each) => [each.proposalId, each]),
  );
  return store.transaction(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('round')
      .set({ settled_at: at })
      .where('id', '=', row.id)
      .where('settled_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new CommandError(`${name} was settled before. Nothing was changed.`);
    const settled: SettledInitiative[] = [];
    for (const each of await initiativesIn(db, row.id)) {
      const { id, reference, title, status, proposal_id, cost_cents } = each;
      const { granted = false, why } = outcomes.get(proposal_id) ?? {};
      const money = amount(cost_cents, round.currency);
      const isOpen = status === 'new' || status === 'onBallot';
      if (granted) {
        await db
          .insertInto('promise')
          .values({
            ...{
              id: randomUUID(),
              initiative_id: id,
              round_id: row.id,
              who,
              what: `Het geld uit ${named(round)}`,
              due_on: by,
              state: 'open',
            },
            ...{ granted_cents: cost_cents, spent_cents: null, revised_at: at },
          })
          .execute();
        const words = `Dit initiatief krijgt ${money} uit ${named(round)}. ${onOneLine(who)} zorgt uiterlijk ${longDay(new Date(by))} voor het geld.`;
        if (isOpen) await changeStatus(db, each, { status: 'granted', reason: null, words, at });
        else await tell(db, each, words, at);
      } else if (isOpen && !(await standsElsewhere(db, id, row.id))) {
        const because = reasons[why?.code ?? 'no-votes'];
        const reason = `Het kreeg geen geld in ${named(round)}. ${because}`;
        const words = `Dit initiatief kreeg geen geld in ${named(round)}. ${because} Het blijft op de site staan: buren kunnen het nog steunen en meedoen.`;
        await changeStatus(db, each, { status: 'new', reason, words, at });
      }
      settled.push({ reference, title, granted, ...(isOpen ? {} : { stays: status }) });
    }
    return settled;
  });
}
