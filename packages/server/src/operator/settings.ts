import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ideaSettingsFrom, ShapeError, type IdeaSettings } from '@buurt/domain';
import type { OperatorIo } from '../operator-socket.js';
import { findBuurtRow, settingsOf } from '../store/buurten.js';
import type { Database, Store } from '../store/open.js';
import type { BuurtRow, SettingsOverrides } from '../store/tables.js';
import { Mistake } from './mistake.js';

async function buurtWith(db: Database, code: string): Promise<BuurtRow> {
  const buurt = await findBuurtRow(db, code);
  if (buurt) return buurt;
  throw new Mistake(`There is no buurt "${code}". Import it first: buurt import-buurten FILE.geojson`);
}

export async function showSettings(code: string, io: OperatorIo, { db }: Store): Promise<number> {
  io.out(`${JSON.stringify(settingsOf(await buurtWith(db, code)), null, 2)}\n`);
  return 0;
}

/** What can be set; the name of the buurt comes with its border. */
const keys = [
  'organisation',
  'intro',
  'themes',
  'fields',
  'questions',
  'moderated',
  'answerDays',
  'contactKeptDays',
] as const satisfies readonly (keyof IdeaSettings)[];

const isKey = (key: string): key is (typeof keys)[number] => (keys as readonly string[]).includes(key);

/** `true`, `14` and `{ … }` are JSON; a word that is not stays a text. */
function valueFrom(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return written;
  }
}

async function objectFrom(path: string, name: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Mistake(`${name} cannot be read.`);
  });
  const json = valueFrom(text.replace(/^\uFEFF/, ''));
  if (typeof json === 'object' && json !== null && !Array.isArray(json))
    return json as Record<string, unknown>;
  throw new Mistake(`${name} does not hold a JSON object.`);
}

/** Settings may only name themes that there are, ask no field twice, and keep their limits in order. */
function checkSense({ fields, questions, themes }: IdeaSettings): void {
  const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index);
  const repeated =
    twice(fields.map(({ name }) => name)) ??
    twice(questions.map(({ id }) => id)) ??
    twice(themes.map(({ id }) => id));
  if (repeated !== undefined) throw new Mistake(`"${repeated}" stands in the settings twice.`);
  for (const { name, min = 0, max = Infinity } of fields)
    if (min > max)
      throw new Mistake(`The field "${name}" asks for at least ${String(min)} and at most ${String(max)}.`);
  for (const { id, kind, options, onlyForTheme } of questions) {
    if (!/^[\w-]{1,40}$/.test(id))
      throw new Mistake(`The question "${id}" needs an id of letters, digits and dashes.`);
    if (kind === 'choice' && options.length < 2)
      throw new Mistake(`The question "${id}" needs two options or more.`);
    if (onlyForTheme !== undefined && !themes.some((theme) => theme.id === onlyForTheme))
      throw new Mistake(`The question "${id}" is for the theme "${onlyForTheme}", which does not exist.`);
  }
  if (!fields.some(({ name }) => name === 'title'))
    throw new Mistake('An idea needs its title: keep that field.');
}

/** Stores what is different from the defaults, after everything together was found to make sense. */
export async function saveSettings(
  code: string,
  changes: Readonly<Record<string, unknown>>,
  { db }: Pick<Store, 'db'>,
): Promise<void> {
  const strange = Object.keys(changes).find((key) => !isKey(key));
  if (strange !== undefined)
    throw new Mistake(`There is no setting "${strange}". There are: ${keys.join(', ')}.`);
  const buurt = await buurtWith(db, code);
  const settings = { ...buurt.settings, ...changes } as SettingsOverrides;
  try {
    checkSense(ideaSettingsFrom(JSON.parse(JSON.stringify(settingsOf({ ...buurt, settings })))));
  } catch (error) {
    if (error instanceof ShapeError) throw new Mistake(`The settings do not fit: ${error.message}.`);
    throw error;
  }
  await db
    .updateTable('buurt')
    .set({ settings: JSON.stringify(settings) })
    .where('code', '=', code)
    .execute();
}

export async function setSettings(
  code: string,
  keyOrFile: string,
  value: string | undefined,
  io: OperatorIo,
  store: Store,
): Promise<number> {
  const changes =
    value === undefined
      ? await objectFrom(resolve(io.cwd, keyOrFile), keyOrFile)
      : { [keyOrFile]: valueFrom(value) };
  await saveSettings(code, changes, store);
  io.out(`The settings of ${code} are changed: ${Object.keys(changes).join(', ')}.\n`);
  return 0;
}
