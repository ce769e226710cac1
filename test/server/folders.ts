import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../packages/server/src/store/open.js';
import { border, buurtCode } from './stage.js';

/** Folders for real servers, each with a database with one buurt in which ideas are shown at once. */
export class Folders {
  #first: Promise<string> | undefined;

  private constructor(readonly parent: string) {}

  static async open(): Promise<Folders> {
    return new Folders(await mkdtemp(join(tmpdir(), 'buurt-tests-')));
  }

  /** Making a database takes seconds; copying one does not. */
  async withBuurt(): Promise<string> {
    this.#first ??= this.#make();
    const copy = join(this.parent, randomUUID());
    await cp(await this.#first, copy, { recursive: true });
    return copy;
  }

  async #make(): Promise<string> {
    const dataDir = join(this.parent, 'first');
    const store = await openStore({ dataDir });
    const row = { code: buurtCode, name: 'Lindenkwartier', municipality: 'Voorbeeldstad', households: 250 };
    const bounds = { west: 5.0, south: 52.0, east: 5.01, north: 52.01 };
    await store.db
      .insertInto('buurt')
      .values({ ...row, ...bounds, border: JSON.stringify(border), settings: '{"moderated":false}' })
      .execute();
    await store.close();
    return dataDir;
  }

  remove(): Promise<void> {
    return rm(this.parent, { recursive: true });
  }
}
