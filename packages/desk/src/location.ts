import { inboxKinds, type InboxKind } from '@buurt/domain/desk/inbox.js';

/** What is open at the desk. */
export interface DeskLocation {
  readonly kind: InboxKind;
  readonly id: string;
}

/** The screens of the settings, in their order. */
export const settingsScreens = ['people', 'buurten', 'acts', 'erasing', 'mails', 'undelivered'] as const;
export type SettingsScreen = (typeof settingsScreens)[number];
/** What is to be erased for good. */
export interface ErasureLocation {
  readonly kind: 'idea' | 'remark' | 'offer';
  readonly id: string;
}

/**
 * Which of them is open; `start` is the first that somebody may see, with a code the settings of that buurt, with a kind and an
 * id the erasing of that.
 */
export type SettingsLocation = SettingsScreen | 'start' | `buurt/${string}` | `erase/${string}`;

export const settingsHash = (screen: SettingsScreen): string => `#/settings/${screen}`;
export const buurtHash = (code: string): string => `#/buurt/${code}`;

export const erasureHash = ({ kind, id }: ErasureLocation): string => `#/erase/${kind}/${id}`;

/** What is to be erased, of the screen of the settings that is open. */
export function erasureIn(screen: SettingsLocation): ErasureLocation | undefined {
  const [, kind, id] = /^erase\/(\w+)\/(.+)$/.exec(screen) ?? [];
  const known = (['idea', 'remark', 'offer'] as const).find((each) => each === kind);
  return known && id !== undefined ? { kind: known, id } : undefined;
}

/** What the address says is open of the settings: `#/settings/people`, `#/buurt/BU0363AA01`, `#/erase/idea/3f2a…`. */
export function settingsIn(hash: string): SettingsLocation | undefined {
  const [, code] = /^#\/buurt\/(BU[0-9A-Z]{8})$/.exec(hash) ?? [];
  if (code !== undefined) return `buurt/${code}`;
  const [, erased] = /^#\/erase\/((?:idea|remark|offer)\/[0-9a-f-]{36})$/.exec(hash) ?? [];
  if (erased !== undefined) return `erase/${erased}`;
  const [path, step] = /^#\/settings(?:\/([a-z]*))?$/.exec(hash) ?? [];
  return path === undefined ? undefined : (settingsScreens.find((each) => each === step) ?? 'start');
}

export const roundsHash = '#/rounds';
export const roundHash = (id: string): string => `#/round/${id}`;

export const draftHash = (id: string): string => `#/draft/${id}`;

/** What the address says is open of the budget votes: `all`, `round/…` or `draft/…` with an id. */
export function roundsIn(hash: string): string | undefined {
  return hash === roundsHash ? 'all' : /^#\/((?:round|draft)\/[0-9a-f-]{36})$/.exec(hash)?.[1];
}

/** What the address says is open, behind its `#`: `#/idea/3f2a…`. */
export function locationIn(hash: string): DeskLocation | undefined {
  const [, kind, id] = /^#\/([a-z]+)\/([0-9a-f-]{36})$/.exec(hash) ?? [];
  const known = inboxKinds.find((each) => each === kind && each !== 'letters');
  return known && id ? { kind: known, id } : undefined;
}

/** Letters are made on the screen of their budget vote. */
export function hashOf(open: DeskLocation | undefined): string {
  if (!open) return '#/';
  return open.kind === 'letters' ? roundHash(open.id) : `#/${open.kind}/${open.id}`;
}

export const isSame = (one: DeskLocation | undefined, other: DeskLocation | undefined): boolean =>
  one?.kind === other?.kind && one?.id === other?.id;

/** Takes the link of a login out of the address, so that it is in no history, and what was open stays; undefined when there is none. */
export function consumeLoginToken(open: DeskLocation | undefined): string | undefined {
  const [, token] = /^#login=([\w-]{20,100})$/.exec(location.hash) ?? [];
  if (token !== undefined) history.replaceState(history.state, '', hashOf(open));
  return token;
}
