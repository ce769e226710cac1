import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../packages/server/src/db/open.js';
import { addBuurt } from './stage.js';

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
    await addBuurt(store, { settings: { moderated: false } });
    await store.close();
    return dataDir;
  }

  remove(): Promise<void> {
    return rm(this.parent, { recursive: true });
  }
}
