/** A .pb file that cannot be read: where, and what is wrong with it, in English for an operator. */
export class PbError extends Error {
  override readonly name = 'PbError';
  constructor(
    /** From 1. */
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${String(line)}: ${reason}`);
  }
}

/** One row of a .pb file, with the line on which it begins. */
export interface PbLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell in quotes, in which `""` stands for one, up to what parts it from the next. */
const quoted = /[^\S\r\n]*"([^"]*(?:""[^"]*)*)"[^\S\r\n]*(?=;|\r|\n|$)/y;
/** A cell without; quotes in it are what they are. */
const bare = /[^;\r\n]*/y;

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The cell that begins there, and where it ends. Files also have quotes that are not doubled: `"De Zon" bankje`. */
function cellAt(text: string, at: number, line: number): readonly [cell: string, end: number] {
  const inQuotes = found(quoted, text, at);
  if (inQuotes) return [(inQuotes[1] ?? '').replaceAll('""', '"'), at + inQuotes[0].length];
  const [cell = ''] = found(bare, text, at) ?? [];
  if (/^\s*"[^"]*$/.test(cell)) throw new PbError(line, 'quotes are opened and not closed');
  return [cell, at + cell.length];
}

/**
 * The rows of a file with `;` between its cells and CSV quoting. Drops a byte order mark, rows without anything, and
 * white space around cells; a cell in quotes may hold line breaks.
 * @throws {PbError} when quotes are opened and not closed, or there is a NUL
 */
export function* pbLines(file: string): Generator<PbLine> {
  const text = file.replace(/^\ufeff/, '');
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new PbError(breaksIn(text.slice(0, nul)) + 1, 'a NUL, which is no text');
  let [at, line] = [0, 1];
  while (at < text.length) {
    const begin = line;
    const cells: string[] = [];
    for (;;) {
      const [cell, end] = cellAt(text, at, line);
      line += breaksIn(cell);
      cells.push(cell.trim());
      at = end + 1;
      if (text[end] !== ';') break;
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at++;
    line++;
    if (cells.some((cell) => cell !== '')) yield { line: begin, cells };
  }
}

/** One row, with quotes where a cell needs them. */
export const pbRow = (cells: readonly string[]): string =>
  cells.map((each) => (/[;"\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(';');

/** A list within a cell: `1,2,3`. Empty places stay, because such lists go by position. */
export const pbList = (cell: string): string[] =>
  cell === '' ? [] : cell.split(',').map((each) => each.trim());
