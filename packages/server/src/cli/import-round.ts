import { randomBytes, randomUUID } from 'node:crypto';
import { longest, longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { ballotsOf, roundOf as pbRoundOf } from '@buurt/pabulib/pb-round.js';
import { PbError } from '@buurt/pabulib/pb-text.js';
import { readPbWatched, type PbElection } from '@buurt/pabulib/pb.js';
import { receiptSigns } from '@buurt/domain/rounds/code.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { digestOf } from '../rounds/log-chain.js';
import { createRoundSecret } from '../secrets/credential-hash.js';
import { keepBallots } from '../rounds/ballots.queries.js';
import type { Store } from '../db/open.js';
import { operator, recordAct } from '../acts/acts.queries.js';
import { ofRound } from '../rounds/rounds.service.js';
import { ActRefused } from '../acts/act-refused.js';
import { isNameTaken } from '../rounds/round-edits.queries.js';
import { addRound, addCredentials, type NewRound } from '../rounds/round-changes.queries.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import { textOf } from './files.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar, CredentialHasherLookup } from './command-action.js';
import { counted, onOneLine } from './table.js';
import { residentTextUpTo } from './parsers.js';

/** @throws {CommandError} with the line of the file that is wrong */
export async function electionIn(io: OperatorIo, file: string): Promise<PbElection> {
  try {
    return readPbWatched(await textOf(io, file), (line, reason) => {
      io.err(`${file}: line ${String(line)}: ${onOneLine(reason)}.\n`);
    });
  } catch (error) {
    if (!(error instanceof PbError)) throw error;
    throw new CommandError(`${file}: ${error.message}.`, { cause: error });
  }
}

const momentOf = (day: string, time: string, file: string, field: string): string => {
  const at = dutchMoment(day, time);
  if (!at) throw new CommandError(`${file}: META must say ${field}.`);
  return at.toISOString();
};

/**
 * The round that a file states, from the beginning of its first day to the end of its last, in the Netherlands.
 * @throws {CommandError} when the file does not say when that is
 */
function importedRound(
  election: PbElection,
  buurtCode: string,
  { name, file }: { name?: string | undefined; file: string },
): NewRound {
  const { beginsOn, endsOn, ...stated } = pbRoundOf(election);
  return {
    ...stated,
    ...{ id: randomUUID(), buurtCode, name: name ?? (stated.name || 'Buurtbudget') },
    opensAt: momentOf(beginsOn, '00:00', file, 'date_begin'),
    closesAt: momentOf(endsOn, '23:59:59', file, 'date_end'),
  };
}

/** The first text that is longer than a round can have, in words; undefined when all fit. */
function tooLongIn({ name, currency, proposals }: NewRound): string | undefined {
  const texts: (readonly [what: string, text: string, most: number])[] = [
    ['its description is the name of the round, and', name, longestFromOperator.roundName],
    ['currency', currency, 3],
    ...proposals.flatMap(({ id, title, story, categories, neighborhoods, excludes }) => [
      ['a project_id', id, longest.id] as const,
      [`the name of project ${id}`, title, longestFromOperator.proposalTitle] as const,
      [`the description of project ${id}`, story, longestFromOperator.proposalStory] as const,
      ...[...categories, ...neighborhoods, ...excludes].map(
        (key) => [`a category, neighborhood or exclusion of project ${id}`, key, longest.id] as const,
      ),
    ]),
  ];
  const [what, , most = 0] = texts.find(([, text, limit]) => characters(text) > limit) ?? [];
  return what && `${onOneLine(what)} has more than ${most.toLocaleString('en')} characters`;
}

interface ImportOptions {
  readonly buurt: string;
  readonly name?: string;
}

async function importRound(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  at: Date,
  [file, { buurt, name }]: readonly [string, ImportOptions],
): Promise<number> {
  const { code } = await findBuurtByName(store.db, buurt);
  const election = await electionIn(io, file);
  const round = importedRound(election, code, { name, file });
  if (Date.parse(round.closesAt) > at.getTime())
    throw new CommandError(`${file} is of an election that has not ended (${dutchDay(round.closesAt)}).`);
  const tooLong = tooLongIn(round);
  if (tooLong !== undefined) throw new CommandError(`${file}: ${tooLong}. No round was made.`);
  const ballots = ballotsOf(election).map(({ lines, channel }) => {
    const credentialHash = randomBytes(32).toString('base64url');
    const cast = { receipt: receiptSigns(randomBytes(8)), version: 1, lines, channel };
    return { credentialHash, key: randomUUID(), fingerprint: digestOf(credentialHash, lines, channel), cast };
  });
  const roundSecret = createRoundSecret(await findHasher());
  await store.transaction(async (db) => {
    if (await isNameTaken(db, code, round.name))
      throw new ActRefused({ code: 'same-name', buurt: code, name: round.name });
    await addRound(db, round, roundSecret);
    await addCredentials(
      db,
      round.id,
      ballots.map(({ credentialHash }) => credentialHash),
    );
    await keepBallots(db, round.id, ballots);
    await recordAct(db, {
      ...{ ...ofRound({ by: operator, at }, { id: round.id, buurt_code: code }), name: 'round.made' },
      detail: { proposals: round.proposals.length, budgetCents: round.budgetCents, imported: true },
    });
  });
  const against = ballots.filter(({ cast }) => ballotProblems(round, cast.lines).length > 0).length;
  io.out(
    `${onOneLine(round.name)}: ${counted(round.proposals.length, 'proposal')} and ` +
      `${counted(ballots.length, 'ballot')}, ${against.toLocaleString('en')} of them not by the stated rules. Made as ${round.id}, closed.\n`,
  );
  return 0;
}

/** Elections of others, in the format of pabulib.org. */
export function addImportCommand(round: Command, run: CommandRegistrar): void {
  round
    .command('import')
    .description('Make a closed round, with its ballots, from a .pb file (pabulib.org)')
    .argument('<file>', 'a .pb file')
    .requiredOption('--buurt <buurt>', 'code or name of the buurt that it is put in')
    .option(
      '--name <text>',
      'another name than the file has',
      residentTextUpTo(longestFromOperator.roundName),
    )
    .addHelpText('after', '\nExample:\n  buurt round import netherlands_assen_2024.pb --buurt Molenbuurt')
    .action((file: string, options: ImportOptions) =>
      run((store, io, findHasher, clock) => importRound(store, io, findHasher, clock(), [file, options])),
    );
}
