import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { ruleProblemSentence } from '@buurt/domain/rounds/rule-sentences.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { Argument, type Command } from 'commander';
import { operator } from '../acts/acts.queries.js';
import type { OperatorIo } from './operator-socket.js';
import { groupNamesFor, readDraft, usualTallies } from '../rounds/round-draft.js';
import { findProposalCandidates } from '../rounds/draft.queries.js';
import { countRound } from '../rounds/results.js';
import { createRoundSecret } from '../secrets/credential-hash.js';
import { findingsIn } from '../rounds/verify.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Store } from '../db/open.js';
import {
  closeRoundNow,
  makeRound,
  openRoundNow,
  settleRound,
  withdrawProposal,
} from '../rounds/rounds.service.js';
import { rowsOfRound } from '../rounds/round-rows.queries.js';
import { letterCount, listAllRounds, roundOf } from '../rounds/rounds.queries.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import { jsonOf, withNewFile } from './files.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar, CredentialHasherLookup } from './command-action.js';
import { findRoundByName, stateOf } from '../rounds/find-round.queries.js';
import { euro, describeResult, describeRound, formatMoment } from './describe-round.js';
import { counted, onOneLine, table } from './table.js';
import { calendarDate, euros, moment, residentTextUpTo } from './parsers.js';

export const aRound = (): Argument => new Argument('<round>', 'name or id of a round');

interface DraftOptions {
  readonly buurt: string;
  readonly name?: string;
  readonly budget: number;
  readonly opens: string;
  readonly closes: string;
  readonly out: string;
}

async function writeDraft(store: Store, io: OperatorIo, options: DraftOptions): Promise<number> {
  const { code, name: buurtName, settings } = await findBuurtByName(store.db, options.buurt);
  const { name = `Buurtbudget ${buurtName}`, budget, opens, closes, out } = options;
  const proposals = await findProposalCandidates(store.db, code);
  if (proposals.length === 0)
    throw new CommandError(`${buurtName} has no published initiative that is new and has a cost.`);
  const draft = {
    ...{
      buurt: code,
      name,
      intro: '',
      budgetCents: budget,
      currency: 'EUR',
      opensAt: opens,
      closesAt: closes,
    },
    ...{ rules: { expression: 'approve', spendCents: { max: budget } }, tallies: usualTallies },
    ...{ groupNames: groupNamesFor(proposals, settingsOf({ name: buurtName, settings })), proposals },
  };
  await withNewFile(io, out, `${JSON.stringify(draft, null, 2)}\n`, (path) => {
    io.out(
      `${counted(proposals.length, 'proposal')} written to ${path}. Read it, change it, then: buurt round make\n`,
    );
    return Promise.resolve();
  });
  return 0;
}

/** The title of the proposal that a pointer into a draft is about, in brackets; nothing when it is about none. */
function about(json: unknown, pointer: string): string {
  const [, index = ''] = /^\/proposals\/(\d+)/.exec(pointer) ?? [];
  const proposals = (json as { proposals?: unknown } | null)?.proposals;
  const proposal: unknown = Array.isArray(proposals) && index !== '' ? proposals[Number(index)] : undefined;
  const title = (proposal as { title?: unknown } | null | undefined)?.title;
  return typeof title === 'string' && title.trim() !== '' ? ` (${onOneLine(title)})` : '';
}

function said(problems: readonly Problem[], json: unknown, currency: string): string {
  return problems
    .map((problem) => `  ${ruleProblemSentence(problem, currency)}${about(json, problem.pointer)}\n`)
    .join('');
}

async function make(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  at: Date,
  file: string,
): Promise<number> {
  const json = await jsonOf(io, file);
  const read = await readDraft(store.db, json, at);
  if ('problems' in read) {
    const currency = (json as { currency?: unknown } | null)?.currency;
    const known = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'EUR';
    io.err(`The round was not made. In ${file}:\n${said(read.problems, json, known)}`);
    return 1;
  }
  const { buurt, ...draft } = read.draft;
  const { code } = await findBuurtByName(store.db, buurt);
  const roundSecret = createRoundSecret(await findHasher());
  const id = await store.transaction((db) =>
    makeRound(db, { ...draft, buurtCode: code }, roundSecret, { by: operator, at }),
  );
  io.out(
    `${onOneLine(draft.name)} was made: ${id}\n${counted(draft.proposals.length, 'proposal')}, ` +
      `${euro(draft.budgetCents, draft.currency)}. Opens ${formatMoment(draft.opensAt)}. Next: buurt codes make\n`,
  );
  return 0;
}

