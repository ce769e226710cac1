import type { ActorKind } from '../acts/act.js';
import type { IdeaSettings } from '../ideas/settings.js';

/** What an organisation can set for a buurt; the name of the buurt comes from the map. */
export const settingKeys = [
  'intro',
  'organisation',
  'themes',
  'fields',
  'questions',
  'moderated',
  'answerDays',
  'contactKeptDays',
] as const satisfies readonly Exclude<keyof IdeaSettings, 'buurtName'>[];
export type SettingKey = (typeof settingKeys)[number];

export const settingsScopes = ['buurt', 'all'] as const;
/** For which buurten something is set: for one, or for all of the server. */
export type SettingsScope = (typeof settingsScopes)[number];

/** The settings of a buurt as staff see and change them. */
export interface BuurtSettings {
  /** It goes along with a change, so that nobody overwrites what they did not see. */
  readonly version: string;
  readonly buurt: { readonly code: string; readonly name: string; readonly municipality: string };
  /** What holds now. */
  readonly idea: IdeaSettings;
  /** What this buurt has of its own; the others are as default. */
  readonly own: readonly SettingKey[];
  /** What a setting goes back to. */
  readonly defaults: IdeaSettings;
  /** Who changed something last; null when nobody did since such acts are kept. */
  readonly changed: {
    readonly at: string;
    readonly actor: ActorKind;
    /** Null for an operator, and once it was erased. */
    readonly name: string | null;
  } | null;
  /** For whoever may set something for all buurten; else null. */
  readonly all: {
    /** How many buurten there are. */
    readonly count: number;
    /** In how many of them each setting is another than here. */
    readonly different: Readonly<Record<SettingKey, number>>;
  } | null;
}

/** A JSON merge patch (RFC 7396) of settings; `null` for a setting is as default again. */
export type SettingsPatch = Readonly<Partial<Record<SettingKey, unknown>>>;
