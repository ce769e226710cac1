/** Text of one size: in points, with the height of its lines as a part of that. */
export interface TextSize {
  readonly points: number;
  readonly lineHeight: number;
}

const mmPerPoint = 25.4 / 72;

/** How wide signs are, in parts of the size of the text, in DejaVu Sans and Verdana: no font that replaces ours is wider. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|! ]/u, 0.34],
  [/[frtI()[\]/-]/u, 0.42],
  [/[mwMW@%—…&]/u, 1],
  [/[A-ZÀ-Þ#+=<>_~]/u, 0.8],
  [/[ckszxyv]/u, 0.6],
  [/[!-~À-ɏ€]/u, 0.65],
];
const otherwise = 1.05;

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (widths.find(([signs]) => signs.test(sign))?.[1] ?? otherwise), 0);

/** How many millimetres a text needs on one line, at most. */
export const widthMm = (text: string, { points }: TextSize): number => widthOf(text) * points * mmPerPoint;

/** How many lines a text takes, at most, in a column that is so wide. */
function lineCount(text: string, size: TextSize, columnMm: number): number {
  const space = widthMm(' ', size);
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/u)) {
    const width = widthMm(word, size);
    if (used > 0 && used + space + width > columnMm) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? space : 0) + width;
    const broken = Math.ceil(used / columnMm) - 1;
    if (broken > 0) [lines, used] = [lines + broken, used - broken * columnMm];
  }
  return lines;
}

/** How high a text is, at most, in a column that is so wide. */
export const heightMm = (text: string, size: TextSize, columnMm: number): number =>
  lineCount(text, size, columnMm) * size.points * size.lineHeight * mmPerPoint;

/** What cannot be cut by the end of a page, and how high it is at most. */
export interface Block<T> {
  readonly content: T;
  readonly heightMm: number;
}

/** Divides blocks over pages of this height, in their order. */
export function paged<T>(blocks: readonly Block<T>[], pageMm: number): T[][] {
  const pages: T[][] = [];
  let free = 0;
  for (const { content, heightMm: height } of blocks) {
    const page = height <= free ? pages.at(-1) : undefined;
    if (page) page.push(content);
    else pages.push([content]);
    free = (page ? free : pageMm) - height;
  }
  return pages;
}
