export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0) =>
  signature.every((byte, index) => bytes[offset + index] === byte);
const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1'].map(ascii);

/** What a file is by its first bytes, whatever it says that it is. */
export function photoKind(bytes: Uint8Array): PhotoKind {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp';
  const boxed = startsWith(bytes, ascii('ftyp'), 4);
  return boxed && heicBrands.some((brand) => startsWith(bytes, brand, 8)) ? 'heic' : 'other';
}

/** Whether a WebP holds less than its header promises. */
export function isCutOff(bytes: Uint8Array): boolean {
  if (photoKind(bytes) !== 'webp' || bytes.byteLength < 12) return false;
  const promised = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  return promised + 8 > bytes.byteLength;
}
