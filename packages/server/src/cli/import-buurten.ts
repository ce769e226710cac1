import type { Store } from '../db/open.js';
import { fieldNamesOf, readFeature, type FieldNames, type ImportedBuurt } from './buurt-feature.js';
import { featuresIn } from './geojson-features.js';
import { saveBuurten, type Counted } from '../buurten/save-buurten.queries.js';

export interface ImportReport {
  added: number;
  updated: number;
  water: number;
  refused: number;
  /** The fields of the first feature, when no feature had a field that each must have. */
  strangeFields?: readonly string[];
}

/** What can be said while a long file comes in; progress after every feature. */
export interface ImportWatcher {
  refused(name: string, reason: string): void;
  progress(features: number, bytesRead: number): void;
  /** The file is one page of more; the next one is at this address. */
  nextPage(href: string): void;
}

/** Together they fit in one statement and in little memory, and other work of the server comes in between. */
const together = 100;

class Importer {
  readonly report: ImportReport = { added: 0, updated: 0, water: 0, refused: 0 };
  readonly #seen = new Set<string>();
  #firstFields: readonly string[] | undefined;
  #missing = 0;
  #waiting: ImportedBuurt[] = [];

  constructor(
    readonly store: Store,
    readonly watcher: ImportWatcher,
    readonly counted: Counted,
    readonly fields: FieldNames,
  ) {}

  async take(feature: unknown, index: number): Promise<void> {
    const outcome = readFeature(feature, index, this.fields);
    this.#firstFields ??= fieldNamesOf(feature);
    if ('missing' in outcome && outcome.missing) this.#missing++;
    if ('water' in outcome) this.report.water++;
    else if ('refused' in outcome) this.#refuse(outcome.refused, outcome.reason);
    else if (this.#seen.has(outcome.buurt.code))
      this.#refuse(`${outcome.buurt.code} ${outcome.buurt.name}`, 'this code came before in the file');
    else {
      this.#seen.add(outcome.buurt.code);
      this.#waiting.push(outcome.buurt);
      if (this.#waiting.length >= together) await this.save();
    }
  }

  /** Called when all features were taken. */
  async finish(features: number): Promise<void> {
    await this.save();
    if (features > 0 && this.#missing === features) this.report.strangeFields = this.#firstFields ?? [];
  }

  async save(): Promise<void> {
    const { added, updated } = await saveBuurten(this.store.db, this.#waiting, this.counted);
    this.#waiting = [];
    this.report.added += added;
    this.report.updated += updated;
  }

  #refuse(name: string, reason: string): void {
    this.report.refused++;
    this.watcher.refused(name, reason);
  }
}

/**
 * Adds the buurten of a GeoJSON file, or brings them up to date. What was read before the file turns out to be broken
 * is kept: doing it again with a whole file does no harm.
 * @throws {CommandError} when the file cannot be read to its end
 */
export async function importBuurten(
  store: Store,
  path: string,
  watcher: ImportWatcher,
  counted: Counted,
  fields: FieldNames = {},
): Promise<ImportReport> {
  const importer = new Importer(store, watcher, counted, fields);
  let features = 0;
  try {
    for await (const { json, bytesRead } of featuresIn(path, (href) => watcher.nextPage(href))) {
      await importer.take(json, features++);
      watcher.progress(features, bytesRead);
    }
  } finally {
    await importer.finish(features);
  }
  return importer.report;
}
