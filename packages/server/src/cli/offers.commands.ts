import { answerOutcomes, type AnswerOutcome } from '@buurt/domain/initiatives/offer-outcome.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { longest } from '@buurt/domain/ideas/settings.js';
import { Option, type Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { seeOffers } from '../neighbours/neighbours.queries.js';
import type { Store } from '../db/open.js';
import { operator } from '../acts/acts.queries.js';
import {
  findNewestOffers,
  offersCalled,
  type ForwardOutcome,
  type Offer,
} from '../neighbours/offers.queries.js';
import { answerOffers, forwardOffers, removeOffers } from '../neighbours/offers.service.js';
import type { CommandRegistrar } from './command-action.js';
import { residentTextUpTo } from './parsers.js';
import { counted, onMoreLines, onOneLine, table } from './table.js';

const mostListed = 100;

async function list({ db }: Store, io: OperatorIo, onlyNew: boolean): Promise<number> {
  const rows = await findNewestOffers(db, { onlyNew, limit: mostListed });
  if (rows.length === 0) io.out(onlyNew ? 'No offers wait to be read.\n' : 'No offers.\n');
  else
    io.out(
      table(
        ['id', 'made', 'state', 'idea', 'title', 'kinds'],
        rows.map(({ id, created_at, seen_at, forwarded_at, outcome, reference, title, kinds }) => [
          ...[
            id,
            dutchDay(created_at),
            outcome ?? (forwarded_at ? 'passed on' : seen_at ? 'read' : 'new'),
            reference,
            title,
            kinds.join(', '),
          ],
        ]),
      ),
    );
  if (rows.length === mostListed) io.out(`Only the first ${String(mostListed)} are listed.\n`);
  return 0;
}

const line = (name: string, value: string | null) =>
  value === null || value === '' ? '' : `  ${`${name}:`.padEnd(14)} ${onOneLine(value)}\n`;

function described(offer: Offer): string {
  const { id, reference, title, buurt_name, created_at, kinds, name, contact, message } = offer;
  const maker = [offer.maker, offer.maker_email, offer.maker_phone].filter(Boolean).join(', ');
  return [
    `${id} for ${reference} ${onOneLine(title)}\n`,
    line('buurt', buurt_name),
    line('made', dutchDay(created_at)),
    line('brings', kinds.join(', ')),
    line('name', name ?? '(erased)'),
    line('reach', contact ?? '(erased)'),
    line('outcome', offer.outcome),
    line('answer', offer.answer),
    line('maker of idea', maker || 'left no way to be reached'),
    message === '' ? '' : `\n${onMoreLines(message).replaceAll(/^/gm, '  ')}\n`,
  ].join('');
}

async function show(store: Store, io: OperatorIo, at: Date, ids: readonly string[]): Promise<number> {
  const found = await offersCalled(store.db, ids);
  io.out(found.map(described).join('\n'));
  await seeOffers(
    store.db,
    found.map(({ id }) => id),
    at,
  );
  return 0;
}

const outcomes: Readonly<Record<ForwardOutcome, string>> = {
  goes: 'a mail goes to the maker of the idea',
  'went before': 'was passed on already',
  'no address': 'the maker gets no mail from us: show it, and bring it yourself',
  erased: 'how to reach this neighbour was erased',
};

async function forward(store: Store, io: OperatorIo, at: Date, ids: readonly string[]): Promise<number> {
  const forwarded = await store.transaction((db) => forwardOffers(db, ids, { by: operator, at }));
  for (const { offer, outcome } of forwarded)
    io.out(`${offer.id} for ${offer.reference} ${onOneLine(offer.title)}: ${outcomes[outcome]}.\n`);
  return forwarded.some(({ outcome }) => outcome === 'no address' || outcome === 'erased') ? 1 : 0;
}

/** What neighbours offered to initiatives: an operator reads it and brings it to the maker of the idea. */
export function addOfferCommands(program: Command, run: CommandRegistrar): void {
  const parent = program
    .command('offers')
    .description('Read what neighbours offered, and bring it to the makers of ideas');
  parent
    .command('list')
    .description('List offers: those that nobody has read first')
    .option('--new', 'only those that nobody has read')
    .addHelpText('after', '\nExample:\n  buurt offers list --new')
    .action(({ new: onlyNew = false }: { new?: boolean }) => run((store, io) => list(store, io, onlyNew)));
  parent
    .command('show')
    .description('Show offers in full, with how to reach both neighbours')
    .argument('<offer...>', 'ids, as `buurt offers list` shows them')
    .addHelpText('after', '\nExample:\n  buurt offers show 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) => run((store, io, _, clock) => show(store, io, clock(), ids)));
  parent
    .command('forward')
    .description('Mail offers to the makers of the ideas, with how to reach the neighbour')
    .argument('<offer...>', 'ids, as `buurt offers list` shows them')
    .addHelpText('after', '\nExample:\n  buurt offers forward 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) => run((store, io, _, clock) => forward(store, io, clock(), ids)));
  parent
    .command('answer')
    .description('Say for makers who cannot, by mail, that neighbours join, or not; who joins counts')
    .argument('<offer...>', 'ids, as `buurt offers list` shows them')
    .addOption(
      new Option('--outcome <outcome>', 'whether they join').choices(answerOutcomes).makeOptionMandatory(),
    )
    .option('--text <text>', 'what is written to the neighbour', residentTextUpTo(longest.message))
    .addHelpText(
      'after',
      '\nExample:\n  buurt offers answer 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11 --outcome joined',
    )
    .action((ids: string[], { outcome, text = '' }: { outcome: AnswerOutcome; text?: string }) =>
      run(async (store, io, _, clock) => {
        const context = { by: operator, at: clock() };
        const answered = await store.transaction((db) => answerOffers(db, ids, { outcome, text }, context));
        for (const { offer } of answered) io.out(`${offer.id} for ${offer.reference}: ${outcome}.\n`);
        return 0;
      }),
    );
  parent
    .command('remove')
    .description('Take offers away that are none')
    .argument('<offer...>', 'ids, as `buurt offers list` shows them')
    .addHelpText('after', '\nExample:\n  buurt offers remove 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) =>
      run(async (store, io, _, clock) => {
        const removed = await store.transaction((db) => removeOffers(db, ids, { by: operator, at: clock() }));
        io.out(`${counted(removed, 'offer')} removed.\n`);
        return 0;
      }),
    );
}
