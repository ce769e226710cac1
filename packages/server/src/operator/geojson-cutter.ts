import { OperatorProblem } from './operator-problem.js';

/** An object in the list of a collection (a feature), or one that stands directly in the collection (such as `crs`). */
export interface Piece {
  readonly kind: 'feature' | 'member';
  readonly bytes: Buffer;
}

const [quote, backslash] = [0x22, 0x5c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Nobody's border needs more; it keeps a broken file from filling the memory. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Cuts a GeoJSON collection in pieces while it comes in, so that the memory holds one feature at a time. It counts
 * brackets and skips texts; what is in a piece is for `JSON.parse`. All that it looks for is ASCII, and UTF-8 has no
 * such byte inside another character.
 */
export class GeoJsonCutter {
  #depth = 0;
  #text: 'outside' | 'inside' | 'escaped' = 'outside';
  #inList = false;
  /** The piece that is open, and what of it came in earlier parts. */
  #open: Piece['kind'] | undefined;
  #before: Buffer[] = [];
  #ended = false;

  /** Whether the collection was closed. */
  get ended(): boolean {
    return this.#ended;
  }

  *cut(part: Buffer): Generator<Piece> {
    let from = 0;
    for (let at = 0; at < part.length; at++) {
      const byte = part[at] as number;
      if (this.#text !== 'outside') this.#readText(byte);
      else if (byte === quote) this.#text = 'inside';
      else if (byte === openObject || byte === openList) {
        if (this.#begins(byte)) from = at;
      } else if (byte === closeObject || byte === closeList) {
        const kind = this.#endsPiece();
        if (kind) yield { kind, bytes: this.#whole(part.subarray(from, at + 1)) };
      }
    }
    if (this.#open) this.#keep(part.subarray(from));
  }

  #readText(byte: number): void {
    if (this.#text === 'escaped') this.#text = 'inside';
    else if (byte === backslash) this.#text = 'escaped';
    else if (byte === quote) this.#text = 'outside';
  }

  #begins(bracket: number): boolean {
    this.#depth++;
    if (this.#depth === 2) this.#inList = bracket === openList;
    const begins = this.#depth === (this.#inList ? 3 : 2) && bracket === openObject;
    if (begins) this.#open = this.#inList ? 'feature' : 'member';
    return begins;
  }

  #endsPiece(): Piece['kind'] | undefined {
    const kind = this.#depth === (this.#inList ? 3 : 2) ? this.#open : undefined;
    if (kind) this.#open = undefined;
    this.#depth--;
    if (this.#depth <= 0) this.#ended = true;
    return kind;
  }

  #keep(bytes: Buffer): void {
    this.#before.push(bytes);
    const size = this.#before.reduce((sum, each) => sum + each.length, 0);
    if (size > mostBytes)
      throw new OperatorProblem('One feature in this file is larger than 32 MB; that cannot be a buurt.');
  }

  #whole(end: Buffer): Buffer {
    const bytes = this.#before.length === 0 ? end : Buffer.concat([...this.#before, end]);
    this.#before = [];
    return bytes;
  }
}
