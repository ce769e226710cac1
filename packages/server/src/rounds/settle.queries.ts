import { randomUUID } from 'node:crypto';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { ProposalOutcome } from '@buurt/domain/voting/tally-result.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Transaction } from 'kysely';
import type { Tables } from '../db/tables.js';
import { changeStatus, tell } from '../initiatives/follow-up.queries.js';
import { onOneLine } from '../mail/mail-layout.js';
import { longDay } from '../mail/mail-texts.js';
import type { CountedRound } from './results.js';
import { settleMessages } from './settle.messages.js';
import { findVotesWith } from './standing.queries.js';

const amount = (cents: number, currency: string, locale: Locale) =>
  new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
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
  const wordsIn = (locale: Locale) => {
    const [opens = '', closes = ''] = [round.opensAt, round.closesAt].map((each) =>
      longDay(new Date(each), locale),
    );
    return settleMessages[locale].onBallot(named(round), opens, closes);
  };
  for (const each of await initiativesIn(db, round.id))
    if (each.status === 'new' && !each.withdrawn)
      await changeStatus(db, each, { status: 'onBallot', reason: null, wordsIn, at });
}

/** Those that stand in another vote that is not settled stay on the ballot. */
const standsElsewhere = async (db: Transaction<Tables>, initiativeId: string, roundId: string) =>
  (await findVotesWith(db, initiativeId)).some(({ id }) => id !== roundId);

/** Puts initiatives back among the new ones: all of a round that was cancelled, or one that was withdrawn from it. */
export async function takeOffBallot(
  db: Transaction<Tables>,
  round: { readonly id: string; readonly name: string },
  at: Date,
  proposalId?: string,
): Promise<void> {
  const wordsIn = (locale: Locale) =>
    settleMessages[locale][proposalId === undefined ? 'cancelled' : 'offBallot'](named(round));
  for (const each of await initiativesIn(db, round.id, proposalId))
    if (each.status === 'onBallot' && !(await standsElsewhere(db, each.id, round.id)))
      await changeStatus(db, each, { status: 'new', reason: null, wordsIn, at });
}

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

/** Writes that a round is settled; false when it was before. */
export async function markSettled(db: Transaction<Tables>, roundId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set({ settled_at: at })
    .where('id', '=', roundId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Makes of what a closed round came to what becomes of its initiatives: those that won are granted, with a promise of the
 * money; the others are new again, with the reason. Makers and followers hear it by mail. The first way of counting decides.
 */
export async function settleInitiatives(
  db: Transaction<Tables>,
  { round, results }: Pick<CountedRound, 'round' | 'results'>,
  { who, by }: SettleOptions,
  at: Date,
): Promise<SettledInitiative[]> {
  const outcomes = new Map<string, ProposalOutcome>(
    results.tallies[0]?.outcomes.map((each) => [each.proposalId, each]),
  );
  const settled: SettledInitiative[] = [];
  for (const each of await initiativesIn(db, round.id)) {
    const { id, reference, title, status, proposal_id, cost_cents } = each;
    const { granted = false, why } = outcomes.get(proposal_id) ?? {};
    const isOpen = status === 'new' || status === 'onBallot';
    if (granted) {
      await db
        .insertInto('promise')
        .values({
          ...{
            id: randomUUID(),
            initiative_id: id,
            round_id: round.id,
            who,
            what: `Het geld uit ${named(round)}`,
            due_on: by,
            state: 'open',
          },
          ...{ granted_cents: cost_cents, spent_cents: null, revised_at: at },
        })
        .execute();
      const wordsIn = (locale: Locale) =>
        settleMessages[locale].granted(
          named(round),
          amount(cost_cents, round.currency, locale),
          onOneLine(who),
          longDay(new Date(by), locale),
        );
      if (isOpen) await changeStatus(db, each, { status: 'granted', reason: null, wordsIn, at });
      else await tell(db, each, wordsIn, at);
    } else if (isOpen && !(await standsElsewhere(db, id, round.id))) {
      const code = why?.code ?? 'no-votes';
      // On the site, in Dutch as all that is written there.
      const reason = `Het kreeg geen geld in ${named(round)}. ${settleMessages.nl.reasons[code]}`;
      const wordsIn = (locale: Locale) => {
        const t = settleMessages[locale];
        return `${t.noMoney(named(round))} ${t.reasons[code]} ${t.stays}`;
      };
      await changeStatus(db, each, { status: 'new', reason, wordsIn, at });
    }
    settled.push({ reference, title, granted, ...(isOpen ? {} : { stays: status }) });
  }
  return settled;
}
