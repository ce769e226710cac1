import type { Command } from 'commander';
import type { OperatorIo } from '../operator-socket.js';
import { settingsOf } from '../store/buurten.js';
import type { Store } from '../store/open.js';
import type { BuurtRow, SettingsOverrides } from '../store/tables.js';
import { buurtCalled } from './buurt-called.js';
import { jsonOf } from './files.js';
import type { Plan } from './plan.js';
import { OperatorProblem } from './operator-problem.js';
import { overridesFrom, settingKeys, valueFrom, withSetting } from './settings-rules.js';

const indented = (json: unknown) => JSON.stringify(json, null, 2).replaceAll('\n', '\n  ');

function show({ code, name, settings }: BuurtRow, { json }: { json?: true }): string {
  const { buurtName: _, ...effective } = settingsOf({ name, settings });
  if (json) return `${JSON.stringify(effective, null, 2)}\n`;
  const lines = Object.entries(effective).map(
    ([key, value]) => `${key}${Object.hasOwn(settings, key) ? '' : ' (default)'}\n  ${indented(value)}\n`,
  );
  return `${code} ${name}\n\n${lines.join('')}`;
}

/** Reads, changes and writes in one transaction, so that of two operators neither undoes the other. */
const change = (store: Store, named: string, changed: (current: SettingsOverrides) => SettingsOverrides) =>
  store.transaction(async (db) => {
    const { code } = await buurtCalled(db, named);
    const { name, settings } = await db
      .selectFrom('buurt')
      .select(['name', 'settings'])
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await db
      .updateTable('buurt')
      .set({ settings: JSON.stringify(changed(settings)) })
      .where('code', '=', code)
      .execute();
    return `${code} ${name}`;
  });

async function set(store: Store, io: OperatorIo, named: string, key: string, value: string | undefined) {
  if (value === undefined && !key.endsWith('.json'))
    throw new OperatorProblem(`Give a value for ${key}, or a file that ends in .json.`);
  const given = value === undefined ? overridesFrom(await jsonOf(io, key)) : undefined;
  const buurt = await change(store, named, (current) =>
    given
      ? overridesFrom({ ...current, ...given })
      : withSetting(current, key, valueFrom(key, value as string)),
  );
  io.out(`${buurt}: ${given ? Object.keys(given).join(', ') : key} saved.\n`);
  return 0;
}

async function reset(store: Store, io: OperatorIo, named: string, key: string | undefined) {
  if (key !== undefined && !(settingKeys as string[]).includes(key))
    throw new OperatorProblem(`There is no setting ${key}. There are: ${settingKeys.join(', ')}.`);
  const buurt = await change(store, named, (current) =>
    key === undefined ? {} : Object.fromEntries(Object.entries(current).filter(([other]) => other !== key)),
  );
  io.out(`${buurt}: ${key ?? 'everything'} is as default again.\n`);
  return 0;
}

/** What the idea form asks, buurt by buurt. */
export function addSettingsCommands(program: Command, plan: Plan): void {
  const settings = program
    .command('settings')
    .description('Show or change what the idea form asks in a buurt');
  settings
    .command('show')
    .description('Show the settings of a buurt; what it did not set itself is marked as default')
    .argument('<buurt>', 'code or name of the buurt')
    .option('--json', 'as JSON, to change and give to "settings set"')
    .addHelpText('after', '\nExample:\n  buurt settings show BU0363AA01')
    .action((named: string, options: { json?: true }) =>
      plan(async ({ db }, io) => {
        io.out(show(await buurtCalled(db, named), options));
        return 0;
      }),
    );
  settings
    .command('set')
    .description('Change one setting, or those in a JSON file; nothing is saved when anything is wrong')
    .argument('<buurt>', 'code or name of the buurt')
    .argument('<key|file.json>', 'a setting, with dots to go deeper; or a file with settings')
    .argument('[value]', 'on or off, a number, a text, or JSON')
    .addHelpText(
      'after',
      `
Settings: ${settingKeys.join(', ')}

Examples:
  buurt settings set BU0363AA01 moderated off
  buurt settings set BU0363AA01 fields.phone.required no
  buurt settings set BU0363AA01 organisation.name "Woningstichting De Wetering"
  buurt settings set BU0363AA01 intro.nl "Vertel ons wat je wilt doen."
  buurt settings show BU0363AA01 --json > form.json    (change it, and then:)
  buurt settings set BU0363AA01 form.json`,
    )
    .action((named: string, key: string, value: string | undefined) =>
      plan((store, io) => set(store, io, named, key, value)),
    );
  settings
    .command('reset')
    .description('Go back to the default of one setting, or of all')
    .argument('<buurt>', 'code or name of the buurt')
    .argument('[key]', 'a setting; without it all settings')
    .addHelpText('after', '\nExample:\n  buurt settings reset BU0363AA01 themes')
    .action((named: string, key: string | undefined) => plan((store, io) => reset(store, io, named, key)));
}
