import { ideaStates, type IdeaState } from '@buurt/domain/ideas/idea-state.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { Option, type Command } from 'commander';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { answerBys } from '@buurt/domain/initiatives/initiative.js';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { operator } from '../acts/acts.queries.js';
import { remarks, remarksCalled, type Answer } from '../initiatives/remarks.queries.js';
import {
  answerQuestion,
  eraseRemarks,
  resolveReports,
  reviewRemarks,
} from '../initiatives/remarks.service.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import { residentTextUpTo } from './parsers.js';
import { counted, isCut, onMoreLines, onOneLine, table } from './table.js';

const mostListed = 100;

async function list({ db }: Store, io: OperatorIo, state: IdeaState | undefined): Promise<number> {
  const rows = await remarks(db, state)
    .orderBy('reports', 'desc')
    .orderBy('remark.created_at', 'desc')
    .limit(mostListed)
    .execute();
  if (rows.length === 0) io.out('No remarks.\n');
  else
    io.out(
      table(
        ['id', 'made', 'state', 'reports', 'idea', 'stance', 'answered', 'name', 'text'],
        rows.map((each) => [
          ...[each.id, dutchDay(each.created_at), each.review, String(each.reports)],
          ...[each.reference, each.stance, each.answered_at ? 'yes' : ''],
          ...[each.name ?? '', each.text],
        ]),
      ),
    );
  if (rows.some(({ text, name }) => isCut(text) || isCut(name ?? '')))
    io.out(
      'Some texts are longer than there is room for here: "buurt remarks show ID" shows them in full.\n',
    );
  if (rows.length === mostListed) io.out(`Only the first ${String(mostListed)} are listed.\n`);
  return 0;
}

async function show({ db }: Store, io: OperatorIo, ids: readonly string[]): Promise<number> {
  const found = await remarksCalled(db, ids);
  io.out(
    found
      .map(({ id, created_at, review, reports, reference, title, stance, name, text, answer }) =>
        [
          `${id} on ${reference} ${onOneLine(title)}`,
          `  made:    ${dutchDay(created_at)}`,
          `  state:   ${review}`,
          `  reports: ${String(reports)}`,
          `  stance:  ${stance}`,
          ...(name ? [`  name:    ${onOneLine(name)}`] : []),
          `\n${onMoreLines(text).replaceAll(/^/gm, '  ')}\n`,
          ...(answer === null ? [] : [`  answer:\n\n${onMoreLines(answer).replaceAll(/^/gm, '  ')}\n`]),
        ].join('\n'),
      )
      .join('\n'),
  );
  return 0;
}

/** Reading what neighbours said of initiatives, and deciding what is shown. */
export function addRemarkCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('remarks').description('Read remarks, and decide which are shown');
  parent
    .command('list')
    .description('List remarks: the most reported first, then the newest')
    .addOption(new Option('--state <state>', 'only with this state').choices(ideaStates))
    .addHelpText('after', '\nExample:\n  buurt remarks list --state waiting')
    .action(({ state }: { state?: IdeaState }) => run((store, io) => list(store, io, state)));
  parent
    .command('show')
    .description('Show remarks in full')
    .argument('<remark...>', 'ids of remarks, as `buurt remarks list` shows them')
    .addHelpText('after', '\nExample:\n  buurt remarks show 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) => run((store, io) => show(store, io, ids)));
  parent
    .command('answer')
    .description('Answer a question; it is shown with the answer below it')
    .argument('<remark>', 'id of the question, as `buurt remarks list` shows it')
    .requiredOption(
      '--text <text>',
      'the answer, as residents read it',
      residentTextUpTo(longestFromOperator.answer),
    )
    .addOption(new Option('--by <who>', 'who answers').choices(answerBys).default('organisation'))
    .addHelpText(
      'after',
      '\nExample:\n  buurt remarks answer 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11 --by maker \\\n    --text "Ja, er komt een helling."',
    )
    .action((id: string, answer: Answer) =>
      run(async (store, io, _, clock) => {
        const { replaced } = await store.transaction((db) =>
          answerQuestion(db, id, answer, { by: operator, at: clock() }),
        );
        io.out(replaced ? 'The answer was replaced.\n' : 'The answer is shown below the question.\n');
        return 0;
      }),
    );
  for (const [name, state, description] of [
    ['publish', 'published', 'Show remarks on the site'],
    ['hide', 'hidden', 'Take remarks off the site, or never show them'],
  ] as const)
    parent
      .command(name)
      .description(description)
      .argument('<remark...>', 'ids of remarks, as `buurt remarks list` shows them')
      .addHelpText('after', `\nExample:\n  buurt remarks ${name} 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11`)
      .action((ids: string[]) =>
        run(async (store, io, _, clock) => {
          const changed = await store.transaction((db) =>
            reviewRemarks(db, ids, state, { by: operator, at: clock() }),
          );
          io.out(`${String(changed)} changed, ${String(ids.length - changed)} ${state} already.\n`);
          return 0;
        }),
      );
  parent
    .command('resolve')
    .description('Take the reports of remarks away, and leave the remarks as they are')
    .argument('<remark...>', 'ids of remarks, as `buurt remarks list` shows them')
    .addHelpText('after', '\nExample:\n  buurt remarks resolve 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11')
    .action((ids: string[]) =>
      run(async (store, io, _, clock) => {
        const resolved = await store.transaction((db) =>
          resolveReports(db, ids, { by: operator, at: clock() }),
        );
        io.out(`The reports of ${counted(resolved, 'remark')} were taken away.\n`);
        return 0;
      }),
    );
  parent
    .command('erase')
    .description('Erase remarks for good, with their names and reports (GDPR, article 17)')
    .argument('<remark...>', 'ids of remarks, as `buurt remarks list` shows them')
    .option('--yes', 'say that it is meant')
    .addHelpText('after', '\nExample:\n  buurt remarks erase 3f0e8d0c-6a53-4f5b-9d53-2b7c0a1c9e11 --yes')
    .action((ids: string[], { yes = false }: { yes?: boolean }) =>
      run(async (store, io, _, clock) => {
        if (!yes) {
          await remarksCalled(store.db, ids);
          throw new CommandError(
            'Text, name and reports would be gone for good. Say so with --yes. Nothing was changed.',
          );
        }
        const erased = await store.transaction((db) => eraseRemarks(db, ids, { by: operator, at: clock() }));
        io.out(`${counted(erased, 'remark')} erased. Backups still hold them.\n`);
        return 0;
      }),
    );
}
