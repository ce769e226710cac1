import type { OperatorIo } from '../operator-socket.js';
import type { Store } from '../store/open.js';

/** What a command does when it is carried out; resolves to the exit code. */
export type Order = (store: Store, io: OperatorIo) => Promise<number>;

/** How a command, when it was read without mistakes, says what is to be done. */
export type Plan = (order: Order) => void;
