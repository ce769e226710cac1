import { Command, CommanderError } from 'commander';
import type { Clock } from '../clock.js';
import type { OperatorIo } from './operator-socket.js';
import { ActRefused } from '../acts/act-refused.js';
import { HttpProblem } from '../http/problem-json.js';
import { ConfigError } from '../config-error.js';
import type { Store } from '../db/open.js';
import { addActCommands } from './acts.commands.js';
import { addBackupCommands } from './backup.commands.js';
import { addBuurtenCommands } from './buurten.commands.js';
import { addCodesCommands } from './codes.commands.js';
import { addConformCommand } from './conform.commands.js';
import { addExportCommands } from './export.commands.js';
import { addIdeaImportCommands } from './idea-imports.commands.js';
import { addImportCommands } from './import.commands.js';
import { addIdeasCommands } from './ideas.commands.js';
import { addDoctorCommand } from './doctor.commands.js';
import { addForgetCommand } from './forget.commands.js';
import { addImportCommand } from './import-round.js';
import { addInitiativeCommands } from './initiatives.commands.js';
import { addOfferCommands } from './offers.commands.js';
import { addMailCommands } from './mail.commands.js';
import { CommandError } from './command-error.js';
import { addPaperBallotCommand } from './paper-ballots.commands.js';
import type {
  LocalAction,
  CommandAction,
  CommandRegistrar,
  CredentialHasherLookup,
  SecretLookup,
} from './command-action.js';
import { addPersonCommands } from './person.commands.js';
import { refusalText } from './refusal-texts.js';
import { addRemarkCommands } from './remarks.commands.js';
import { addReplayCommand } from './replay.commands.js';
import { addRoundCommands } from './rounds.commands.js';
import { addRoundEditCommands } from './round-edits.commands.js';
import { addSecretCommands } from './secrets.commands.js';
import { addSettingsCommands } from './settings.commands.js';
import { addStaffCommands } from './staff.commands.js';
import { addWebhookCommands } from './webhooks.commands.js';

/** Exit codes: all went well; not everything did; the command was not understood. */
const [wentWell, notAll, notUnderstood] = [0, 1, 2];

function program(
  io: Pick<OperatorIo, 'out' | 'err'>,
  run: CommandRegistrar,
  apart: (task: LocalAction) => void,
): Command {
  const root = new Command('buurt')
    .description('The operator’s commands for the server of the buurt widgets')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Works on the same data as the server, also while it runs: DATA_DIR is its folder (default ./data),
DATABASE_URL its PostgreSQL. Exit codes: 0 done, 1 not everything was done, 2 not understood.

Examples:
  buurt ideas list --state waiting
  buurt ideas publish K4T-9PX
  buurt import-buurten --help`,
    );
  addIdeasCommands(root, run);
  addInitiativeCommands(root, run);
  addRemarkCommands(root, run);
  addOfferCommands(root, run);
  const round = addRoundCommands(root, run);
  addRoundEditCommands(round, run);
  addPaperBallotCommand(round, run);
  addImportCommand(round, run);
  addReplayCommand(round, apart);
  addCodesCommands(root, run);
  addSettingsCommands(root, run);
  addImportCommands(root, run);
  addIdeaImportCommands(root, run);
  addBuurtenCommands(root, run);
  addExportCommands(root, run);
  addMailCommands(root, run);
  addActCommands(root, run);
  addPersonCommands(root, run);
  addForgetCommand(root, run);
  addStaffCommands(root, run);
  addWebhookCommands(root, run);
  addSecretCommands(root, run);
  addBackupCommands(root, run, apart);
  addDoctorCommand(root, run);
  addConformCommand(root, apart);
  return root;
}

/** What was typed, read: an order, or something to do apart. */
export type ParsedCommand = { readonly order: CommandAction } | { readonly apart: LocalAction };

/** What was typed; or the exit code when there is nothing left to do (help was shown, or it was wrong). */
export function parseCommand(
  argv: readonly string[],
  io: Pick<OperatorIo, 'out' | 'err'>,
): ParsedCommand | number {
  let typed: ParsedCommand | undefined;
  try {
    program(
      io,
      (order) => (typed = { order }),
      (apart) => (typed = { apart }),
    ).parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? wentWell : notUnderstood;
  }
  return typed ?? notUnderstood;
}

/** Does something for the operator; whatever goes wrong is one line for him. */
export async function runAction(io: OperatorIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof HttpProblem && error.kind === 'closed') {
      io.err('The round closed just now. Nothing was changed.\n');
      return notAll;
    }
    if (error instanceof ActRefused) {
      io.err(`${refusalText(error.refusal)}\n`);
      return notAll;
    }
    const expected = error instanceof CommandError || error instanceof ConfigError;
    io.err(`${expected ? message : `It went wrong: ${message.replaceAll(/\s+/g, ' ')}`}\n`);
    return notAll;
  }
}

/** Reads and carries out what an operator typed after `buurt`; resolves to the exit code. */
export async function runOperator(
  argv: string[],
  io: OperatorIo,
  store: Store,
  findHasher: CredentialHasherLookup,
  clock: Clock,
  findSecret: SecretLookup,
): Promise<number> {
  const typed = parseCommand(argv, io);
  if (typeof typed === 'number') return typed;
  return runAction(io, () =>
    'apart' in typed ? typed.apart(io) : typed.order(store, io, findHasher, clock, findSecret),
  );
}
