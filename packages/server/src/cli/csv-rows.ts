import { parse } from 'csv-parse/sync';
import { CommandError } from './command-error.js';

/** One row that holds something. */
export interface CsvRow {
  /** As a spreadsheet numbers it: from 1, empty rows too. */
  readonly number: number;
  /** By the names of the columns, in small letters; every column that was asked for is there. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Excel reads from this line which sign parts the cells, and does not show it. */
const separatorLine = /^"?sep=(.)"?[;,\t]*(?:\r\n|\r|\n|$)/i;

const separators = [';', ',', '\t'] as const;

function separatorOf(text: string): string {
  const head = text.split(/[\r\n]/).find((line) => /[^\s;,]/.test(line)) ?? '';
  return separators.find((sign) => head.includes(sign)) ?? ';';
}

function tableIn(text: string, file: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

/**
 * Rows of a file with names above its columns, parted by semicolons, commas or tabs; without those that hold nothing.
 * @throws {CommandError} when it cannot be read or a column is missing
 */
export function rowsOf(text: string, file: string, columns: readonly string[]): CsvRow[] {
  const [line = '', separator] = separatorLine.exec(text) ?? [];
  const rest = text.slice(line.length);
  const [head, ...rows] = tableIn(rest, file, separator ?? separatorOf(rest))
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head) throw new CommandError(`${file} is empty.`);
  const names = head.cells.map((name) => name.toLowerCase());
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) throw new CommandError(`${file} has no column "${missing}".`);
  return rows.map(({ number, cells }) => ({
    number,
    cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
  }));
}
