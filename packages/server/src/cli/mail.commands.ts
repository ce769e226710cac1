import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { operator } from '../acts/acts.queries.js';
import { sendMailsAgain } from '../mail/mails.service.js';
import { findWaitingMails } from '../mail/waiting-mails.queries.js';
import type { MailKind } from '@buurt/domain/desk/mails.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, table } from './table.js';

const mostListed = 100;

/** An address that its owner and an operator who looks for it know again, and that is no list to copy. */
function masked(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 2)}…@${domain}`;
}

const kinds: Readonly<Record<MailKind, string>> = {
  confirm: 'to confirm',
  news: 'news',
  digest: 'new ideas',
  receipt: 'idea came in',
  decision: 'idea decided',
  correction: 'idea corrected',
  photo: 'photo hidden or shown',
  offer: 'offer',
  offerReceipt: 'offer came in',
  answer: 'answer to an offer',
  login: 'link to log in',
  handover: 'asks to take over',
  handedOver: 'was taken over',
  ownerLinks: 'links of a maker',
  staffDigest: 'what waits for staff',
  lateAnswers: 'late answers, to staff',
  report: 'report, to staff',
};

type WaitingMail = Awaited<ReturnType<typeof findWaitingMails>>['rows'][number];

function stateOf({ failed_at, reason, tries }: WaitingMail): string {
  if (failed_at) return 'refused';
  if (reason !== null) return 'put off';
  return tries === 0 ? 'waits' : 'on its way';
}

async function list({ db }: Store, io: OperatorIo): Promise<number> {
  const { total, rows } = await findWaitingMails(db, mostListed);
  if (total === 0) {
    io.out('No mails wait, and none was refused.\n');
    return 0;
  }
  io.out(
    table(
      ['id', 'to', 'what', 'state', 'tries', 'next try', 'why'],
      rows.map((each) => [
        ...[each.id, masked(each.email), kinds[each.kind]],
        stateOf(each),
        ...[String(each.tries), each.failed_at ? '' : each.next_at.toISOString().slice(0, 16)],
        each.reason ?? '',
      ]),
    ),
  );
  if (total > mostListed) io.out(`These are ${String(mostListed)} of ${String(total)}.\n`);
  return 0;
}

async function retry(store: Store, io: OperatorIo, at: Date, ids: readonly string[]): Promise<number> {
  const count = await store.transaction((db) => sendMailsAgain(db, ids, { by: operator, at }));
  if (count === 0)
    throw new CommandError(
      'No such mail was refused or put off. "buurt mails list" shows them. Nothing was changed.',
    );
  io.out(`${counted(count, 'mail')} will be sent again.\n`);
  return 0;
}

/** Mails that are still to be sent, and those that no mail server took. */
export function addMailCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('mails').description('See which mails wait or were refused, and why');
  parent
    .command('list')
    .description('List mails that were refused, and then those that wait')
    .addHelpText('after', '\nExample:\n  buurt mails list')
    .action(() => run((store, io) => list(store, io)));
  parent
    .command('retry')
    .description('Send mails again that were refused')
    .argument('<mail...>', 'ids, as `buurt mails list` shows them')
    .addHelpText('after', '\nExample:\n  buurt mails retry 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) => run((store, io, _, clock) => retry(store, io, clock(), ids)));
}
