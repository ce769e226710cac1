import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fileError, CommandError } from './command-error.js';

const marks = [
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
] as const;

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw fileError(path, error);
  }
}

/** Parts of a file that is UTF-16, as UTF-8. */
async function* transcoded(
  path: string,
  encoding: 'utf-16le' | 'utf-16be',
  parts: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const part of parts) yield Buffer.from(decoder.decode(part, { stream: true }));
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(`${path} is marked as UTF-16, and is not. Save it as UTF-8.`, { cause: error });
  }
}

/** How many bytes at the end are the beginning of a character that goes on in the next part. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

const newline = 0x0a;
const linesIn = (bytes: Buffer) => bytes.reduce((count, byte) => count + (byte === newline ? 1 : 0), 0);

/** What is wrong with bytes that should be text in UTF-8, and before which line break it is; or nothing. */
function faultIn(bytes: Buffer): { readonly line: number; readonly words: string } | undefined {
  if (isUtf8(bytes) && !bytes.includes(0) && !bytes.includes('\ufffd')) return undefined;
  let line = 0;
  for (let from = 0; from <= bytes.length; line++) {
    const at = bytes.indexOf(newline, from);
    const part = bytes.subarray(from, at < 0 ? bytes.length : at);
    if (!isUtf8(part)) return { line, words: 'is not UTF-8' };
    if (part.includes(0)) return { line, words: 'is not UTF-8: it holds a NUL, as UTF-16 without its mark' };
    if (part.includes('\ufffd')) return { line, words: 'lost letters when it was saved: it holds �' };
    if (at < 0) break;
    from = at + 1;
  }
  return undefined;
}

/** Parts that are held to be UTF-8, never ending within a character. */
async function* checked(path: string, parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [line, rest] = [1, Buffer.alloc(0)];
  const whole = (bytes: Buffer): Buffer => {
    const fault = faultIn(bytes);
    if (fault)
      throw new CommandError(
        `${path} ${fault.words} (line ${String(line + fault.line)}). Save it as UTF-8 ("CSV UTF-8" in Excel).`,
      );
    line += linesIn(bytes);
    return bytes;
  };
  for await (const part of parts) {
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const end = bytes.length - unfinished(bytes);
    rest = Buffer.from(bytes.subarray(end));
    yield whole(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield whole(rest);
}

/**
 * The text of a file that an operator brings, as UTF-8 in parts, without a byte order mark: UTF-8, or UTF-16 that is
 * marked so. Every other encoding is a guess, and a name that was guessed wrong goes unseen.
 * @throws {CommandError} when it cannot be read, or is something else, with the line
 */
export async function* textPartsOf(path: string): AsyncGenerator<Buffer> {
  const parts = bytesOf(path);
  const first = await parts.next();
  if (first.done) return;
  const mark = marks.find(({ bytes }) => first.value.subarray(0, bytes.length).equals(bytes));
  const all = (async function* () {
    yield mark ? first.value.subarray(mark.bytes.length) : first.value;
    yield* parts;
  })();
  const encoding = mark?.encoding ?? 'utf-8';
  yield* checked(path, encoding === 'utf-8' ? all : transcoded(path, encoding, all));
}
