// Where a build of the widgets goes. Sites that follow updates ask in `dist/1/`, whose files change with each build and keep
// the chunks of earlier ones for a while. Sites that pin ask in a folder of one version, `dist/0.9.0/`, which never changes.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { snippet } from './snippet.mjs';

/** The releases that ask nothing of a page that follows: those before 1.0, and all of 1. */
export const followed = 'dist/1';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The version that all packages carry. */
export const packageVersion = () => json('packages/buurt/package.json').version;

/** Whether something changed since the last release that its users read about. */
export const hasUnreleasedChanges = () =>
  readdirSync('.changeset').some((name) => name.endsWith('.md') && name !== 'README.md');

/** Written by `npm run release`, and committed: which files are those of the last release. */
const lastRelease = '.changeset/last-release.json';

const digestOf = (integrity) => createHash('sha256').update(JSON.stringify(integrity)).digest('hex');

/** Writes down that the build which is there is what this version is from now on. */
export function rememberRelease(version) {
  const digest = digestOf(json(join(followed, 'sri.json')));
  writeFileSync(lastRelease, `${JSON.stringify({ version, digest }, null, 2)}\n`);
}

/** Whether these files are, to the last byte, those of the last release. */
const areReleased = (version, integrity) => {
  const last = existsSync(lastRelease) ? json(lastRelease) : {};
  return last.version === version && last.digest === digestOf(integrity);
};

/** The files of the build in a folder, without the chunks of earlier builds beside them. */
const filesOfBuild = (folder, integrity) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith('chunks/') || name.replace(/\.(br|map)$/, '') in integrity);

/** Whether a released version is there with other files than this build has. */
function isOther(folder, integrity) {
  const released = join(folder, 'sri.json');
  return existsSync(released) && JSON.stringify(json(released)) !== JSON.stringify(integrity);
}

/**
 * Says in `release.json` which version the build in `followed` is, and copies it to the folder of that version: that of the
 * packages, when its files are those of the last release. Anything else is `…-next`, has no folder of its own, and is never
 * pinned. The folder of a released version is never written over.
 */
export function keepVersion({ from = followed, version = packageVersion(), isReleased } = {}) {
  const integrity = json(join(from, 'sri.json'));
  const folder = join(dirname(from), version);
  const isKept = (isReleased ?? areReleased(version, integrity)) && !isOther(folder, integrity);
  const release = { version: isKept ? version : `${version}-next`, integrity };
  writeFileSync(join(from, 'release.json'), JSON.stringify(release, null, 2));
  if (!isKept || existsSync(folder)) return release.version;
  for (const file of filesOfBuild(from, integrity)) cpSync(join(from, file), join(folder, file));
  const { widgets } = json(join(from, 'sizes.json'));
  const lines = snippet(widgets, integrity, `https://buurt.example.nl/dist/${version}/`);
  writeFileSync(join(folder, 'snippet.html'), lines);
  return release.version;
}
