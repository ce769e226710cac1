/** An order of the operator cannot be carried out; the message is the one line that says what to mend. */
export class CommandError extends Error {
  override readonly name = 'OperatorProblem';
}

/** A file that the operator named cannot be read or written, in a line that he can act on. */
export function fileError(path: string, error: unknown): CommandError {
  const { code, message } = error as { code?: string; message: string };
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'you have no permission',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
  };
  return new CommandError(`${path}: ${reasons[code ?? ''] ?? message}.`, { cause: error });
}
