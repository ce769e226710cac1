import {
  endpointAddress,
  isCallable,
  providerContext,
  type Connection,
  type ProviderContext,
} from '@buurt/core/element/connection.js';
import { ContextRequest } from '@buurt/core/element/context-request.js';
import { obstacleBefore, stoppedByPolicy } from '@buurt/core/http/diagnosis.js';
import { setupProblem } from '@buurt/core/element/setup-problem.js';
import { good, wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';

/** What a widget was told of its server; `code` is undefined where it needs no buurt, such as a whole municipality. */
interface ServerSettings {
  readonly endpoint: string | undefined;
  readonly fetch: typeof fetch;
  readonly code: string | undefined;
  /** The round that a vote names; undefined where it takes the one of now. */
  readonly round: string | undefined;
  readonly writes: boolean;
}

interface Configured extends Element {
  readonly endpoint?: string;
  readonly buurt?: string;
  readonly municipality?: string;
  readonly round?: string;
  readonly connection?: Connection;
}

/** Further apart than this, "closes tonight" is said of the wrong moment. */
const clockMs = 2 * 60_000;

function serverSettingsOf(widget: Configured): readonly ServerSettings[] {
  let around: ProviderContext = {};
  widget.dispatchEvent(
    new ContextRequest<ProviderContext>(providerContext, widget, (each) => (around = each)),
  );
  const { connection, municipality, round } = widget;
  const own = {
    endpoint: connection?.endpoint ?? widget.endpoint ?? around.endpoint,
    fetch: connection?.fetch ?? around.fetch ?? fetch.bind(globalThis),
    round: round?.trim() || undefined,
    writes: !['buurt-map-card', 'buurt-cashbook'].includes(widget.localName),
  };
  // The link of a maker says which buurt it is.
  const needsNoBuurt = municipality || widget.localName === 'buurt-my-initiative';
  const codes = needsNoBuurt ? [undefined] : (widget.buurt ?? around.buurt ?? '').trim().split(/\s+/);
  return codes.map((code) => ({ ...own, code }));
}

const init = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

const isCode = (code: string | undefined): boolean => code === undefined || /^BU[0-9A-Z]{8}$/.test(code);

const loads = (src: string) => () =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = image.onerror = resolve;
    image.src = src;
  });

async function findInImages(endpoint: string, words: CheckMessages): Promise<readonly Finding[]> {
  const { origin } = new URL(endpoint);
  const blob = URL.createObjectURL(new Blob());
  const noPhotos = await stoppedByPolicy('img-src', origin, loads(`${endpoint}/openapi.json`));
  const noPreview = await stoppedByPolicy('img-src', 'blob', loads(blob));
  URL.revokeObjectURL(blob);
  return [
    ...(noPhotos ? [wrong(words.noPhotos(origin))] : []),
    ...(noPreview ? [wrong(words.noPreview)] : []),
  ];
}

function findInClock({ headers }: Response, words: CheckMessages): readonly Finding[] {
  const serverMs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(serverMs)) return [];
  const apartMs = Math.abs(serverMs - Date.now());
  return [apartMs > clockMs ? wrong(words.clock(Math.round(apartMs / 60_000))) : good(words.clockRight)];
}

function findInAnswer(
  answer: Response,
  { code = '' }: ServerSettings,
  endpoint: string,
  words: CheckMessages,
): readonly Finding[] {
  const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
  if (answer.redirected) return [wrong(words.redirected(answer.url))];
  if (answer.status === 429 || answer.status >= 500) return [wrong(words.troubled(endpoint, answer.status))];
  // Beside its API our server answers with JSON too.
  if (!isJson || !answer.headers.has('api-version')) return [wrong(words.notApi(endpoint))];
  if (answer.status === 404) return [wrong(words.noBuurt(endpoint, code))];
  if (!answer.ok) return [wrong(words.notApi(endpoint))];
  return [good(words.reachable(endpoint, code)), ...findInClock(answer, words)];
}

/** A path that no server has: whether the server lets this page send at all shows in whether it answers. */
async function findInWriting(
  wish: ServerSettings,
  endpoint: string,
  words: CheckMessages,
): Promise<readonly Finding[]> {
  if (!wish.writes || new URL(endpoint).origin === location.origin) return [];
  const answers = await wish.fetch(`${endpoint}/self-test`, { method: 'DELETE' }).then(
    () => true,
    () => false,
  );
  return answers ? [] : [wrong(words.noWriting(endpoint, location.origin))];
}

const roundId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A round that is no id at all is found in the attribute, without asking. */
async function findRound(
  { round, fetch: ask }: ServerSettings,
  endpoint: string,
  words: CheckMessages,
): Promise<readonly Finding[]> {
  if (round === undefined || !roundId.test(round)) return [];
  const answer = await ask(`${endpoint}/rounds/${round}`, init).catch(() => undefined);
  return answer?.status === 404 ? [wrong(words.wrongRound(round))] : [];
}

async function findAt(wish: ServerSettings, words: CheckMessages): Promise<readonly Finding[]> {
  const endpoint = endpointAddress(wish.endpoint);
  if (!isCallable(endpoint) || !isCode(wish.code)) {
    const locale = document.documentElement.lang.startsWith('en') ? 'en' : 'nl';
    return [wrong(setupProblem({ endpoint: wish.endpoint, buurt: wish.code }, locale))];
  }
  const path = wish.code === undefined ? '/openapi.json' : `/buurten/${wish.code}`;
  const answer = await wish.fetch(endpoint + path, init).catch(() => undefined);
  if (!answer) {
    const obstacle = await obstacleBefore(endpoint);
    // Beside its API a server answers no other site, so a wrong path looks like a site that is not allowed.
    if (obstacle === 'origin' && !/\/v\d+$/.test(endpoint)) return [wrong(words.notApi(endpoint))];
    const told = { policy: new URL(endpoint).origin, origin: location.origin, nobody: '' };
    return [wrong(words[obstacle](endpoint, told[obstacle]))];
  }
  return [
    ...findInAnswer(answer, wish, endpoint, words),
    ...(answer.ok ? await findRound(wish, endpoint, words) : []),
    ...(answer.ok ? await findInWriting(wish, endpoint, words) : []),
    ...(answer.ok ? await findInImages(endpoint, words) : []),
  ];
}

/** What stands between the widgets of a page and their servers; each server and buurt is asked once. */
export async function findInServers(
  widgets: readonly Element[],
  words: CheckMessages,
): Promise<readonly Finding[]> {
  const wishes = new Map<string, ServerSettings>();
  for (const wish of widgets.flatMap((widget) => serverSettingsOf(widget as Configured))) {
    const key = `${wish.endpoint ?? ''} ${wish.code ?? ''} ${wish.round ?? ''}`;
    const writes = wish.writes || (wishes.get(key)?.writes ?? false);
    wishes.set(key, { ...wish, writes });
  }
  const found = await Promise.all([...wishes.values()].map((wish) => findAt(wish, words)));
  const texts = new Map(found.flat().map((finding) => [finding.text, finding]));
  return [...texts.values()];
}
