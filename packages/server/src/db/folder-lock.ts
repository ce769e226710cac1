import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  link,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../config-error.js';
import { makeFolder } from './make-folder.js';

/** Who holds a folder, as its lock file says. */
interface Holder {
  readonly pid: number;
  /** When that process started, as Linux counts it; null elsewhere. Tells it from a later one with its number. */
  readonly started: string | null;
  readonly socket: string;
  /** The number of the folder itself: a copy of a folder is another folder. */
  readonly folder: number;
}

export interface FolderLock {
  /** What is done with every other process of this machine that calls on the holder of the folder. */
  answer(caller: (socket: Socket) => void): void;
  release(): Promise<void>;
}

/** A socket's address has room for 104 bytes on macOS, 108 on Linux. */
const longestAddress = 100;

async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
}

/** A connection to the process behind a socket; undefined when there is none. */
const called = (address: string): Promise<Socket | undefined> =>
  new Promise((answer) => {
    const socket = connect(address);
    socket.once('connect', () => answer(socket));
    socket.once('error', () => answer(undefined));
  });

async function isAlive({ pid, started, socket, folder }: Holder, own: number): Promise<boolean> {
  if (folder !== own) return false;
  const line = await called(socket);
  line?.destroy();
  return line !== undefined || (started !== null && started === (await startOf(pid)));
}

/** The numbers of the lock files in the folder; the highest is the lock, lower ones are left-overs. */
async function generations(dataDir: string): Promise<number[]> {
  const found = (await readdir(dataDir)).map((name) => /^lock-(\d+)$/.exec(name)?.[1]);
  return found.flatMap((digits) => (digits ? [Number(digits)] : [])).sort((a, b) => b - a);
}

const lockFile = (dataDir: string, generation: number) => join(dataDir, `lock-${String(generation)}`);

/** A lock file that a power cut left unreadable has no living holder: one is linked only when whole. */
function holderFrom(json: string): Holder | undefined {
  try {
    return JSON.parse(json) as Holder;
  } catch {
    return undefined;
  }
}

interface Lock {
  readonly generation: number;
  readonly holder: Holder | undefined;
}

async function lockOf(dataDir: string): Promise<Lock> {
  const [generation = 0] = await generations(dataDir);
  if (generation === 0) return { generation, holder: undefined };
  try {
    return { generation, holder: holderFrom(await readFile(lockFile(dataDir, generation), 'utf8')) };
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return lockOf(dataDir);
    throw error;
  }
}

async function writeDraft(dataDir: string, holder: Holder): Promise<string> {
  const draft = join(dataDir, `lock-${randomUUID()}`);
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

async function socketAddress(dataDir: string): Promise<string> {
  const inFolder = join(dataDir, `${randomUUID().slice(0, 8)}.sock`);
  if (Buffer.byteLength(inFolder) <= longestAddress) return inFolder;
  return join(await mkdtemp(join(tmpdir(), 'buurt-')), 'server.sock');
}

/** Removes nothing but a socket, and the folder of our own around it: what a lock file says may be old or odd. */
async function forgetSocket(dataDir: string, address: string): Promise<void> {
  const found = await lstat(address).catch(() => undefined);
  if (!found?.isSocket()) return;
  await rm(address, { force: true });
  if (dirname(address) !== dataDir) await rmdir(dirname(address)).catch(() => undefined);
}

/** Listens where only the same user can call. */
function listen(server: Server, address: string): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    const before = process.umask(0o177);
    server.listen(address, ready);
    process.umask(before);
    server.unref();
  });
}

/**
 * Puts down our lock file as the next generation. Of two at once only one can link the name, and one that was slow
 * finds a higher number beside its own; the highest lock file is never removed, so a dead holder's stays until then.
 */
async function take(dataDir: string, generation: number, holder: Holder): Promise<boolean> {
  const draft = await writeDraft(dataDir, holder);
  try {
    await link(draft, lockFile(dataDir, generation));
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const [highest, ...lower] = await generations(dataDir);
  const won = highest === generation;
  const stale = won ? lower : [generation];
  for (const each of stale) await rm(lockFile(dataDir, each), { force: true });
  return won;
}

const inUse = (dataDir: string, { pid }: Holder) =>
  new ConfigError(
    `The folder ${dataDir} is in use by another server (process ${String(pid)}). ` +
      'Stop that one first, or set DATA_DIR to another folder.',
  );

/** Resolves to the generation that is ours. */
async function compete(dataDir: string, mine: Holder): Promise<number> {
  const { generation, holder } = await lockOf(dataDir);
  if (holder && (await isAlive(holder, mine.folder))) throw inUse(dataDir, holder);
  if (!(await take(dataDir, generation + 1, mine))) return compete(dataDir, mine);
  if (holder?.folder === mine.folder) await forgetSocket(dataDir, holder.socket);
  return generation + 1;
}

function callableServer() {
  let answer: FolderLock['answer'] = () => {};
  const answering = new Promise<(socket: Socket) => void>((ready) => (answer = ready));
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).unref();
    void answering.then((caller) => caller(socket));
  });
  return { server, answer };
}

/**
 * Makes this process the only one that works in the folder, until it releases it or dies.
 * @throws {ConfigError} when another living process has it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const dataDir = resolve(folder);
  await makeFolder(dataDir);
  const { server, answer } = callableServer();
  const socket = await socketAddress(dataDir);
  await listen(server, socket);
  const hangUp = async () => {
    await forgetSocket(dataDir, socket);
    server.close();
  };
  const { ino } = await stat(dataDir);
  const mine: Holder = { pid: process.pid, started: await startOf(process.pid), socket, folder: ino };
  try {
    const generation = await compete(dataDir, mine);
    const release = async () => {
      const released = await writeDraft(dataDir, { ...mine, started: null });
      await rename(released, lockFile(dataDir, generation));
      await hangUp();
    };
    return { answer, release };
  } catch (error) {
    await hangUp();
    throw error;
  }
}

/** A line to the process that holds the folder; undefined when nobody does. */
export async function callHolder(folder: string): Promise<Socket | undefined> {
  const dataDir = resolve(folder);
  if (!existsSync(dataDir)) return undefined;
  const { holder } = await lockOf(dataDir);
  const { ino } = await stat(dataDir);
  return holder?.folder === ino ? called(holder.socket) : undefined;
}
