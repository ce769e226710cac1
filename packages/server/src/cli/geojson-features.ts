import { GeoJsonCutter } from './geojson-cutter.js';
import { CommandError } from './command-error.js';
import { textPartsOf } from './text-file.js';

/** A feature as it stands in the file, and how far the file was read when it came by. */
export interface FeatureRead {
  /** Undefined when it is not JSON. */
  readonly json: unknown;
  readonly bytesRead: number;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where the next page is, when a service cut the collection in pages (OGC API Features). */
function nextPageIn(links: unknown): string | undefined {
  const next: unknown = Array.isArray(links)
    ? links.find((link) => (link as { rel?: unknown } | null)?.rel === 'next')
    : undefined;
  const { href } = (next ?? {}) as { href?: unknown };
  return typeof href === 'string' ? href : undefined;
}

/**
 * The features of a GeoJSON FeatureCollection, one by one.
 * @param onNextPage hears the address of the next page, when the file says that there is one
 * @throws {CommandError} when the file cannot be read, is no collection, or breaks off
 */
export async function* featuresIn(
  path: string,
  onNextPage: (href: string) => void = () => {},
): AsyncGenerator<FeatureRead> {
  const cutter = new GeoJsonCutter();
  let [bytesRead, features] = [0, 0];
  for await (const part of textPartsOf(path)) {
    bytesRead += part.length;
    for (const { kind, bytes } of cutter.cut(part)) {
      if (kind === 'links') {
        const href = nextPageIn(jsonOf(bytes));
        if (href !== undefined) onNextPage(href);
        continue;
      }
      features++;
      yield { json: jsonOf(bytes), bytesRead };
    }
  }
  if (features === 0) throw new CommandError(`${path} holds no features. Is it a GeoJSON FeatureCollection?`);
  if (!cutter.ended)
    throw new CommandError(`${path} breaks off after ${String(features)} features. Fetch it again.`);
}
