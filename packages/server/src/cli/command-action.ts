import type { Clock } from '../clock.js';
import type { OperatorIo } from './operator-socket.js';
import type { CredentialHasher } from '../secrets/credential-hash.js';
import type { Store } from '../db/open.js';

/**
 * Resolves to what needs the secret of the server, which is looked up only when a command needs it.
 * @throws {ConfigError} when the database was begun with another secret
 */
export type CredentialHasherLookup = () => Promise<CredentialHasher>;

/**
 * Resolves to the secret of the server itself, for the one command that may write it down.
 * @throws {ConfigError} as {@link CredentialHasherLookup}
 */
export type SecretLookup = () => Promise<string>;

/** What a command does when it is carried out; resolves to the exit code. */
export type CommandAction = (
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  clock: Clock,
  findSecret: SecretLookup,
) => Promise<number>;

/** How a command, when it was read without mistakes, says what is to be done. */
export type CommandRegistrar = (order: CommandAction) => void;

/** What a command does that needs no data of the operator: it is done where it was typed, not in the server. */
export type LocalAction = (io: OperatorIo) => Promise<number>;
