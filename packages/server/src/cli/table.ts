/** Control characters would let a title steer the terminal; marks of writing direction would turn a line around. */
const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/gu;

/** A text of a resident, safe to show on one line of a terminal. */
export const onOneLine = (text: string): string => text.replaceAll(invisible, ' ').trim();

/** A text of a resident with its line breaks, safe to show in a terminal. */
export const onMoreLines = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map(onOneLine)
    .join('\n');

const signs = new Intl.Segmenter();
const isWide = (sign: string) =>
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/u.test(sign);
const signsOf = (text: string) => Array.from(signs.segment(text), ({ segment }) => segment);
const widthOf = (text: string) => signsOf(text).reduce((width, sign) => width + (isWide(sign) ? 2 : 1), 0);

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept = signsOf(text);
  while (widthOf(kept.join('')) >= width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const widestCell = 50;

/** Whether a table shows less of a text than there is, or its lines as one. */
export const isCut = (text: string): boolean =>
  widthOf(onOneLine(text)) > widestCell || onMoreLines(text).trim().includes('\n');

/** Rows under each other, columns as wide as they need; too long a text is cut. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => cut(onOneLine(cell), widestCell)))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  return cells
    .map(
      (row) =>
        `${widths
          .map((width, column) => padded(row[column] ?? '', width))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** `1 letter`, `2,500 letters`. */
export const counted = (count: number, one: string, other = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`;
