import type { ProposalEdit, RoundEdit } from '@buurt/domain/desk/round.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { operator } from '../acts/acts.queries.js';
import type { Store } from '../db/open.js';
import { letterCount, type RoundRow } from '../rounds/rounds.queries.js';
import { cancelRoundNow, editProposal, editRound } from '../rounds/rounds.service.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar } from './command-action.js';
import { findRoundByName } from '../rounds/find-round.queries.js';
import { aRound } from './rounds.commands.js';
import { formatMoment } from './describe-round.js';
import { counted, onOneLine } from './table.js';
import { euros, moment, residentTextUpTo } from './parsers.js';

/** How many letters there are that say what the round said until now; printed or not, nobody can tell here. */
async function lettersOf(store: Store, { id }: RoundRow): Promise<number> {
  const { good, voided } = await letterCount(store.db, id);
  return good + voided;
}

const printAgain = (letters: number) =>
  `${counted(letters, 'code')} ${letters === 1 ? 'was' : 'were'} made, so letters may be printed that say what it said until now.`;

async function change(
  store: Store,
  io: OperatorIo,
  at: Date,
  named: string,
  { yes = false, ...edit }: RoundEdit & { yes?: boolean },
): Promise<number> {
  if (Object.keys(edit).length === 0)
    throw new CommandError('Say what to change: --name, --intro, --opens or --closes.');
  const row = await findRoundByName(store, named);
  const letters = await lettersOf(store, row);
  const isLonger =
    Object.keys(edit).join() === 'closesAt' && Date.parse(edit.closesAt ?? '') > row.closes_at.getTime();
  if (letters > 0 && !isLonger && !yes)
    throw new CommandError(
      `${printAgain(letters)} Print them again, or tell residents. Say so with --yes. Nothing was changed.`,
    );
  const after = await store.transaction((db) => editRound(db, row.id, edit, { by: operator, at }));
  io.out(
    `${onOneLine(after.name)}: opens ${formatMoment(after.opens_at.toISOString())}, closes ${formatMoment(after.closes_at.toISOString())}.\n`,
  );
  if (letters > 0 && edit.closesAt !== undefined)
    io.out(
      `${printAgain(letters)} That is ${formatMoment(row.closes_at.toISOString())}: tell residents of the new time.\n`,
    );
  if (row.phase === 'open' && edit.closesAt !== undefined)
    io.out('Votes that were cast count. Who is filling in a ballot is asked to look at the rules again.\n');
  return 0;
}

async function changePlan(
  store: Store,
  io: OperatorIo,
  at: Date,
  [named, proposalId]: readonly [string, string],
  { yes = false, ...edit }: ProposalEdit & { yes?: boolean },
): Promise<number> {
  if (Object.keys(edit).length === 0)
    throw new CommandError('Say what to change: --title, --story or --cost.');
  const row = await findRoundByName(store, named);
  const letters = await lettersOf(store, row);
  if (letters > 0 && !yes && row.phase === 'announced')
    throw new CommandError(
      `${printAgain(letters)} Print them again; with another title, ballots on paper may number the plans in another order. Say so with --yes. Nothing was changed.`,
    );
  await store.transaction((db) => editProposal(db, [row.id, proposalId], edit, { by: operator, at }));
  io.out(`${onOneLine(proposalId)} was changed in ${onOneLine(row.name)}.\n`);
  if (letters > 0) io.out(`${printAgain(letters)} Make them anew with "buurt codes letters".\n`);
  return 0;
}

async function cancel(store: Store, io: OperatorIo, at: Date, named: string, yes = false): Promise<number> {
  const row = await findRoundByName(store, named);
  if (row.phase !== 'closed' && !yes) {
    const letters = await lettersOf(store, row);
    throw new CommandError(
      `${onOneLine(row.name)} is ${row.phase}. Cancelled, it is shown to nobody any more, and that cannot be undone.` +
        `${letters > 0 ? ` ${counted(letters, 'code')} would be worthless.` : ''} Say so with --yes.`,
    );
  }
  await store.transaction((db) => cancelRoundNow(db, row.id, { by: operator, at }));
  io.out(`${onOneLine(row.name)} is cancelled. Residents do not see it any more; its log stays.\n`);
  return 0;
}

interface ChangeOptions {
  readonly name?: string;
  readonly intro?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly yes?: boolean;
}

interface ChangePlanOptions {
  readonly title?: string;
  readonly story?: string;
  readonly cost?: number;
  readonly yes?: boolean;
}

/** Without what was not typed. */
const typedOnly = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;

/** Putting a round right after it was made. */
export function addRoundEditCommands(round: Command, run: CommandRegistrar): void {
  round
    .command('change')
    .description('Change the name, the introduction or the times of a round')
    .addArgument(aRound())
    .option('--name <text>', 'what residents call it', residentTextUpTo(200))
    .option('--intro <text>', 'the introduction', residentTextUpTo(2000))
    .option('--opens <moment>', 'when voting begins; only before it began', moment)
    .option('--closes <moment>', 'when it ends; once it began, only later', moment)
    .option('--yes', 'letters that are printed already say something else')
    .addHelpText(
      'after',
      `
Everything is written in the log of the round. A ballot that is being filled in is held against
the new rules: its voter is told that they changed.

Example:
  buurt round change "Buurtbudget Molenbuurt" --closes "2027-02-07 20:00"`,
    )
    .action((named: string, { name, intro, opens: opensAt, closes: closesAt, yes }: ChangeOptions) =>
      run((store, io, _, clock) =>
        change(store, io, clock(), named, typedOnly({ name, intro, opensAt, closesAt, yes }) as RoundEdit),
      ),
    );
  round
    .command('change-proposal')
    .description('Change the text or the amount of a proposal, before voting begins')
    .addArgument(aRound())
    .argument('<proposal>', 'its id, as "buurt round show" shows it')
    .option('--title <text>', 'its title', residentTextUpTo(200))
    .option('--story <text>', 'its story', residentTextUpTo(20_000))
    .option('--cost <euros>', 'what it costs', euros)
    .option('--yes', 'letters that are printed already say something else')
    .addHelpText(
      'after',
      '\nExample:\n  buurt round change-proposal "Buurtbudget Molenbuurt" K4T-9PX --cost 4500',
    )
    .action((named: string, id: string, { title, story, cost: costCents, yes }: ChangePlanOptions) =>
      run((store, io, _, clock) =>
        changePlan(
          store,
          io,
          clock(),
          [named, id],
          typedOnly({ title, story, costCents, yes }) as ProposalEdit,
        ),
      ),
    );
  round
    .command('cancel')
    .description('Take a round back for which nobody voted yet')
    .addArgument(aRound())
    .option('--yes', 'it is meant')
    .addHelpText('after', '\nExample:\n  buurt round cancel "Buurtbudget 2027" --yes')
    .action((named: string, { yes }: { yes?: boolean }) =>
      run((store, io, _, clock) => cancel(store, io, clock(), named, yes)),
    );
}
