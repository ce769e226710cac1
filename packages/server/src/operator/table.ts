const widthOf = (text: string) => [...text].length;

/** Control characters and changes of writing direction would let a text rewrite the operator's screen. */
const harmless = (text: string) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');

const cut = (text: string, most: number) =>
  widthOf(text) > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

/** Columns under their headings, for a terminal; a long cell is cut. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map((text) => cut(harmless(text), 48)));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Names and values under each other; a long value keeps its lines. */
export const card = (entries: readonly (readonly [name: string, value: string])[]): string =>
  entries
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) =>
        `${`${name}:`.padEnd(14)}${value
          .split('\n')
          .map(harmless)
          .join(`\n${' '.repeat(14)}`)}\n`,
    )
    .join('');
