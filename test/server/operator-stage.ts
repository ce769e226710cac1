import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../packages/server/src/clock.js';
import type { OperatorIo } from '../../packages/server/src/cli/operator-socket.js';
import { runOperator } from '../../packages/server/src/cli/run.js';
import { createCredentialHasher } from '../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import type { Store } from '../../packages/server/src/db/open.js';
import { codeCost, secret } from './stage.js';

export interface Carried {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** An operator with a folder of his own, who types commands. */
export class OperatorOnStage {
  private constructor(
    readonly store: Store,
    readonly folder: string,
    readonly clock: Clock,
  ) {}

  static async enter(store: Store, clock = systemClock): Promise<OperatorOnStage> {
    return new OperatorOnStage(store, await mkdtemp(join(tmpdir(), 'buurt-operator-')), clock);
  }

  leave(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  /** Empties the folder. */
  async tidies(): Promise<void> {
    for (const file of await readdir(this.folder)) await rm(join(this.folder, file));
  }

  types(...argv: string[]): Promise<Carried> {
    return this.#typed(argv, false);
  }

  /** As `types`, where a bar can be drawn. */
  onTerminal(...argv: string[]): Promise<Carried> {
    return this.#typed(argv, true);
  }

  async #typed(argv: string[], isTty: boolean): Promise<Carried> {
    const [out, err]: [string[], string[]] = [[], []];
    const io: OperatorIo = {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      cwd: this.folder,
      isTty,
    };
    const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);
    const exitCode = await runOperator(
      argv,
      io,
      this.store,
      () => Promise.resolve(hasher),
      this.clock,
      () => Promise.resolve(secret),
    );
    return { exitCode, out: out.join(''), err: err.join('') };
  }

  /** Brings these buurten as a file of CBS. */
  async imports(...features: unknown[]): Promise<Carried> {
    return this.types('import-buurten', await this.saves('buurten.geojson', collection(...features)));
  }

  /** What a command wrote to a file. */
  reads(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  async saves(name: string, content: unknown): Promise<string> {
    const isWritten = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(this.folder, name), isWritten ? content : JSON.stringify(content));
    return name;
  }
}

/** A square of `size` degrees with its south-west corner there, as GeoJSON. */
export const squareAt = (lon: number, lat: number, size = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

/** A feature as CBS has it; `properties` replaces, `undefined` leaves out. */
export const feature = (properties: Record<string, unknown> = {}, geometry: unknown = squareAt(5, 52)) => ({
  type: 'Feature',
  properties: {
    buurtcode: 'BU9999AA01',
    buurtnaam: 'Lindenkwartier',
    gemeentenaam: 'Voorbeeldstad',
    aantal_huishoudens: 250,
    water: 'NEE',
    ...properties,
  },
  geometry,
});

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
