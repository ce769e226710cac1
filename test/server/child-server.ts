import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bundled } from './bundled.js';

const main = await bundled('main');

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
  static launch(environment: Record<string, string>): ChildServer {
    const { PATH = '' } = process.env;
    const env = {
      PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DEMO: 'no',
      REQUESTS_PER_MINUTE: '1000000',
      ...environment,
    };
    return new ChildServer(spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Starts it and waits until it answers. */
  static async start(environment: Record<string, string>): Promise<ChildServer> {
    const server = ChildServer.launch(environment);
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
