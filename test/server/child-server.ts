import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';
import { quickStart } from './quick-start.js';

/** How each is started: the demo from its sources, because few tests start it and it needs the files beside them. */
const programs = {
  server: [quickStart, await bundled('main')],
  demo: [
    quickStart,
    '--import',
    'tsx',
    '--conditions',
    'buurt-source',
    fileURLToPath(new URL('../../packages/demo-site/src/main.ts', import.meta.url)),
  ],
};
type Program = keyof typeof programs;

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** A real server in a process of its own. */
export class ChildServer {
  output = '';
  readonly #ended: Promise<Ended>;

  private constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.#ended = once(child, 'close').then(
      ([code, signal]) => ({ code, signal, output: this.output }) as Ended,
    );
  }

  /** Starts it without waiting for anything. */
  static launch(environment: Record<string, string>, program: Program = 'server'): ChildServer {
    const { PATH = '' } = process.env;
    const env = {
      PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      REQUESTS_PER_MINUTE: '1000000',
      ...environment,
    };
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    return new ChildServer(spawn(process.execPath, programs[program], { env, stdio }));
  }

  /** Starts it and waits until it answers. */
  static async start(environment: Record<string, string>, program?: Program): Promise<ChildServer> {
    const server = ChildServer.launch(environment, program);
    await server.said(/^Data /m);
    return server;
  }

  get endpoint(): string {
    return /^API\s+(\S+)/m.exec(this.output)?.[1]?.replace('localhost', '127.0.0.1') ?? '';
  }

  /** Resolves when it printed this; fails when it ends before. */
  async said(words: RegExp): Promise<void> {
    const over = this.#ended.then(({ output }) => {
      throw new Error(`The server ended: ${output}`);
    });
    over.catch(() => undefined);
    while (!words.test(this.output))
      await Promise.race([over, once(this.child.stdout!, 'data'), once(this.child.stderr!, 'data')]);
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.#ended;
  }
}
