import { parse } from 'csv-parse/sync';
import { OperatorProblem } from './operator-problem.js';

/**
 * Rows of a file with names above its columns, parted by semicolons, commas or tabs.
 * @throws {OperatorProblem} when it cannot be read or a column is missing
 */
export function rowsOf(text: string, file: string, columns: readonly string[]): Record<string, string>[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: [';', ',', '\t'].find((sign) => text.split('\n', 1)[0]?.includes(sign)) ?? ';',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new OperatorProblem(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  const missing = columns.find((column) => rows[0] !== undefined && !Object.hasOwn(rows[0], column));
  if (missing !== undefined) throw new OperatorProblem(`${file} has no column "${missing}".`);
  return rows;
}
