import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { logError } from '../log.js';
import { callHolder, type FolderLock } from '../db/folder-lock.js';
import type { Store } from '../db/open.js';

/** Where a command of the operator writes, and where it was typed. */
export interface OperatorIo {
  out(text: string): void;
  err(text: string): void;
  readonly cwd: string;
  readonly isTty: boolean;
}

export type Operator = (argv: string[], io: OperatorIo, store: Store) => Promise<number>;

/** What the command line sends: one line of JSON. */
interface Order {
  readonly argv: string[];
  readonly cwd: string;
  readonly isTty: boolean;
}

/** What it gets back: lines of JSON, the last one with the exit code. */
type Reply = { readonly out: string } | { readonly err: string } | { readonly exit: number };

async function carryOut(socket: Socket, operator: Operator, store: Store): Promise<void> {
  const reply = (line: Reply) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
  const lines = createInterface({ input: socket });
  const [first] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  if (first === undefined) return void socket.destroy();
  const { argv, ...where } = JSON.parse(first) as Order;
  const io = { ...where, out: (out: string) => reply({ out }), err: (err: string) => reply({ err }) };
  reply({ exit: await operator(argv, io, store) });
  socket.end();
}

/** Carries out the orders that the operator types on this machine while the server has the folder. */
export function answerOperators(lock: FolderLock, operator: Operator, store: Store): void {
  lock.answer((socket) => {
    carryOut(socket, operator, store).catch((error: unknown) => {
      logError('An order of the operator failed', error);
      socket.destroy();
    });
  });
}

/**
 * Has the server that holds the folder carry out an order. Resolves to its exit code; to undefined when no server
 * has the folder, so that the caller can open it himself.
 */
export async function askServer(
  dataDir: string,
  argv: string[],
  io: OperatorIo,
): Promise<number | undefined> {
  const socket = await callHolder(dataDir);
  if (!socket) return undefined;
  const order: Order = { argv, cwd: io.cwd, isTty: io.isTty };
  socket.write(`${JSON.stringify(order)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const reply = JSON.parse(line) as Reply;
    if ('exit' in reply) {
      socket.destroy();
      return reply.exit;
    }
    if ('out' in reply) io.out(reply.out);
    else io.err(reply.err);
  }
  io.err('The server stopped before the order was carried out.\n');
  return 1;
}
