/** The server cannot start; the message says what to mend, in one line for each thing. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
