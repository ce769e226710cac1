import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const table = fileURLToPath(new URL('../packages/buurt/src/widgets.ts', import.meta.url));

/** The tags that the loader knows: all that a page can use. */
export const tags = [...readFileSync(table, 'utf8').matchAll(/'(buurt-[^']+)':/g)].map(([, tag]) => tag);

const chunkOf = (output, tag) =>
  output.find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(`/src/${tag}.ts`)));

/** The chunk with all that it imports at once, itself first. */
export function withImports(output, chunk, seen) {
  if (!chunk || seen.has(chunk)) return [];
  seen.add(chunk);
  const next = chunk.imports.map((name) => output.find(({ fileName }) => fileName === name));
  return [chunk, ...next.flatMap((each) => withImports(output, each, seen))];
}

/** The chunks that come before the tag can be used: its own, and all that this imports at once. */
export const firstLoad = (output, tag) => withImports(output, chunkOf(output, tag), new Set());

/** The first load, and the code that each widget asks for at once after it: its `later.ts`. */
export function soonLoad(output, tag) {
  const room = `/packages/${tag.replace('buurt-', '')}/src/later.ts`;
  const seen = new Set();
  const first = withImports(output, chunkOf(output, tag), seen);
  const later = output.find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(room)));
  return [...first, ...withImports(output, later, seen)];
}
