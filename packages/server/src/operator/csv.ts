/** What a spreadsheet takes for the beginning of a formula, with the full-width kin of it that Excel folds. */
const startsFormula = /^[\s\u0000-\u001f]*[=+\-@|%＝＋－＠｜％−]/u;
const startsWithControl = /^[\t\r\n]/;

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe before it, so that it stays text
 * (OWASP, "CSV Injection").
 */
export function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const harmless = startsFormula.test(value) || startsWithControl.test(value) ? `'${value}` : value;
  return /[";\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What Dutch Excel opens with a double click: UTF-8 with a mark, semicolons, and lines that end as on Windows. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
