import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { operator, recordAct } from '../acts/acts.queries.js';
import { HttpProblem } from '../http/problem-json.js';
import { choiceForms, linesOf } from '../rounds/paper-ballot.js';
import type { CredentialHasher } from '../secrets/credential-hash.js';
import { castPaperBallot, ruleSentences } from '../rounds/paper-ballots.service.js';
import type { Store } from '../db/open.js';
import { asResidentsSee, roundOf, type RoundRow } from '../rounds/rounds.queries.js';
import { openToChange } from './codes.commands.js';
import { rowsOf } from './csv-rows.js';
import { textOf } from './files.js';
import type { CommandRegistrar, CredentialHasherLookup } from './command-action.js';
import { withBallotNumbers } from '../rounds/find-round.queries.js';
import { ofRound } from '../rounds/rounds.service.js';
import { aRound } from './rounds.commands.js';
import { counted, onOneLine, table } from './table.js';

const refused: Readonly<Record<string, string>> = {
  'code-unknown': 'this code is not of this round',
  'code-replaced': 'this letter was replaced or made void',
  'changed-elsewhere': 'this household voted already, and that vote stays',
  'not-open-yet': 'the round is not open yet',
  closed: 'the round is closed',
  'rules-changed': 'the round was changed just now: enter the file again',
};

type Entered = 'new' | 'before' | { readonly problem: string };

interface PaperBallotEntry {
  readonly store: Store;
  readonly row: RoundRow;
  readonly hasher: CredentialHasher;
  readonly round: Round;
  /** The same without the texts of plans that were taken off the site: what is refused is said of these. */
  readonly shown: Round;
  /** Whether a vote that was cast before gives way. */
  readonly replace: boolean;
}

/** Each problem in words, with the proposal that it is about, on one line. */
const said = (round: Round, lines: readonly BallotLine[], problems: readonly Problem[]): string =>
  onOneLine(ruleSentences(round, lines, problems, rulesSentencesEn).join(' ')).replace(/\.$/, '');

async function enter(
  { store, row, hasher, round, shown, replace }: PaperBallotEntry,
  code: string,
  choice: string,
): Promise<Entered> {
  const read = readCode(code);
  if ('problem' in read) return { problem: `${onOneLine(code)} is no code` };
  const lines = linesOf(round, choice);
  if (!lines) return { problem: `a choice must be ${choiceForms[round.rules.expression]}` };
  const problems = ballotProblems(round, lines);
  if (problems.length > 0) return { problem: said(shown, lines, problems) };
  const credentialHash = await hasher.hash(read.code, row.salt);
  try {
    const { replayed } = await store.transaction((db) =>
      castPaperBallot(db, round, { credentialHash, lines, replace }),
    );
    return replayed ? 'before' : 'new';
  } catch (error) {
    const problem = error instanceof HttpProblem ? refused[error.kind] : undefined;
    if (problem === undefined) throw error;
    return { problem };
  }
}

async function enterFile(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  at: Date,
  [named, file, replace]: readonly [string, string, boolean],
): Promise<number> {
  const [row, hasher] = await openToChange(store, findHasher, named);
  const round = await roundOf(store.db, row);
  const shown = await asResidentsSee(store.db, round);
  const desk = { store, row, hasher, replace, round, shown };
  const rows = rowsOf(await textOf(io, file), file, ['code', 'choice']);
  const counts = { new: 0, before: 0, problem: 0 };
  for (const {
    number,
    cells: { code = '', choice = '' },
  } of rows) {
    const entered = await enter(desk, code, choice);
    counts[typeof entered === 'string' ? entered : 'problem'] += 1;
    if (typeof entered !== 'string') io.err(`Row ${String(number)} was not entered: ${entered.problem}.\n`);
  }
  if (counts.new > 0)
    await store.transaction((db) =>
      recordAct(db, { ...ofRound({ by: operator, at }, row), name: 'ballots.entered', detail: {} }),
    );
  io.out(
    `${counted(counts.new, 'ballot')} entered, ${String(counts.before)} entered before, ${String(counts.problem)} refused.\n`,
  );
  return counts.problem === 0 ? 0 : 1;
}

async function numbers(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  named: string,
): Promise<number> {
  const [row] = await openToChange(store, findHasher, named);
  const { proposals } = await withBallotNumbers(store.db, row);
  const rows = proposals.map(({ title, withdrawn }, index) => [
    ...[String(index + 1), title, withdrawn ? 'withdrawn' : ''],
  ]);
  io.out(table(['number', 'title', ''], rows));
  return 0;
}

/** Votes that came on paper, typed over by a helper. */
export function addPaperBallotCommand(round: Command, run: CommandRegistrar): void {
  round
    .command('paper')
    .description('Enter ballots that came on paper; without a file, show the numbers of the proposals')
    .addArgument(aRound())
    .argument('[file]', 'CSV with the columns code and choice')
    .option('--replace', 'a ballot on paper replaces a vote that was cast before with the same code')
    .addHelpText(
      'after',
      `
A choice has the numbers that are printed on the ballot: 2,5 for crosses; 5,2 for ranks, the first
choice first; 2=6,5=4 for points. Each row counts once, however often the file is entered. Rows that
are refused are named with their reason; the exit code is then 1.

Example:
  buurt round paper "Buurtbudget Molenbuurt" paper.csv`,
    )
    .action((named: string, file: string | undefined, { replace = false }: { replace?: boolean }) =>
      run((store, io, findHasher, clock) =>
        file === undefined
          ? numbers(store, io, findHasher, named)
          : enterFile(store, io, findHasher, clock(), [named, file, replace]),
      ),
    );
}
