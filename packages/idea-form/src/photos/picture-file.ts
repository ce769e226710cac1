/** What the bytes of a file say about the picture in it, whatever its name is. */
export interface PictureFile {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'heic';
  /** In pixels; 0 when the bytes do not say it at a known place. */
  readonly width: number;
  readonly height: number;
  /** The end is there. */
  readonly whole: boolean;
  /** A JPEG that comes sharper in passes: no browser unpacks it at a smaller size without holding all of it. */
  readonly progressive?: boolean;
}

type Sight = Omit<PictureFile, 'kind'>;

/** Bytes that can be read past their end, where there are zeros. */
class Bytes {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get length(): number {
    return this.#bytes.length;
  }
  at(index: number): number {
    return this.#bytes[index] ?? 0;
  }
  /** Two bytes, the great one first. */
  pair(index: number): number {
    return this.at(index) * 256 + this.at(index + 1);
  }
  text(from: number, to: number): string {
    return String.fromCharCode(...this.#bytes.subarray(from, to));
  }
  next(byte: number, from: number): number {
    return this.#bytes.indexOf(byte, from);
  }
  /** Where a row of this byte ends. */
  past(byte: number, from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (bytes[at] === byte) at++;
    return at;
  }
}

const marker = { end: 0xd9, arithmetic: 0xcc, extension: 0xc8, tables: 0xc4, progressive: 0xc2 };
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && ![marker.tables, marker.extension, marker.arithmetic].includes(code);
/** Inside a scan these mean nothing: a stuffed FF, a restart. */
const isPartOfScan = (code: number) => code === 0 || (code >= 0xd0 && code <= 0xd7);

/** Walks from segment to segment. The thumbnail in the metadata is passed over; what stands behind the end too. */
function jpeg(bytes: Bytes): Sight {
  let [width, height] = [0, 0];
  let progressive = {};
  let at = 2;
  while (at >= 0 && at < bytes.length) {
    const code = bytes.at(at + 1);
    if (bytes.at(at) !== 0xff || isPartOfScan(code)) at = bytes.next(0xff, at + 1);
    else if (code === 0xff) at = bytes.past(0xff, at) - 1;
    else if (code === marker.end) return { width, height, whole: true, ...progressive };
    else {
      if (code === marker.progressive) progressive = { progressive: true };
      if (isFrame(code)) [height, width] = [bytes.pair(at + 5), bytes.pair(at + 7)];
      at += 2 + bytes.pair(at + 2);
    }
  }
  return { width, height, whole: false, ...progressive };
}

function png(bytes: Bytes): Sight {
  const long = (at: number) => bytes.pair(at) * 65_536 + bytes.pair(at + 2);
  let at = 8;
  while (at < bytes.length && bytes.text(at + 4, at + 8) !== 'IEND') at += 12 + long(at);
  return { width: long(16), height: long(20), whole: at + 12 <= bytes.length };
}

function webp(bytes: Bytes): Sight {
  const little = (at: number, count: number): number =>
    count === 0 ? 0 : bytes.at(at) + 256 * little(at + 1, count - 1);
  const whole = bytes.length >= little(4, 4) + 8;
  const form = bytes.text(12, 16);
  if (form === 'VP8X') return { width: little(24, 3) + 1, height: little(27, 3) + 1, whole };
  if (form === 'VP8 ') return { width: little(26, 2) & 0x3fff, height: little(28, 2) & 0x3fff, whole };
  const both = little(21, 4);
  return { width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1, whole };
}

function gif(bytes: Bytes): Sight {
  const little = (at: number) => bytes.at(at) + 256 * bytes.at(at + 1);
  return { width: little(6), height: little(8), whole: bytes.next(0x3b, 13) > 0 };
}

/** Looks at a file; `undefined` when it is no kind of picture that is known here. */
export function identifyPicture(content: Uint8Array): PictureFile | undefined {
  const bytes = new Bytes(content);
  if (bytes.pair(0) === 0xffd8) return { kind: 'jpeg', ...jpeg(bytes) };
  if (bytes.text(1, 4) === 'PNG') return { kind: 'png', ...png(bytes) };
  if (bytes.text(0, 4) === 'RIFF' && bytes.text(8, 12) === 'WEBP') return { kind: 'webp', ...webp(bytes) };
  if (/^GIF8[79]a/.test(bytes.text(0, 6))) return { kind: 'gif', ...gif(bytes) };
  if (/^ftyp(hei|hev|mif|msf)/.test(bytes.text(4, 11)))
    return { kind: 'heic', width: 0, height: 0, whole: true };
  return undefined;
}
