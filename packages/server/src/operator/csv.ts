/** A text of a resident, a number, or nothing. */
export type Cell = string | number | null;

/**
 * What a spreadsheet takes for the beginning of a formula, also in full width or small form, and also behind blanks
 * and characters that show nothing; and a tab or line break that would push the rest into another cell.
 */
const likeFormula =
  /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\u2212\ufe62\ufe63\ufe66\ufe6b\uff05\uff0b\uff0d\uff1d\uff20\uff5c]|^[\s\p{Cc}\p{Cf}]*[\t\r\n]/u;

/** Characters that no spreadsheet can show. */
const unprintable = /(?![\t\n])\p{Cc}/gu;

function textCell(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, '');
  const safe = likeFormula.test(text) || likeFormula.test(lines) ? `'${lines}` : lines;
  return `"${safe.replaceAll('"', '""')}"`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : textCell(cell);
}

/** Dutch Excel takes a file for UTF-8 by this mark. */
export const byteOrderMark = '\ufeff';

/** One record as Dutch Excel reads it: semicolons between cells, comma in a number, CR LF behind it. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(';')}\r\n`;
