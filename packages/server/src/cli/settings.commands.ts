import { settingKeys } from '@buurt/domain/desk/buurt-settings.js';
import type { Command } from 'commander';
import { operator } from '../acts/acts.queries.js';
import type { OperatorIo } from './operator-socket.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database, Store } from '../db/open.js';
import type { BuurtRow } from '../db/tables.js';
import { findBuurtCodes, findMunicipalities } from '../buurten/settings.queries.js';
import { changeSettings, type SettingsChange } from '../buurten/settings.service.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import { jsonOf } from './files.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import { overridesFrom, valueFrom, withSetting } from '../buurten/settings-rules.js';
import { counted, onOneLine } from './table.js';
import { residentText } from './parsers.js';

const indented = (json: unknown) => JSON.stringify(json, null, 2).replaceAll('\n', '\n  ');

function show({ code, name, settings }: BuurtRow, { json }: { json?: true }): string {
  const { buurtName: _, ...effective } = settingsOf({ name, settings });
  if (json) return `${JSON.stringify(effective, null, 2)}\n`;
  const lines = Object.entries(effective).map(
    ([key, value]) => `${key}${Object.hasOwn(settings, key) ? '' : ' (default)'}\n  ${indented(value)}\n`,
  );
  return `${code} ${name}\n\n${lines.join('')}`;
}

/** Which buurten a command changes: one, by its code or name, those of a municipality, or all of the server. */
interface Wide {
  readonly municipality?: string;
  readonly all?: true;
}

const isWide = ({ municipality, all }: Wide) => municipality !== undefined || all === true;

async function codesOf(db: Database, named: string | undefined, wide: Wide): Promise<string[]> {
  if (named !== undefined) return [(await findBuurtByName(db, named)).code];
  const { municipality } = wide;
  const codes = await findBuurtCodes(db, municipality);
  if (codes.length > 0) return codes;
  if (municipality === undefined)
    throw new CommandError('There are no buurten yet. See buurt import-buurten.');
  const known = await findMunicipalities(db, 6);
  throw new CommandError(
    `There is no buurt in ${onOneLine(municipality)}. ` +
      `There are buurten in: ${known.map(onOneLine).join(', ') || 'no municipality'}.`,
  );
}

/** Reads, changes and writes in one transaction, so that of two operators neither undoes the other. */
const change = (
  store: Store,
  { named, wide, at }: { readonly named: string | undefined; readonly wide: Wide; readonly at: Date },
  changed: SettingsChange,
) =>
  store.transaction(async (db) => {
    const codes = await codesOf(db, named, wide);
    const buurten = await changeSettings(db, codes, changed, { by: operator, at });
    const [first] = buurten;
    return named !== undefined && first
      ? `${first.code} ${first.name}`
      : counted(buurten.length, 'buurt', 'buurten');
  });

/** With an option that names many buurten, the first argument is not a buurt. */
function withoutBuurt(args: readonly (string | undefined)[], wide: Wide): (string | undefined)[] {
  if (wide.municipality !== undefined && wide.all)
    throw new CommandError('Give --municipality or --all, not both.');
  if (!isWide(wide)) return [...args];
  if (args.at(-1) !== undefined)
    throw new CommandError('Give a buurt, or --municipality or --all, not both.');
  return [undefined, ...args];
}

interface SettingsOrder {
  /** The words of the command. */
  readonly args: readonly (string | undefined)[];
  readonly wide: Wide;
  readonly at: Date;
}

async function set(store: Store, io: OperatorIo, { args, wide, at }: SettingsOrder) {
  const [named, key, value] = withoutBuurt(args, wide);
  if (key === undefined) throw new CommandError('Give a setting, or a file that ends in .json.');
  if (value === undefined && !key.endsWith('.json'))
    throw new CommandError(`Give a value for ${key}, or a file that ends in .json.`);
  const given = value === undefined ? overridesFrom(await jsonOf(io, key)) : undefined;
  const buurt = await change(store, { named, wide, at }, (current) =>
    given
      ? overridesFrom({ ...current, ...given })
      : withSetting(current, key, valueFrom(key, value as string)),
  );
  io.out(`${buurt}: ${given ? Object.keys(given).join(', ') : key} saved.\n`);
  return 0;
}

async function reset(store: Store, io: OperatorIo, { args, wide, at }: SettingsOrder) {
  const [named, key] = withoutBuurt(args, wide);
  if (named === undefined && !isWide(wide))
    throw new CommandError('Give a buurt, or --municipality or --all.');
  if (key !== undefined && !(settingKeys as readonly string[]).includes(key))
    throw new CommandError(`There is no setting ${key}. There are: ${settingKeys.join(', ')}.`);
  const buurt = await change(store, { named, wide, at }, (current) =>
    key === undefined ? {} : Object.fromEntries(Object.entries(current).filter(([other]) => other !== key)),
  );
  io.out(`${buurt}: ${key ?? 'everything'} is as default again.\n`);
  return 0;
}

const wideOptions = (command: Command) =>
  command
    .option('--municipality <name>', 'for all buurten of a municipality; leave the buurt out', residentText)
    .option('--all', 'for all buurten of the server; leave the buurt out');

/** What the idea form asks, buurt by buurt. */
export function addSettingsCommands(program: Command, run: CommandRegistrar): void {
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
      run(async ({ db }, io) => {
        io.out(show(await findBuurtByName(db, named), options));
        return 0;
      }),
    );
  wideOptions(settings.command('set'))
    .description('Change one setting, or those in a JSON file; nothing is saved when anything is wrong')
    .argument('<buurt>', 'code or name of the buurt')
    .argument('[key|file.json]', 'a setting, with dots to go deeper; or a file with settings')
    .argument('[value]', 'on or off, a number, a text, or JSON')
    .addHelpText(
      'after',
      `
Settings: ${settingKeys.join(', ')}

Examples:
  buurt settings set BU0363AA01 moderated off
  buurt settings set BU0363AA01 fields.phone.required no
  buurt settings set BU0363AA01 organisation.name "Woningstichting De Wetering"
  buurt settings set BU0363AA01 organisation.colour "#0b5c66"
  buurt settings set BU0363AA01 intro.nl "Vertel ons wat je wilt doen."
  buurt settings show BU0363AA01 --json > form.json    (change it, and then:)
  buurt settings set BU0363AA01 form.json
  buurt settings set --municipality Amsterdam \\
    organisation.privacyUrl https://www.wetering.example/privacy
  buurt settings set --all form.json`,
    )
    .action((named: string, key: string | undefined, value: string | undefined, wide: Wide) =>
      run((store, io, _, clock) => set(store, io, { args: [named, key, value], wide, at: clock() })),
    );
  wideOptions(settings.command('reset'))
    .description('Go back to the default of one setting, or of all')
    .argument('[buurt]', 'code or name of the buurt')
    .argument('[key]', 'a setting; without it all settings')
    .addHelpText('after', '\nExample:\n  buurt settings reset BU0363AA01 themes')
    .action((named: string | undefined, key: string | undefined, wide: Wide) =>
      run((store, io, _, clock) => reset(store, io, { args: [named, key], wide, at: clock() })),
    );
}
