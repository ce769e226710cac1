const atOnce = 500;

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

/** The columns of a file: the head of each, and what a row has in it. */
export type Columns<Row> = readonly (readonly [head: string, cell: (row: Row) => Cell])[];

/** Rows as a file for Dutch Excel, in parts, so that the memory holds one of them; `page` reads so many rows from one on. */
export async function* csvOf<Row>(
  columns: Columns<Row>,
  page: (from: number, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  yield { text: byteOrderMark + csvLine(columns.map(([head]) => head)), rows: 0 };
  for (let from = 0; ; from += atOnce) {
    const rows = await page(from, atOnce);
    const text = rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))).join('');
    if (rows.length > 0) yield { text, rows: rows.length };
    if (rows.length < atOnce) return;
  }
}

/** The same as a download: the next part is read once a browser takes it, and no part after it went away. */
export function csvStream(
  parts: AsyncGenerator<{ readonly text: string }>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const part = await parts.next();
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value.text));
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Dutch Excel takes a file for UTF-8 by this mark. */
export const byteOrderMark = '\ufeff';

/** One record as Dutch Excel reads it: semicolons between cells, comma in a number, CR LF behind it. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(';')}\r\n`;
