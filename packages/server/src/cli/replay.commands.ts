import type { StatedOutcome } from '@buurt/pabulib/pb-round.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { replay, type Replayed } from '../rounds/replay.js';
import { electionIn } from './import-round.js';
import type { LocalAction } from './command-action.js';
import { counted, onOneLine } from './table.js';

/** What the file says of a proposal and the server does not, or the other way around. */
function differences({ stated, results, refusedVotes, comparable, tieDecidedByFile }: Replayed): string[] {
  const outcomes = new Map(results.tallies[0]?.outcomes.map((each) => [each.proposalId, each]));
  return stated.flatMap(({ proposalId, votes, score, selected }: StatedOutcome) => {
    const outcome = outcomes.get(proposalId);
    const refused = refusedVotes.get(proposalId) ?? 0;
    type ResultValue = number | boolean | undefined;
    const pairs: [string, ResultValue, ResultValue][] = [
      ['votes', votes === undefined ? undefined : votes - refused, outcome?.votes],
      ...(comparable
        ? ([
            ['score', score, outcome?.score],
            ['selected', tieDecidedByFile ? undefined : selected, outcome?.granted],
          ] as [string, ResultValue, ResultValue][])
        : []),
    ];
    return pairs.flatMap(([what, inFile, here]) =>
      inFile === undefined || inFile === here
        ? []
        : [`${onOneLine(proposalId)}: ${what} is ${String(inFile)} in the file, ${String(here)} here`],
    );
  });
}

/** The proposals of a tie that the file decided in another way than the stated rules do. */
function tiesDecidedByFile({ stated, results, tieDecidedByFile }: Replayed): string[] {
  if (!tieDecidedByFile) return [];
  const granted = new Set(results.tallies[0]?.winners);
  return stated
    .filter(({ proposalId, selected }) => selected !== granted.has(proposalId))
    .map(({ proposalId, selected }) =>
      selected
        ? `${onOneLine(proposalId)}: a tie that the file decided: granted in the file, not here`
        : `${onOneLine(proposalId)}: a tie that the file decided: granted here, not in the file`,
    );
}

async function run(io: OperatorIo, file: string): Promise<number> {
  const election = await electionIn(io, file);
  const replayed = await replay(election, (done, all) => {
    if (done % 1000 === 0) io.err(`${counted(done, 'ballot')} of ${all.toLocaleString('en')}\n`);
  });
  const { rule, results, refused, castMs, tallyMs, findings, comparable } = replayed;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  io.out(
    `${counted(results.ballotCount, 'ballot')} cast with a code each in ${seconds(castMs)}, ` +
      `${refused.toLocaleString('en')} refused by the stated rules; counted in ${seconds(tallyMs)}.\n`,
  );
  if (!comparable)
    io.out(
      refused > 0
        ? 'Scores and winners are not compared, because of the refused ballots.\n'
        : `Scores and winners are not compared: the rule is ${onOneLine(rule)}.\n`,
    );
  const found = [
    ...differences(replayed),
    ...findings.map(({ table, row, what }) => `${table} ${row}: ${what}`),
  ];
  const ties = tiesDecidedByFile(replayed);
  for (const each of ties) io.out(`${each}\n`);
  for (const each of found) io.err(`${each}\n`);
  const all = ties.length === 0 ? 'All is as the file says.' : 'All else is as the file says.';
  io.out(found.length === 0 ? `${all}\n` : `${counted(found.length, 'difference')}.\n`);
  return found.length === 0 ? 0 : 1;
}

/** A rehearsal with a real election. */
export function addReplayCommand(round: Command, apart: (task: LocalAction) => void): void {
  round
    .command('replay')
    .description('Cast every ballot of a .pb file through the API, and compare what comes out')
    .argument('<file>', 'a .pb file')
    .addHelpText(
      'after',
      `
Works on a server of its own, in memory, with codes that are quick to make: your data is not
touched. The exit code is 1 when votes, scores or winners differ from those in the file. A tie of
equals that the file decided in another way is named, and is no difference.

Example:
  buurt round replay netherlands_assen_2024.pb`,
    )
    .action((file: string) => apart((io) => run(io, file)));
}
