import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, releaseFile, type Release } from '@buurt/server/start';

/** Where the built files of the widgets are, on this machine and for a browser. */
export interface Widgets {
  /** The folder that `npm run build` fills. */
  readonly folder: string;
  /** Its address as a browser sees it, with a slash at the end. */
  readonly address: string;
}

const loader = 'buurt.js';
const stylesheet = 'buurt.css';

async function manifest<T>(folder: string, name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
}

/** The tags that this site shows. */
export type WidgetTag =
  | 'buurt-provider'
  | 'buurt-idea-form'
  | 'buurt-budget-vote'
  | 'buurt-initiative-list'
  | 'buurt-map-card'
  | 'buurt-cashbook';

/** The lines for `<head>` of a page with these widgets, as a webmaster pastes them. */
export async function headLines(
  { folder, address }: Widgets,
  ...tags: readonly WidgetTag[]
): Promise<string> {
  const release = await manifest<Release>(folder, releaseFile);
  const files = folderOf(release);
  const sizes = await manifest<{ widgets: Record<string, { files: string[] }> }>(
    join(folder, files),
    'sizes.json',
  );
  const checked = (name: string) =>
    `"${address}${files}/${name}" integrity="${release.integrity[name] ?? ''}" crossorigin`;
  const needed = tags.flatMap((tag) => sizes.widgets[tag]?.files ?? []);
  const soon = [...new Set(needed)].filter((name) => name !== loader);
  return [
    `<link rel="stylesheet" href=${checked(stylesheet)}>`,
    `<script type="module" src=${checked(loader)}></script>`,
    ...soon.map((name) => `<link rel="modulepreload" href=${checked(name)}>`),
  ].join('\n');
}

/** The tag itself, as a webmaster pastes it; `meanwhile` is what people see until it is there, and without scripts. */
export const widgetTag = (
  tag: WidgetTag,
  attributes: Readonly<Record<string, string>>,
  meanwhile: string,
): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')}>\n  ${meanwhile}\n</${tag}>`;
};
