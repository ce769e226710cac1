import type { TextSize } from './letter-paging.js';

/** Millimetres of a page of A4 that the letters and their calculation share. */
export const sheet = {
  width: 210,
  height: 297,
  /** Left and right of everything. */
  side: 24,
  /** Where the text of the first page begins, below the address that shows in the window of a DL envelope. */
  letterTop: 71.5,
  /** Where the text of the other pages begins. */
  listTop: 16,
  /** Free at the bottom of each page, with its number. */
  bottom: 20,
} as const;

const font = (points: number, lineHeight: number): TextSize => ({ points, lineHeight });

export const sizes = {
  text: font(11.5, 1.5),
  lead: font(12.5, 1.5),
  title: font(20, 1.2),
  longTitle: font(14, 1.2),
  small: font(10.5, 1.4),
} as const;

/** How a list of plans is set: with room, or close together when there are many. Nothing is below 10 points. */
export interface Setting {
  readonly name: 'roomy' | 'close';
  readonly size: TextSize;
  readonly boxMm: number;
  readonly paddingMm: number;
}

export const settings: readonly [Setting, Setting] = [
  { name: 'roomy', size: font(11.5, 1.35), boxMm: 6, paddingMm: 1.6 },
  { name: 'close', size: font(10, 1.25), boxMm: 5, paddingMm: 0.8 },
];

/** Columns of a list of plans; what is left is for the title. */
export const columns = { square: 6, line: 13, gap: 3 } as const;

const points = ({ points: size, lineHeight }: TextSize) =>
  `font-size: ${String(size)}pt; line-height: ${String(lineHeight)}`;
const mm = (size: number) => `${String(size)}mm`;

const list = ({ name, size, boxMm, paddingMm }: Setting) => `
.${name} .plan { ${points(size)}; padding-block: ${mm(paddingMm)} }
.${name} .box { height: ${mm(boxMm)} }
.${name} .square { width: ${mm(boxMm)} }`;

/**
 * Black on white, for any printer. Each page is a box as high as the sheet that never grows: were a letter to get a page
 * more, both sides of one sheet would be of two homes.
 * @param tracks the columns of the plans, as `grid-template-columns` has them
 */
export const letterStyles = (tracks: string): string => `
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; background: #ddd; color: #000; font-family: Arial, 'Liberation Sans', Helvetica, sans-serif;
  ${points(sizes.text)} }
.page { position: relative; width: ${mm(sheet.width)}; height: ${mm(sheet.height)}; margin: 8mm auto; contain: strict;
  padding: ${mm(sheet.listTop)} ${mm(sheet.side)} ${mm(sheet.bottom)}; background: #fff; break-after: page; break-inside: avoid }
.page:last-child { break-after: auto }
@media print { body { background: none } .page { margin: 0; height: ${mm(sheet.height - 0.1)} } }
.letter { padding-block-start: ${mm(sheet.letterTop)} }
header p { position: absolute; inset-inline: ${mm(sheet.side)}; margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.sender { inset-block-start: 22mm; font-weight: 700; font-size: 14pt }
.to { inset-block-start: 43.4mm }
h1 { ${points(sizes.title)}; margin: 0 0 4mm; text-wrap: balance; overflow-wrap: anywhere }
h1.long { ${points(sizes.longTitle)} }
.lead { ${points(sizes.lead)}; margin: 0 0 6mm }
.vote { display: flex; gap: 8mm; align-items: center; padding: 5mm; border: 0.5mm solid #000; border-radius: 3mm;
  margin-block-end: 6mm }
.vote p { margin: 0 }
.qr svg { display: block; width: 42mm; height: 42mm }
.vote .address { font-weight: 700; overflow-wrap: anywhere; margin-block-end: 3mm }
.code { font-family: 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; white-space: nowrap }
.vote .code { font-weight: 700; font-size: 22pt; line-height: 1.3 }
ul { margin: 0 0 5mm; padding-inline-start: 6mm }
li { margin-block-end: 1.5mm }
.english { ${points(sizes.small)}; margin: 0; padding-block-start: 3mm; border-block-start: 0.25mm solid #000 }
.rule, .tail { ${points(sizes.small)}; margin: 0 }
.rule { display: list-item; margin-inline-start: 5mm }
.tail { padding-block-start: 4mm }
.above { block-size: 4mm }
.plan { display: grid; grid-template-columns: ${tracks}; gap: ${mm(columns.gap)}; align-items: start; border-block-end: 0.2mm solid #999; break-inside: avoid }
.plan > * { overflow-wrap: anywhere }
.nr { font-weight: 700; text-align: end }
.cost { text-align: end; white-space: nowrap }
.gone { text-decoration: line-through }
.box { display: block; border: 0.4mm solid #000; border-radius: 1mm }
.line { border-width: 0 0 0.4mm; border-radius: 0 }
${settings.map(list).join('')}
.nothing { text-align: center; margin-block-start: 110mm }
footer { position: absolute; inset-block-end: 9mm; inset-inline: ${mm(sheet.side)}; display: flex; justify-content: space-between;
  font-size: 10pt; line-height: 1.2 }
.key { font-size: 22pt; font-weight: 700 }
.advice { max-width: ${mm(sheet.width)}; margin: 8mm auto 0; padding: 5mm 8mm; background: #fff; border: 1mm solid #000 }
.sample { position: absolute; inset-block-end: 24mm; inset-inline-end: ${mm(sheet.side)}; margin: 0; padding: 2mm 6mm; border: 1mm solid #000;
  font-size: 20pt; font-weight: 700; letter-spacing: 0.1em; transform: rotate(-6deg); opacity: 0.5 }
@media print { .advice { display: none } }
`;

/** The styles as they stand in a page, sign for sign: a policy may allow these alone. */
export const styleElement = (styles: string): string => `<style>${styles}</style>`;
