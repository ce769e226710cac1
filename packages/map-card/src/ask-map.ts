import type { BuurtApi } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import type { Sought } from '@buurt/core/element/together.js';

/** Which buurten a card shows: some, by their codes, or all of a municipality. */
export interface Scope {
  readonly codes: readonly string[];
  readonly municipality: string;
}

/** No picture shows more of a border than this many pixels wide. */
const width = '1000';

/** As it came: the code that reads it is on its way at the same time. */
const asItCame = (json: unknown): unknown => json;

/** The borders, in one question however many there are. */
export function askAreas(
  client: BuurtApi,
  { codes, municipality }: Scope,
  signal: AbortSignal,
): Promise<unknown> {
  const search = new URLSearchParams(municipality ? { municipality } : codes.map((code) => ['buurt', code]));
  search.set('width', width);
  return client.read({ path: `boundaries?${search.toString()}`, signal }, asItCame);
}

export const askFigures = (client: BuurtApi, code: string, signal: AbortSignal): Promise<unknown> =>
  client.read({ path: inBuurt(code), signal }, asItCame);

export const askVicinity = (client: BuurtApi, code: string, signal: AbortSignal): Promise<unknown> =>
  client.read({ path: `${inBuurt(code)}/surroundings?width=${width}` as const, signal }, asItCame);

/** What stands in an address for what is sought; a status is chosen here, of what came. */
export const searchFor = ({ theme, words }: Sought): string =>
  new URLSearchParams([
    ...theme.map((each) => ['theme', each]),
    ...(words.trim() ? [['q', words.trim()]] : []),
  ]).toString();

/** The initiatives of each buurt that fit the question. */
export const askPlaces = (
  client: BuurtApi,
  codes: readonly string[],
  search: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> =>
  Promise.all(
    codes.map((code) =>
      client.read({ path: `${inBuurt(code)}/places?${search}` as const, signal }, asItCame),
    ),
  );
