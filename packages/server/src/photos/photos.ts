import { fork, type ChildProcess } from 'node:child_process';
import { logError } from '../log.js';
import type { PhotoFile } from '../db/tables.js';
import { isCutOff, photoKind } from './photo-kind.js';

/** The widths in which a photo is kept, narrowest first. */
export const photoWidths = [640, 1600] as const;
/** Of a picture that has to be unpacked whole. */
export const mostPixels = 64_000_000;
/** Of a JPEG that can be read at an eighth of its size, as telephones write them. */
export const mostPixelsReduced = 256_000_000;

export type PhotoFault =
  'empty' | 'heic' | 'unsupported' | 'broken' | 'too-many-pixels' | 'too-slow' | 'busy';

/** A photo that cannot be taken in, and why. */
export class PhotoProblem extends Error {
  override readonly name = 'PhotoProblem';
  constructor(readonly fault: PhotoFault) {
    super(`The photo is refused: ${fault}`);
  }
}

/** Makes of what somebody sent a photo that is safe to show. */
export interface Photos {
  /**
   * The photo in each width, as WebP without metadata.
   * @throws {PhotoProblem} when it cannot be taken in
   */
  shrink(original: Uint8Array): Promise<PhotoFile[]>;
  close(): Promise<void>;
}

export interface Job {
  readonly original: Uint8Array;
}
export type Outcome = { readonly files: PhotoFile[] } | { readonly fault: PhotoFault };

interface Waiting extends Job {
  readonly done: (outcome: Outcome) => void;
}

const mostAtOnce = 2;
const mostWaiting = 24;
const longestMs = 20_000;

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? 'photo-worker.ts' : 'photo-worker.js',
  import.meta.url,
);

function newWorker(): ChildProcess {
  const execArgv = [...process.execArgv, '--max-old-space-size=128'];
  const worker = fork(workerFile, { execArgv, env: {}, serialization: 'advanced' });
  worker.unref();
  worker.channel?.unref();
  return worker;
}

/**
 * Decoding runs in processes of its own, without the secrets of this one: a hostile file costs such a process some
 * seconds or its life, and nobody else anything.
 */
class PhotoWorkerPool implements Photos {
  #idle: ChildProcess[] = [];
  readonly #queue: Waiting[] = [];
  readonly #all = new Set<ChildProcess>();

  async shrink(original: Uint8Array): Promise<PhotoFile[]> {
    const fault = faultAtSight(original) ?? (this.#queue.length >= mostWaiting ? 'busy' : undefined);
    if (fault) throw new PhotoProblem(fault);
    const outcome = await new Promise<Outcome>((done) => {
      this.#queue.push({ original, done });
      this.#next();
    });
    if ('fault' in outcome) throw new PhotoProblem(outcome.fault);
    return outcome.files;
  }

  close(): Promise<void> {
    for (const { done } of this.#queue.splice(0)) done({ fault: 'busy' });
    for (const worker of this.#all) worker.kill('SIGKILL');
    return Promise.resolve();
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#all.size < mostAtOnce ? this.#hire() : undefined);
    const job = worker && this.#queue.shift();
    if (job) this.#give(worker, job);
  }

  #hire(): ChildProcess {
    const worker = newWorker();
    this.#all.add(worker);
    worker.on('error', (error) => logError('A photo worker failed', error));
    worker.once('exit', () => {
      this.#all.delete(worker);
      this.#idle = this.#idle.filter((other) => other !== worker);
      this.#next();
    });
    return worker;
  }

  #give(worker: ChildProcess, { original, done }: Waiting): void {
    const finish = (outcome: Outcome) => {
      clearTimeout(deadline);
      worker.removeAllListeners('message').off('exit', broken);
      done(outcome);
      this.#next();
    };
    const broken = () => finish({ fault: 'broken' });
    const deadline = setTimeout(() => {
      worker.kill('SIGKILL');
      finish({ fault: 'too-slow' });
    }, longestMs);
    worker.once('exit', broken);
    worker.once('message', (outcome: Outcome) => {
      this.#idle.push(worker);
      finish(outcome);
    });
    worker.send({ original } satisfies Job);
  }
}

function faultAtSight(original: Uint8Array): PhotoFault | undefined {
  if (original.byteLength === 0) return 'empty';
  const kind = photoKind(original);
  if (kind === 'heic') return 'heic';
  if (kind === 'other') return 'unsupported';
  return isCutOff(original) ? 'broken' : undefined;
}

export const openPhotos = (): Photos => new PhotoWorkerPool();
