import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the built files of the widgets are, on this machine and for a browser. */
export interface Widgets {
  /** The folder that `npm run build` fills. */
  readonly folder: string;
  /** Its address as a browser sees it, with a slash at the end. */
  readonly address: string;
}

const loader = 'buurt.js';
const stylesheet = 'buurt.css';
const tag = 'buurt-idea-form';

async function manifest<T>(folder: string, name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
}

/** The lines for `<head>` of a page with an idea form, as a webmaster pastes them. */
export async function headLines({ folder, address }: Widgets): Promise<string> {
  const [sizes, integrity] = await Promise.all([
    manifest<{ widgets: Record<string, { files: string[] }> }>(folder, 'sizes.json'),
    manifest<Record<string, string>>(folder, 'sri.json'),
  ]);
  const checked = (name: string) => `"${address}${name}" integrity="${integrity[name] ?? ''}" crossorigin`;
  const soon = (sizes.widgets[tag]?.files ?? []).filter((name) => name !== loader);
  return [
    `<link rel="stylesheet" href=${checked(stylesheet)}>`,
    `<script type="module" src=${checked(loader)}></script>`,
    ...soon.map((name) => `<link rel="modulepreload" href=${checked(name)}>`),
  ].join('\n');
}

interface Form {
  readonly endpoint: string;
  readonly addressEndpoint: string;
  readonly buurt: string;
  /** What people see until the form is there, and without scripts. */
  readonly meanwhile: string;
}

/** The tag itself, as a webmaster pastes it where the form should come. */
export const formTag = ({ endpoint, addressEndpoint, buurt, meanwhile }: Form): string =>
  `<${tag} endpoint="${endpoint}" buurt="${buurt}" address-endpoint="${addressEndpoint}">
  ${meanwhile}
</${tag}>`;
