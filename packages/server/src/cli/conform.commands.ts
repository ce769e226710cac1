import type { ConformOptions, Report } from '@buurt/conform/conform.js';
import { profiles, type Profile } from '@buurt/domain/wire/profiles.js';
import { InvalidArgumentError, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openApiDocument } from '../http/openapi.js';
import type { LocalAction } from './command-action.js';
import { CommandError, fileError } from './command-error.js';
import type { OperatorIo } from './operator-socket.js';
import { onOneLine } from './table.js';

interface Typed {
  readonly profile?: readonly Profile[];
  readonly buurt?: string;
  readonly origin?: string;
  readonly json?: string;
  readonly junit?: string;
}

function endpointAddress(typed: string): string {
  if (!URL.canParse(typed) || !/^https?:\/\//.test(typed) || /[?#]/.test(typed))
    throw new InvalidArgumentError('Give the address of the endpoint, as https://buurt.example.nl/v1.');
  return typed;
}

function siteAddress(typed: string): string {
  const origin = URL.canParse(typed) && /^https?:\/\//.test(typed) ? new URL(typed).origin : undefined;
  if (origin !== typed)
    throw new InvalidArgumentError('Give a site without a path, as https://www.example.nl.');
  return origin;
}

function profilesIn(typed: string): readonly Profile[] {
  const names = typed.split(',').map((name) => name.trim());
  const known = profiles.filter((profile) => names.includes(profile));
  if (known.length !== new Set(names).size)
    throw new InvalidArgumentError(`Give some of ${profiles.join(', ')}, with commas between them.`);
  return known;
}

/** Loads the checks only when they are asked for: a server needs none of them. */
const loadChecks = async () => ({
  ...(await import('@buurt/conform/conform.js')),
  ...(await import('@buurt/conform/endpoint-client.js')),
  ...(await import('@buurt/conform/reports.js')),
});
type Checks = Awaited<ReturnType<typeof loadChecks>>;

async function reportOn(
  { conform, NotDeclared, NoAnswer }: Checks,
  options: ConformOptions,
): Promise<Report> {
  try {
    return await conform(options);
  } catch (error) {
    if (error instanceof NotDeclared)
      throw new CommandError(
        `${options.url} does not declare its profiles (${error.message}). Give --profile.`,
        { cause: error },
      );
    if (error instanceof NoAnswer)
      throw new CommandError(`${options.url}: ${onOneLine(error.message)}.`, { cause: error });
    throw error;
  }
}

async function write(io: OperatorIo, file: string | undefined, text: string): Promise<void> {
  if (file === undefined) return;
  const path = resolve(io.cwd, file);
  await writeFile(path, text).catch((error: unknown) => {
    throw fileError(path, error);
  });
}

async function run(io: OperatorIo, url: string, { profile, json, junit, ...typed }: Typed): Promise<number> {
  const checks = await loadChecks();
  const report = await reportOn(checks, { url, document: openApiDocument(), profiles: profile, ...typed });
  io.out(checks.textReport(report));
  await write(io, json, checks.jsonReport(report));
  await write(io, junit, checks.junitReport(report));
  return report.conforms ? 0 : 1;
}

/** For whoever builds an endpoint of their own. */
export function addConformCommand(root: Command, apart: (task: LocalAction) => void): void {
  root
    .command('conform')
    .description('Check whether an endpoint keeps the contract of the widgets, over HTTP alone')
    .argument('<url>', 'the address of the endpoint, as a page gives it to a widget', endpointAddress)
    .option(
      '--profile <names>',
      `which parts of the contract, as read,ideas; what the endpoint declares unless told`,
      profilesIn,
    )
    .option('--buurt <code>', 'the buurt to ask about; the first of the endpoint unless told')
    .option('--origin <site>', 'the site on which the widgets will be: checks CORS too', siteAddress)
    .option('--json <file>', 'write the report as JSON too')
    .option('--junit <file>', 'write the report as JUnit too')
    .addHelpText(
      'after',
      `
Works on any endpoint, and on no data of yours. It leaves nothing behind but ideas whose title
begins with "Test", and says which. The exit code is 1 when something that must be is not, or could
not be tried.

Example:
  buurt conform https://buurt.example.nl/v1 --profile read,ideas --origin https://www.example.nl`,
    )
    .action((url: string, typed: Typed) => apart((io) => run(io, url, typed)));
}
