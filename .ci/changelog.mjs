// What changed since the last release, in the words of `.changeset/`, for the people who use the widgets.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Which version comes next, and what is in it: `{ changesets, releases }`. */
export function releasePlan() {
  const folder = mkdtempSync(join(tmpdir(), 'buurt-plan-'));
  try {
    const file = join(folder, 'plan.json');
    const { status, stdout, stderr } = spawnSync('npx', ['changeset', 'status', '--output', file], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`changeset status:\n${stdout}${stderr}`);
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const behind = ['server', 'domain', 'pabulib', 'conform'];
const onPages = ['buurt', 'embed-tools', 'wordpress'];

/** The heading under which its reader looks. */
function groupOf({ releases }) {
  const names = releases.map(({ name }) => name.replace('@buurt/', ''));
  if (names.includes('desk')) return 'The desk';
  if (names.every((name) => behind.includes(name))) return 'The server and its commands';
  if (names.every((name) => [...onPages, ...behind].includes(name))) return 'Putting widgets on a site';
  return 'The widgets';
}

const headings = ['The widgets', 'The desk', 'Putting widgets on a site', 'The server and its commands'];

const inItem = (text) => `- ${text.trim().replaceAll(/\n(?=\S)/g, '\n  ')}`;

/** What somebody must do stands in a paragraph of a changeset that begins with `Upgrade:`. */
function split({ summary }) {
  const paragraphs = summary.trim().split(/\n{2,}/);
  const isUpgrade = (text) => text.startsWith('Upgrade:');
  return {
    news: paragraphs.filter((text) => !isUpgrade(text)).join('\n\n'),
    upgrade: paragraphs.filter(isUpgrade).map((text) => text.slice('Upgrade:'.length).trim()),
  };
}

/** The section of a release in CHANGELOG.md: first what it asks of somebody. */
export function changelogSection(version, changesets, day) {
  const upgrades = changesets.flatMap((changeset) => split(changeset).upgrade);
  const groups = headings.map((heading) => ({
    heading,
    items: changesets
      .filter((changeset) => groupOf(changeset) === heading)
      .toSorted((one, other) => rank(one) - rank(other))
      .map((changeset) => split(changeset).news)
      .filter((news) => news !== ''),
  }));
  return [
    `## ${version} (${day})`,
    ...(upgrades.length > 0 ? ['### What you must do', upgrades.map(inItem).join('\n')] : []),
    ...groups
      .filter(({ items }) => items.length > 0)
      .flatMap(({ heading, items }) => [`### ${heading}`, items.map(inItem).join('\n')]),
  ].join('\n\n');
}

const ranks = { major: 0, minor: 1, patch: 2 };

/** What is new before what was mended. */
const rank = ({ releases }) => Math.min(...releases.map(({ type }) => ranks[type]));
