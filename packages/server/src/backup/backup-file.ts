import { createHash, randomUUID } from 'node:crypto';
import { existsSync, createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { syncFolder } from '../db/durable-files.js';

/**
 * A backup is lines of JSON, compressed with gzip: first its head, then for each table a line about it and a line for each row, last how many
 * rows there are and the SHA-256 of all lines before. A value is its text in PostgreSQL or null, so that every PostgreSQL can
 * take it, embedded or not, and somebody with `zcat` can read it.
 */
const Head = z.object({
  buurtBackup: z.literal(1),
  at: z.string(),
  /** The steps that its tables have had. */
  migrations: z.array(z.string()).min(1),
  /** What tells the secret again that its codes of letters are good with. */
  keyFingerprint: z.string().nullable(),
  secret: z.string().optional(),
});
export type BackupHead = z.infer<typeof Head>;

const Table = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  /** The last number that was given out in a column; null when none was. */
  sequences: z.record(z.string(), z.string().nullable()),
});
export type BackupTable = z.infer<typeof Table>;

const Row = z.array(z.string().nullable());
export type BackupRow = readonly (string | null)[];

const End = z.object({ rows: z.number(), sha256: z.string() });

export interface BackupWriter {
  head(head: Omit<BackupHead, 'buurtBackup' | 'at'> & { readonly at: Date }): Promise<void>;
  table(table: BackupTable): Promise<void>;
  rows(rows: readonly BackupRow[]): Promise<void>;
}

/** What a file holds. */
export interface BackupCounts {
  readonly tables: number;
  readonly rows: number;
}

/** Writes lines, and knows at the end what was in them. */
class LineWriter implements BackupWriter {
  readonly #hash = createHash('sha256');
  #tables = 0;
  #rows = 0;

  constructor(private readonly file: FileHandle) {}

  async #lines(lines: readonly unknown[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    this.#hash.update(text);
    await this.file.appendFile(text);
  }

  head({ at, ...head }: Parameters<BackupWriter['head']>[0]): Promise<void> {
    return this.#lines([{ buurtBackup: 1, at: at.toISOString(), ...head } satisfies BackupHead]);
  }

  table(table: BackupTable): Promise<void> {
    this.#tables++;
    return this.#lines([table]);
  }

  rows(rows: readonly BackupRow[]): Promise<void> {
    this.#rows += rows.length;
    return this.#lines(rows);
  }

  async end(): Promise<BackupCounts> {
    const end: z.infer<typeof End> = { rows: this.#rows, sha256: this.#hash.copy().digest('hex') };
    await this.#lines([end]);
    return { tables: this.#tables, rows: this.#rows };
  }
}

/** A file beside another, for its owner only, that is gone after the work unless it was moved. */
async function withPart<T>(path: string, work: (part: string, file: FileHandle) => Promise<T>): Promise<T> {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    return await work(part, file);
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/** There is a file of this name. */
export class FileExists extends Error {}

/**
 * Makes a backup at `path`, whole or not at all, which only its owner can read. `write` is done before anything is compressed, so
 * that a database that waits for it does not wait for that.
 * @throws {FileExists} when there is a file already
 */
export async function makeBackupFile(
  path: string,
  write: (writer: BackupWriter) => Promise<void>,
): Promise<BackupCounts> {
  if (existsSync(path)) throw new FileExists();
  return withPart(path, (plainPart, plain) =>
    withPart(path, async (part, file) => {
      const lines = new LineWriter(plain);
      await write(lines);
      const counts = await lines.end();
      const gzip = createGzip({ level: constants.Z_BEST_SPEED });
      await pipeline(createReadStream(plainPart), gzip, createWriteStream(part, { flags: 'r+' }));
      await file.sync();
      if (existsSync(path)) throw new FileExists();
      await rename(part, path);
      syncFolder(dirname(path));
      return counts;
    }),
  );
}

/** A file is no backup, or is not what was written; the message says which. */
export class DamagedBackup extends Error {}

/** One line of a backup after its head. */
export type BackupEntry = BackupTable | BackupRow;

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const text = source.pipe(createGunzip()).setEncoding('utf8');
  source.once('error', (error) => text.destroy(error));
  try {
    let rest = '';
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') throw new DamagedBackup('it does not end where it should');
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('Z_'))
      throw new DamagedBackup('it is no backup, or not a whole one', { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
}

function readAs<T>(shape: z.ZodType<T>, line: string): T {
  try {
    return shape.parse(JSON.parse(line));
  } catch (error) {
    throw new DamagedBackup('it is no backup, or a later version made it', { cause: error });
  }
}

/**
 * Reads the head of a backup. It may still be damaged further on: see {@link readBackup}.
 * @throws {DamagedBackup} when it is none
 */
export async function readHead(path: string): Promise<BackupHead> {
  for await (const line of linesOf(path)) return readAs(Head, line);
  throw new DamagedBackup('it is empty');
}

/**
 * Reads a backup to its end, so that nothing is begun with one that is damaged.
 * @throws {DamagedBackup} when it is not what was written
 */
export async function checkBackup(path: string): Promise<void> {
  const entries = readBackup(path);
  while (!(await entries.next()).done);
}

const Entry = z.union([Row, Table]);

/**
 * Reads what follows the head.
 * @throws {DamagedBackup} after the last line, when that says that something else was written
 */
export async function* readBackup(path: string): AsyncGenerator<BackupEntry> {
  const hash = createHash('sha256');
  let rows = 0;
  let isHead = true;
  let held: string | undefined;
  for await (const line of linesOf(path)) {
    if (held !== undefined) {
      hash.update(`${held}\n`);
      const entry = isHead ? undefined : readAs(Entry, held);
      isHead = false;
      if (Array.isArray(entry)) rows++;
      if (entry !== undefined) yield entry;
    }
    held = line;
  }
  const end = readAs(End, held ?? '');
  if (end.rows !== rows || end.sha256 !== hash.digest('hex'))
    throw new DamagedBackup('it is not what was written: its checksum is another one');
}
