import { connectionLost, HttpProblem } from './problem-json.js';

const mostJsonBytes = 64 * 1024;
export const mostPhotoBytes = 8 * 1024 * 1024;
const deepestJson = 32;

interface BodyLimits {
  readonly mostBytes: number;
  /** So long nothing may come. */
  readonly idleMs: number;
}

const tooBig = (mostBytes: number) => {
  const size =
    mostBytes >= 1024 * 1024 ? `${String(mostBytes / 1024 / 1024)} MB` : `${String(mostBytes / 1024)} kB`;
  return new HttpProblem('too-big', `Er past hoogstens ${size} in.`, { headers: { Connection: 'close' } });
};

const tooSlow = () =>
  new HttpProblem('too-slow', 'De verbinding viel stil. Probeer het nog een keer.', {
    headers: { Connection: 'close' },
  });

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(tooSlow()), idleMs)));
  try {
    return await Promise.race([
      // Whatever ends a body before its end is the connection of the caller.
      reader.read().catch((error: unknown) => {
        throw connectionLost(error);
      }),
      silence,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The body of a request, as far as it fits.
 * @throws {HttpProblem} when it is too big or stops coming
 */
export async function readBody(request: Request, { mostBytes, idleMs }: BodyLimits): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooBig(mostBytes);
  const reader = request.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await nextChunk(reader, idleMs);
    if (done) break;
    size += value.byteLength;
    if (size > mostBytes) throw tooBig(mostBytes);
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** How deep the brackets of a JSON text go; counted before it is parsed. */
function jsonDepth(json: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (inText && character === '\\') i++;
    else if (character === '"') inText = !inText;
    else if (!inText && (character === '{' || character === '[')) deepest = Math.max(deepest, ++depth);
    else if (!inText && (character === '}' || character === ']')) depth--;
  }
  return deepest;
}

const malformed = (detail: string) =>
  new HttpProblem('invalid-input', detail, { problems: [{ pointer: '', code: 'malformed' }] });

/** @throws {HttpProblem} when the bytes are not JSON, or JSON that goes too deep */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (jsonDepth(json) > deepestJson)
      throw malformed(`De JSON gaat dieper dan ${String(deepestJson)} lagen.`);
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw malformed('Dit is geen JSON.');
  }
}

const mediaType = (request: Request) =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();

/** @throws {HttpProblem} unless the request says that it brings one of these */
export function requireType(request: Request, ...types: readonly string[]): void {
  if (types.includes(mediaType(request) ?? '')) return;
  throw new HttpProblem('unsupported-type', `Stuur dit als ${types.join(', ')}.`);
}

const jsonLimits = { mostBytes: mostJsonBytes, idleMs: 20_000 };

/**
 * The bytes of a JSON body of this type, not read yet.
 * @throws {HttpProblem} when it is something else, too big, or stops coming
 */
export function readJsonBytes(request: Request, type = 'application/json'): Promise<Uint8Array> {
  requireType(request, type);
  return readBody(request, jsonLimits);
}

/** @throws {HttpProblem} when the body is not JSON, too big, or stops coming */
export const readJson = async (request: Request): Promise<unknown> => parseJson(await readJsonBytes(request));

/** @throws {HttpProblem} when the body is not what a form of a page sends, too big, or stops coming */
export async function readForm(request: Request): Promise<URLSearchParams> {
  requireType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(new TextDecoder().decode(await readBody(request, jsonLimits)));
}
