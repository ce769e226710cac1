import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import type { Store } from '../db/open.js';
import { postWebhook, webhookFailure, webhookUrlProblem } from '../webhooks/post-webhook.js';
import { newWebhookSecret } from '../webhooks/signature.js';
import { addWebhook, findWebhook, listWebhooks, removeWebhook } from '../webhooks/webhooks.queries.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import type { OperatorIo } from './operator-socket.js';
import { table } from './table.js';

const longestUrl = 1000;

function webhookUrl(typed: string): string {
  if (typed.length > longestUrl || /[\s\p{Cc}]/u.test(typed))
    throw new InvalidArgumentError('Give one address.');
  return typed;
}

interface Addition {
  readonly buurt?: string;
  readonly allowPrivate?: boolean;
}

async function add(
  { transaction, db }: Store,
  io: OperatorIo,
  at: Date,
  [url, { buurt, allowPrivate: allowsPrivate = false }]: readonly [string, Addition],
): Promise<number> {
  const problem = webhookUrlProblem(url, allowsPrivate);
  if (problem !== undefined) throw new CommandError(problem);
  const buurtCode = buurt === undefined ? null : (await findBuurtByName(db, buurt)).code;
  const secret = newWebhookSecret();
  const id = await transaction((inside) => addWebhook(inside, { url, secret, allowsPrivate, buurtCode }, at));
  io.out(
    `It hears of what comes from now on. Its id is ${id}.\n` +
      `Give this secret to whoever receives the messages; it is shown once:\n${secret}\n`,
  );
  return 0;
}

async function list({ db }: Store, io: OperatorIo): Promise<number> {
  const rows = await listWebhooks(db);
  if (rows.length === 0) {
    io.out('There are no webhooks. "buurt webhooks add" makes one.\n');
    return 0;
  }
  io.out(
    table(
      ['id', 'address', 'buurt', 'state', 'waiting', 'why'],
      rows.map(({ id, url, buurtName, disabledAt, waiting, reason }) => [
        ...[id, new URL(url).origin, buurtName ?? 'all'],
        disabledAt ? 'stopped: it said that it is gone' : 'on',
        ...[String(waiting), reason ?? ''],
      ]),
    ),
  );
  return 0;
}

const unknown = () => new CommandError('There is no such webhook. "buurt webhooks list" shows them.');

async function remove({ db }: Store, io: OperatorIo, id: string): Promise<number> {
  if (!(await removeWebhook(db, id))) throw unknown();
  io.out('It hears nothing any more.\n');
  return 0;
}

async function test({ db }: Store, io: OperatorIo, at: Date, id: string): Promise<number> {
  const webhook = await findWebhook(db, id);
  if (!webhook) throw unknown();
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} });
  const answered = await postWebhook(webhook, { id: randomUUID(), body }, at).catch((error: unknown) => {
    throw new CommandError(`The test did not arrive: ${webhookFailure(error)}.`);
  });
  if (answered < 200 || answered >= 300)
    throw new CommandError(`The test was not taken: it answered ${String(answered)}.`);
  io.out(`The test was taken: it answered ${String(answered)}.\n`);
  return 0;
}

/** Systems of the organisation that hear what waits for staff. */
export function addWebhookCommands(program: Command, run: CommandRegistrar): void {
  const parent = program
    .command('webhooks')
    .description('Tell other systems of the organisation what waits for staff');
  parent
    .command('add')
    .description('Tell an address what comes from now on, signed as Standard Webhooks')
    .argument('<url>', 'an address that begins with https://', webhookUrl)
    .option('--buurt <code or name>', 'only what waits in this buurt')
    .option('--allow-private', 'also when it is of this machine or its own network')
    .addHelpText('after', '\nExample:\n  buurt webhooks add https://zaken.corporatie.nl/hooks/buurt')
    .action((url: string, options: Addition) =>
      run((store, io, _, clock) => add(store, io, clock(), [url, options])),
    );
  parent
    .command('list')
    .description('List webhooks, what waits for each, and why the last try failed')
    .addHelpText('after', '\nExample:\n  buurt webhooks list')
    .action(() => run((store, io) => list(store, io)));
  for (const [name, description, carryOut] of [
    ['remove', 'Tell an address nothing any more', (store, io, _, id) => remove(store, io, id)],
    ['test', 'Send a test, and show what it answers', test],
  ] as const satisfies readonly (readonly [
    string,
    string,
    (...given: [Store, OperatorIo, Date, string]) => unknown,
  ])[])
    parent
      .command(name)
      .description(description)
      .argument('<id>', 'as `buurt webhooks list` shows it')
      .addHelpText('after', `\nExample:\n  buurt webhooks ${name} 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11`)
      .action((id: string) => run((store, io, _, clock) => carryOut(store, io, clock(), id)));
}
