import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/** A text that has values, with their names in the place of them; how many there are is 2. */
const isCount = (name: string) => ['count', 'days', 'of', 'most', 'max', 'more', 'over'].includes(name);
const values = new Proxy({}, { get: (_, name) => (isCount(String(name)) ? 2 : `{${String(name)}}`) });

function textOf(message: unknown): string | undefined {
  if (typeof message !== 'function') return typeof message === 'string' ? message : undefined;
  try {
    const text: unknown = message(values);
    return typeof text === 'string' ? text : undefined;
  } catch {
    // One that counts with its values: what it is written as holds its words.
    return String(message);
  }
}

function* textsIn(messages: object, path: string): Generator<[string, string]> {
  for (const [name, message] of Object.entries(messages)) {
    const text = textOf(message);
    if (text !== undefined) yield [`${path}${name}`, text];
    else if (typeof message === 'object' && message !== null) yield* textsIn(message, `${path}${name}.`);
  }
}

/** Every Dutch text of the screens of residents, by the file without its ending and the path in it: `join: offer.sent`. */
export async function textsOfResidents(): Promise<ReadonlyMap<string, string>> {
  const files = readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .filter((path) =>
      /^(core|idea-form|budget-vote|initiative-list|map-card|cashbook|my-initiative)\/src\/.*\.messages\.ts$/.test(
        path,
      ),
    )
    .sort();
  const texts = new Map<string, string>();
  for (const file of files) {
    const { nl } = (await import(pathToFileURL(packages + file).href)) as { nl?: object };
    const name = /([\w-]+)\.messages\.ts$/.exec(file)?.[1] ?? '';
    for (const [path, text] of textsIn(nl ?? {}, '')) texts.set(`${name}: ${path}`, text);
  }
  return texts;
}
