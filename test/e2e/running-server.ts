import { createHash } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { askServer } from '../../packages/server/src/cli/operator-socket.js';
import { quickStart } from '../server/quick-start.js';
import { freePort } from './free-port.js';

const home = fileURLToPath(new URL('../../', import.meta.url));
const programs = {
  demo: join(home, 'packages/demo-site/dist/main.js'),
  server: join(home, 'packages/server/dist/main.js'),
};
type Program = keyof typeof programs;
const operatorProgram = join(home, 'packages/server/dist/cli.js');

/** What decides what a first start leaves in its folder. */
const decisive = [
  ...['demo-site', 'server', 'domain', 'pabulib'].map((name) => ({
    folder: `packages/${name}/dist`,
    ext: '.js',
  })),
  { folder: 'packages/demo-site/seed', ext: '.json' },
  { folder: 'packages/demo-site/pictures', ext: '.webp' },
];

/** Changes with every build of the server, and every day: the demo has rounds that open and close by the calendar. */
async function templateName(): Promise<string> {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const { folder, ext } of decisive)
    for (const entry of (await readdir(join(home, folder), { recursive: true })).toSorted())
      if (entry.endsWith(ext)) hash.update(await readFile(join(home, folder, entry)));
  return `demo-${hash.digest('hex').slice(0, 16)}`;
}

/** A folder as a first start leaves it, made once for all tests of this user: filling one takes many seconds. */
async function template(): Promise<string> {
  const parent = join(tmpdir(), `buurt-tests-${userInfo().username}`);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = join(parent, await templateName());
  if (await stat(folder).catch(() => undefined)) return folder;
  const first = await RunningServer.in(await mkdtemp(join(tmpdir(), 'buurt-e2e-')));
  await first.start();
  await first.stop();
  // Whoever comes second leaves what is there.
  await rename(first.folder, folder).catch(() => first.remove());
  return folder;
}

/** The real server, as an operator runs it: a process of its own on a folder of its own. */
export class RunningServer {
  readonly #environment: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(
    readonly folder: string,
    readonly port: number,
    environment: NodeJS.ProcessEnv,
    readonly program: Program,
  ) {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const own = { DATA_DIR: folder, PORT: String(port), NO_COLOR: '1' };
    this.#environment = { ...inherited, ...own, ...environment };
  }

  /** A folder with the buurten of the demo in it, and a port; `start` makes it run, with the site of the demo or without. */
  static async at(environment: NodeJS.ProcessEnv = {}, program: Program = 'demo'): Promise<RunningServer> {
    const folder = await mkdtemp(join(tmpdir(), 'buurt-e2e-'));
    await cp(await template(), folder, { recursive: true });
    return RunningServer.in(folder, environment, program);
  }

  static async in(
    folder: string,
    environment: NodeJS.ProcessEnv = {},
    program: Program = 'demo',
  ): Promise<RunningServer> {
    return new RunningServer(folder, await freePort(), environment, program);
  }

  /** The same folder and port after this one stopped, with other settings: an update. */
  with(environment: NodeJS.ProcessEnv): RunningServer {
    const all = { ...this.#environment, ...environment };
    return new RunningServer(this.folder, this.port, all, this.program);
  }

  get origin(): string {
    return `http://localhost:${String(this.port)}`;
  }

  get endpoint(): string {
    return `${this.origin}/v1`;
  }

  async start(): Promise<this> {
    this.#said = '';
    const child = spawn(process.execPath, [quickStart, programs[this.program]], {
      cwd: home,
      env: this.#environment,
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    await this.#answering(child);
    return this;
  }

  async #answering(child: ChildProcess): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`The server stopped by itself:\n${this.#said}`);
      const answer = await fetch(`${this.origin}/health`).catch(() => undefined);
      // A server waits when it stops for whoever has not read its answer.
      await answer?.body?.cancel();
      // Its folder stands among its first lines: what answers at this port is this server, and no other.
      if (answer?.ok && this.#said.includes(this.folder)) return;
      await pause(50);
    }
    throw new Error(`The server does not answer after 30 seconds:\n${this.#said}`);
  }

  /** Pulls the plug: no chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Lets it finish and tidy up. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What the operator types after `buurt`; gives what it prints. */
  async operator(...words: string[]): Promise<string> {
    const child = spawn(process.execPath, [quickStart, operatorProgram, ...words], {
      cwd: home,
      env: this.#environment,
    });
    const out: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    const printed = Buffer.concat(out).toString();
    if (code !== 0)
      throw new Error(`buurt ${words.join(' ')} ended with ${String(code)}:\n${printed}${complaint}`);
    return printed;
  }

  /** The same, asked of the server itself: it saves the start of the command. */
  async ask(...words: string[]): Promise<string> {
    let printed = '';
    const print = (text: string) => void (printed += text);
    const exitCode = await askServer(this.folder, words, { out: print, err: print, cwd: home, isTty: false });
    if (exitCode !== 0)
      throw new Error(`buurt ${words.join(' ')} ended with ${String(exitCode)}:\n${printed}`);
    return printed;
  }

  /** The answer to a GET, which must be JSON and 200. */
  async read(path: string, headers: Record<string, string> = {}): Promise<any> {
    const answer = await fetch(`${this.endpoint}${path}`, { headers });
    if (!answer.ok) throw new Error(`GET ${path} gave ${String(answer.status)}: ${await answer.text()}`);
    return answer.json();
  }
}
