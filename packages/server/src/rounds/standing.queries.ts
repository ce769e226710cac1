import type { Database } from '../db/open.js';

/**
 * The votes in which an initiative stands: those that are still to come, those that run, and those whose result was not settled
 * yet. So long it is on the ballot.
 */
export const findVotesWith = (db: Database, initiativeId: string) =>
  db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .select(['round.id', 'round.name', 'round.closed'])
    .where('initiative_id', '=', initiativeId)
    .where('withdrawn', '=', false)
    .where('cancelled', '=', false)
    .where('settled_at', 'is', null)
    .orderBy('round.name')
    .execute();
