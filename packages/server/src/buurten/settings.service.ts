import { createHash } from 'node:crypto';
import {
  settingKeys,
  type BuurtSettings,
  type SettingKey,
  type SettingsPatch,
  type SettingsScope,
} from '@buurt/domain/desk/buurt-settings.js';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import { ActRefused } from '../acts/act-refused.js';
import { lastActOf, recordActs, type ActContext, type NewAct } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import { CommandError } from '../cli/command-error.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { BuurtRow, SettingsOverrides } from '../db/tables.js';
import { buurtWithin } from './buurt-within.js';
import { settingsOf } from './buurten.queries.js';
import { checkPrivacyUrl, InvalidSettings, ofOneBuurt, withPatch } from './settings-rules.js';
import { countDifferent, findBuurtCodes, lockSettings, updateSettings } from './settings.queries.js';

type HeldBuurt = Pick<BuurtRow, 'code' | 'name' | 'settings'>;

/** What the settings of a buurt become. */
export type SettingsChange = (current: SettingsOverrides) => SettingsOverrides;

/** What is changed about one buurt; of more, the one that it cannot be changed for is named. */
function changedFor(buurt: HeldBuurt, isOne: boolean, change: SettingsChange): SettingsOverrides {
  const { settings } = buurt;
  try {
    const result = change(settings);
    checkPrivacyUrl(result, settings);
    return result;
  } catch (error) {
    if (isOne) throw error;
    if (error instanceof InvalidSettings) throw new InvalidSettings(error.problems, buurt);
    if (error instanceof CommandError)
      throw new CommandError(`${error.message}${ofOneBuurt(buurt)}`, { cause: error });
    throw error;
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Which settings became another, and which of them are as default again. */
function differences(before: SettingsOverrides, after: SettingsOverrides) {
  const keys = settingKeys.filter((key) => !isSame(inOrder(before[key]), inOrder(after[key])));
  const isReset = (key: SettingKey) => after[key] === undefined;
  return { changed: keys.filter((key) => !isReset(key)), reset: keys.filter(isReset) };
}

/** With the keys of each object in the order of their names: the database has an order of its own. */
function inOrder(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(inOrder);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, inOrder(value)]));
}

async function changeHeld(
  db: DatabaseTransaction,
  buurten: readonly HeldBuurt[],
  change: SettingsChange,
  { by, at }: ActContext,
): Promise<void> {
  const isOne = buurten.length === 1;
  const changes = buurten.flatMap((buurt) => {
    const settings = changedFor(buurt, isOne, change);
    const { changed, reset } = differences(buurt.settings, settings);
    return changed.length + reset.length === 0 ? [] : [{ code: buurt.code, settings, changed, reset }];
  });
  if (changes.length === 0) return;
  await updateSettings(db, changes);
  await recordActs(
    db,
    changes.map(({ code, changed, reset }): NewAct => ({
      ...{ by, at, name: 'settings.changed', buurt: code, subject: { kind: 'buurt', id: code } },
      detail: {
        ...(changed.length > 0 && { changed: changed.join(', ') }),
        ...(reset.length > 0 && { reset: reset.join(', ') }),
        ...(isOne ? {} : { buurten: changes.length }),
      },
    })),
  );
}

/**
 * Changes the settings of these buurten, all or none, and keeps for each what was changed; resolves to the buurten.
 * @throws {InvalidSettings} when the form of a buurt would not work so
 */
export async function changeSettings(
  db: DatabaseTransaction,
  codes: readonly string[],
  change: SettingsChange,
  context: ActContext,
): Promise<readonly HeldBuurt[]> {
  const buurten = await lockSettings(db, codes);
  await changeHeld(db, buurten, change, context);
  return buurten;
}

const versionOf = (settings: SettingsOverrides): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(settings)))
    .digest('base64url')
    .slice(0, 22);

/**
 * The settings of a buurt for whoever may change them.
 * @throws {ActRefused} `not-found`
 */
export async function settingsForDesk(
  db: Database,
  code: string,
  context: Pick<ActContext, 'buurten'>,
): Promise<BuurtSettings> {
  const { buurten = 'all' } = context;
  const row = await buurtWithin(db, code, context);
  const { name, municipality, settings } = row;
  const idea = settingsOf(row);
  const act = await lastActOf(db, 'settings.changed', { kind: 'buurt', id: code });
  return {
    version: versionOf(settings),
    buurt: { code, name, municipality },
    idea,
    own: settingKeys.filter((key) => settings[key] !== undefined),
    defaults: { ...defaultIdeaSettings, buurtName: name },
    changed: act ? { at: act.at.toISOString(), actor: act.actor_kind, name: act.staff_name } : null,
    all:
      buurten === 'all'
        ? await countDifferent(
            db,
            settingKeys.map((key) => ({ key, value: idea[key], standard: defaultIdeaSettings[key] })),
          )
        : null,
  };
}

/** A change of settings as it comes from the desk. */
export interface SettingsEdit {
  readonly patch: SettingsPatch;
  /** That of what they saw of this buurt. */
  readonly version: string;
  readonly scope: SettingsScope;
}

/**
 * Changes the settings of a buurt as somebody saw them, or those of all; resolves to how many buurten that is about.
 * @throws {ActRefused} `not-found`; `outside-own-buurten` for all, when they have some; `changed-meanwhile`
 * @throws {InvalidSettings} when a form would not work so
 */
export async function editSettings(
  db: DatabaseTransaction,
  code: string,
  { patch, version, scope }: SettingsEdit,
  context: ActContext,
): Promise<number> {
  const { buurten: bound = 'all' } = context;
  if (scope === 'all' && bound !== 'all') throw new ActRefused({ code: 'outside-own-buurten' });
  const codes = scope === 'all' ? await findBuurtCodes(db) : isWithin(bound, code) ? [code] : [];
  const buurten = codes.length === 0 ? [] : await lockSettings(db, codes);
  const seen = buurten.find((each) => each.code === code);
  if (!seen) throw new ActRefused({ code: 'not-found', kind: 'buurt', ids: [code] });
  if (versionOf(seen.settings) !== version) throw new ActRefused({ code: 'changed-meanwhile' });
  await changeHeld(db, buurten, (current) => withPatch(current, patch), context);
  return buurten.length;
}