async function list(store: Store, io: OperatorIo, buurt: string | undefined): Promise<number> {
  const rounds = await listAllRounds(
    store,
    buurt === undefined ? undefined : (await findBuurtByName(store.db, buurt)).code,
  );
  if (rounds.length === 0) io.out('No rounds.\n');
  else
    io.out(
      table(
        ['id', 'buurt', 'phase', 'opens', 'closes', 'budget', 'name'],
        rounds.map((each) => [
          ...[each.id, each.buurtCode, stateOf(each), dutchDay(each.opensAt), dutchDay(each.closesAt)],
          ...[euro(each.budgetCents, each.currency), each.name],
        ]),
      ),
    );
  return 0;
}

async function show(store: Store, io: OperatorIo, named: string): Promise<number> {
  const row = await findRoundByName(store, named);
  const round = await roundOf(store.db, row);
  io.out(describeRound(round, stateOf(row), await letterCount(store.db, row.id)));
  if (row.closed) io.out(describeResult(round, (await countRound(store, row)).results));
  return 0;
}

async function openNow(store: Store, io: OperatorIo, at: Date, named: string): Promise<number> {
  const row = await findRoundByName(store, named);
  if (row.phase !== 'announced') throw new CommandError(`${onOneLine(row.name)} is ${stateOf(row)} already.`);
  await store.transaction((db) => openRoundNow(db, row.id, { by: operator, at }));
  io.out(`${onOneLine(row.name)} is open until ${formatMoment(row.closes_at.toISOString())}.\n`);
  return 0;
}

async function closeNow(store: Store, io: OperatorIo, at: Date, named: string, yes = false): Promise<number> {
  const row = await findRoundByName(store, named);
  const name = onOneLine(row.name);
  if (row.phase !== 'open') throw new CommandError(`${name} is not open: it is ${stateOf(row)}.`);
  if (!yes)
    throw new CommandError(
      `${name} would have closed ${formatMoment(row.closes_at.toISOString())}. Closing it now cannot be undone: ` +
        'letters may still be on a kitchen table. Say so with --yes.',
    );
  const after = await store.transaction((db) => closeRoundNow(db, row.id, { by: operator, at }));
  io.out(
    `${name} closed at ${formatMoment(after.closes_at.toISOString())}. "buurt round show" tells the result.\n`,
  );
  return 0;
}

async function withdraw(store: Store, io: OperatorIo, at: Date, named: string, id: string): Promise<number> {
  const row = await findRoundByName(store, named);
  if (row.phase === 'closed')
    throw new CommandError(
      `${onOneLine(row.name)} is ${row.cancelled ? 'cancelled' : 'closed: its result stands'}. Nothing was changed.`,
    );
  await store.transaction((db) => withdrawProposal(db, [row.id, id], { by: operator, at }));
  io.out(`${onOneLine(id)} is withdrawn: it stays to be seen, and cannot be chosen or win.\n`);
  return 0;
}

async function settle(
  store: Store,
  io: OperatorIo,
  at: Date,
  named: string,
  { by, who }: { readonly by: string; readonly who?: string },
): Promise<number> {
  const row = await findRoundByName(store, named);
  const buurt = await findBuurtByName(store.db, row.buurt_code);
  const promises = who ?? settingsOf(buurt).organisation.name.trim();
  if (promises === '') throw new CommandError('Say who promises the money, with --who. Nothing was changed.');
  if (row.cancelled || !row.closed)
    throw new CommandError(
      `${onOneLine(row.name)} is ${row.cancelled ? 'cancelled' : 'not closed yet'}. Nothing was changed.`,
    );
  const { initiatives, proposalCount } = await store.transaction((db) =>
    settleRound(db, row.id, { who: promises, by }, { by: operator, at }),
  );
  for (const { reference, title, granted, stays } of initiatives)
    io.out(
      `${reference} ${onOneLine(title)}: ${granted ? 'granted, with a promise of the money' : 'no money'}` +
        `${stays === undefined ? '' : `; its status stays ${stays}`}.\n`,
    );
  const without = proposalCount - initiatives.length;
  if (without > 0) io.out(`${counted(without, 'proposal')} without an initiative: nothing to settle.\n`);
  io.out('Makers and followers hear it by mail.\n');
  return 0;
}

async function verify(store: Store, io: OperatorIo, named: string): Promise<number> {
  const row = await findRoundByName(store, named);
  const rows = await rowsOfRound(store, row.id);
  const findings = findingsIn(rows);
  for (const { table: where, row: which, what } of findings)
    io.err(`${where} ${onOneLine(which)}: ${what}\n`);
  if (findings.length > 0) {
    io.err(`${counted(findings.length, 'thing')} not as the log tells.\n`);
    return 1;
  }
  // How many lines there are would tell how many voted.
  const head = rows.log.at(-1)?.hash ?? '';
  io.out(`Everything is as the log tells, and the log is whole.\nHead: ${head}\n`);
  return 0;
}

