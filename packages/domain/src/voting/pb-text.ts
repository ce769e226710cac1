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

/** A cell in quotes, in which `""` stands for one, or one without any; then what separates it from the next. */
const cell = /\s*"((?:[^"]|"")*)"\s*(;|$)|([^";]*)(;|$)/y;

function cellsOf(row: string, line: number): string[] {
  if (!row.includes('"')) return row.split(';').map((each) => each.trim());
  const cells: string[] = [];
  cell.lastIndex = 0;
  for (;;) {
    const found = cell.exec(row);
    if (!found) throw new PbError(line, 'quotes must enclose a whole cell, and be doubled within it');
    const [, quoted, end = '', bare = '', bareEnd = ''] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    if ((quoted === undefined ? bareEnd : end) === '') return cells;
  }
}

/** Whether a line opens quotes that it does not close, or closes such quotes. */
const turnsQuotes = (line: string): boolean => (line.match(/"/g)?.length ?? 0) % 2 === 1;

/**
 * The rows of a file with `;` between its cells and CSV quoting. Drops a byte order mark, blank lines, and white space
 * around cells; a cell in quotes may hold line breaks.
 * @throws {PbError} when quotes are left open or stand within a cell, or there is a NUL
 */
export function* pbLines(text: string): Generator<PbLine> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const withNul = lines.findIndex((each) => each.includes('\0'));
  if (withNul >= 0) throw new PbError(withNul + 1, 'a NUL, which is no text');
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const rows = [lines[index] ?? ''];
    if (rows[0]?.trim() === '') continue;
    for (let isOpen = turnsQuotes(rows[0] ?? ''); isOpen;) {
      const next = lines[++index];
      if (next === undefined) throw new PbError(line, 'quotes are opened and not closed');
      rows.push(next);
      isOpen = !turnsQuotes(next);
    }
    yield { line, cells: cellsOf(rows.join('\n'), line) };
  }
}

/** One row, with quotes where a cell needs them. */
export const pbRow = (cells: readonly string[]): string =>
  cells.map((each) => (/[;"\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(';');

/** A list within a cell: `1,2,3`. Empty places stay, because such lists go by position. */
export const pbList = (cell: string): string[] =>
  cell === '' ? [] : cell.split(',').map((each) => each.trim());
