import { CommandError } from './command-error.js';

/** An object in the list `features` of a collection, or its whole member `links`, by which a service names more pages. */
export interface Piece {
  readonly kind: 'feature' | 'links';
  readonly bytes: Buffer;
}

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Longer than any key that means something here. */
const longestKey = 64;

function keyFrom(bytes: readonly number[]): string {
  try {
    return JSON.parse(`"${Buffer.from(bytes).toString('utf8')}"`) as string;
  } catch {
    return '';
  }
}

/** Nobody's border needs more; it keeps a broken file from filling the memory. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Cuts a GeoJSON collection in pieces while it comes in, so that the memory holds one feature at a time. It counts
 * brackets and reads no texts but the keys of the collection itself: foreign members may stand anywhere, with whatever
 * in them (RFC 7946 §6.1). What is in a piece is for `JSON.parse`. All that it looks for is ASCII, and UTF-8 has no
 * such byte inside another character.
 */
export class GeoJsonCutter {
  #depth = 0;
  #text: 'outside' | 'inside' | 'escaped' = 'outside';
  /** The last text that stood directly in the collection, and the key whose value comes now. */
  #lastText: number[] = [];
  #key = '';
  #inFeatures = false;
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
      else if (byte === quote) {
        this.#text = 'inside';
        if (this.#depth === 1) this.#lastText = [];
      } else if (byte === colon && this.#depth === 1) this.#key = keyFrom(this.#lastText);
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
    else if (byte === quote) {
      this.#text = 'outside';
      return;
    }
    if (this.#depth === 1 && this.#lastText.length < longestKey) this.#lastText.push(byte);
  }

  /** How deep a piece under this key begins and ends; 0 when no piece does. */
  get #depthOfPiece(): number {
    if (this.#key === 'features') return this.#inFeatures ? 3 : 0;
    return this.#key === 'links' ? 2 : 0;
  }

  #begins(bracket: number): boolean {
    this.#depth++;
    if (this.#depth === 2) this.#inFeatures = this.#key === 'features' && bracket === openList;
    if (this.#depth !== this.#depthOfPiece) return false;
    if (this.#key === 'features' && bracket !== openObject) return false;
    this.#open = this.#key === 'features' ? 'feature' : 'links';
    return true;
  }

  #endsPiece(): Piece['kind'] | undefined {
    const kind = this.#depth === this.#depthOfPiece ? this.#open : undefined;
    if (kind) this.#open = undefined;
    this.#depth--;
    if (this.#depth <= 0) this.#ended = true;
    return kind;
  }

  #keep(bytes: Buffer): void {
    this.#before.push(bytes);
    const size = this.#before.reduce((sum, each) => sum + each.length, 0);
    if (size > mostBytes)
      throw new CommandError('One feature in this file is larger than 32 MB; that cannot be a buurt.');
  }

  #whole(end: Buffer): Buffer {
    const bytes = this.#before.length === 0 ? end : Buffer.concat([...this.#before, end]);
    this.#before = [];
    return bytes;
  }
}