function addMaking(parent: Command, run: CommandRegistrar): void {
  parent
    .command('plan')
    .description('Write a file for a new round, with the initiatives of a buurt that have a cost')
    .requiredOption('--buurt <buurt>', 'code or name of the buurt')
    .requiredOption('--budget <euros>', 'the money to divide', euros)
    .requiredOption('--opens <moment>', 'when voting begins, as "2027-01-10 09:00"', moment)
    .requiredOption('--closes <moment>', 'when it ends', moment)
    .option('--name <text>', 'what residents call it', residentTextUpTo(longestFromOperator.roundName))
    .option('--out <file>', 'the file', 'round.json')
    .addHelpText(
      'after',
      `
The file has everything that can be set: the introduction, a remark by each proposal, rules of the
ballot, ways of counting. Amounts are in cents. Nothing is kept before "buurt round make".

Example:
  buurt round plan --buurt Molenbuurt --budget 25000 \\
    --opens "2027-01-10 09:00" --closes "2027-01-31 20:00"`,
    )
    .action((options: DraftOptions) => run((store, io) => writeDraft(store, io, options)));
  parent
    .command('make')
    .description('Make a round from a file; its rules are locked from then on')
    .argument('<file>', 'as "buurt round plan" writes it')
    .addHelpText('after', '\nExample:\n  buurt round make round.json')
    .action((file: string) =>
      run((store, io, findHasher, clock) => make(store, io, findHasher, clock(), file)),
    );
}

function addRunning(parent: Command, run: CommandRegistrar): void {
  parent
    .command('open')
    .description('Open a round now, before its time')
    .addArgument(aRound())
    .addHelpText('after', '\nExample:\n  buurt round open "Buurtbudget Molenbuurt"')
    .action((named: string) => run((store, io, _, clock) => openNow(store, io, clock(), named)));
  parent
    .command('close')
    .description('Close a round now, before its time; it cannot be opened again')
    .addArgument(aRound())
    .option('--yes', 'it is meant')
    .addHelpText('after', '\nExample:\n  buurt round close "Buurtbudget Molenbuurt" --yes')
    .action((named: string, { yes }: { yes?: boolean }) =>
      run((store, io, _, clock) => closeNow(store, io, clock(), named, yes)),
    );
  parent
    .command('withdraw')
    .description('Take a proposal out of a vote, because its makers ask for it')
    .addArgument(aRound())
    .argument('<proposal>', 'its id, as "buurt round show" shows it')
    .addHelpText('after', '\nExample:\n  buurt round withdraw "Buurtbudget Molenbuurt" K4T-9PX')
    .action((named: string, id: string) =>
      run((store, io, _, clock) => withdraw(store, io, clock(), named, id)),
    );
}

/** Making a budget vote, and running it. */
export function addRoundCommands(program: Command, run: CommandRegistrar): Command {
  const parent = program
    .command('round')
    .description('Let a buurt divide a budget: make a vote, run it, check it');
  addMaking(parent, run);
  parent
    .command('list')
    .description('List rounds, the one that opens last first')
    .option('--buurt <buurt>', 'only of this buurt: code or name')
    .addHelpText('after', '\nExample:\n  buurt round list')
    .action(({ buurt }: { buurt?: string }) => run((store, io) => list(store, io, buurt)));
  parent
    .command('show')
    .description('Show a round; its result only after it closed')
    .addArgument(aRound())
    .addHelpText('after', '\nExample:\n  buurt round show "Buurtbudget Molenbuurt"')
    .action((named: string) => run((store, io) => show(store, io, named)));
  addRunning(parent, run);
  parent
    .command('settle')
    .description('Make promises of what a closed round granted, and tell everybody, once')
    .addArgument(aRound())
    .requiredOption('--by <day>', 'by when the money is there, as 2027-05-01', calendarDate)
    .option(
      '--who <text>',
      'who promises it; else the organisation of the settings',
      residentTextUpTo(longestFromOperator.promisedBy),
    )
    .addHelpText(
      'after',
      `
Initiatives that won are granted, with a promise of the money. The others are new again,
with the reason. Where a round has several ways of counting, the first decides.

Example:
  buurt round settle "Buurtbudget Molenbuurt" --by 2027-05-01`,
    )
    .action((named: string, options: { by: string; who?: string }) =>
      run((store, io, _, clock) => settle(store, io, clock(), named, options)),
    );
  parent
    .command('verify')
    .description('Hold everything that is kept of a round against its log')
    .addArgument(aRound())
    .addHelpText(
      'after',
      `
Names each row that is not as the log tells; the exit code is then 1. Write the head down elsewhere:
who can write all of the database could write a new log, but not one with the same head.

Example:
  buurt round verify "Buurtbudget Molenbuurt"`,
    )
    .action((named: string) => run((store, io) => verify(store, io, named)));
  return parent;
}
