/** The server cannot start; the message is the one line that says what to mend. */
export class ConfigError extends Error {
  override readonly name = 'StartProblem';
}
