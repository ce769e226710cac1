import { join } from 'node:path';
import { raw } from 'hono/html';
import type { FileCache } from '../http/file-cache.js';

/** The folder whose files change with each release; a site that follows updates asks there. Beside it is one for each version. */
export const followed = '1';

/** What tells of the build in a folder of widgets. */
export const releaseFile = join(followed, 'release.json');

/** Reads what the build wrote down, if it did; parses it again only when it was built again. */
export function builtJson<T>(path: string, files: FileCache): () => Promise<T | undefined> {
  let last: { readonly tag: string; readonly value: T } | undefined;
  return async () => {
    const file = await files.read(path);
    if (!file) return undefined;
    if (last?.tag !== file.tag)
      last = { tag: file.tag, value: JSON.parse(Buffer.from(file.bytes).toString()) as T };
    return last.value;
  };
}

/** A build of the widgets. */
export interface Release {
  /** `0.9.0`, or `0.9.0-next` for what was built after that release. */
  readonly version: string;
  /** What each file must be, by its name. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** The build in this folder that is the newest. */
export function releaseIn(widgets: string, files: FileCache): () => Promise<Release> {
  const path = join(widgets, releaseFile);
  const read = builtJson<Release>(path, files);
  return async () => {
    const release = await read();
    if (!release)
      throw new Error(`${path} is not there: WIDGETS_DIR must be the folder with the built widgets.`);
    return release;
  };
}

/** Whether a version was released: its files never change. */
export const isReleased = (version: string): boolean => /^\d+\.\d+\.\d+$/.test(version);

/**
 * The folder of a build in that of the widgets, for pages of this server: that of its version, because another server beside
 * this one may have the next already. What was not released has no folder of its own.
 */
export const folderOf = ({ version }: Release): string => (isReleased(version) ? version : followed);

/** The address of a file of a build, with its hash, for `src` or `href` in a page of this server that is in the folder `home`. */
export const checkedFile = (release: Release, name: string, home: '' | '../' = '') =>
  raw(`"${home}dist/${folderOf(release)}/${name}" integrity="${release.integrity[name] ?? ''}" crossorigin`);
