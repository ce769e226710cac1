import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const table = fileURLToPath(new URL('../packages/buurt/src/widgets.ts', import.meta.url));

/** The tags that the loader knows: all that a page can use. */
export const tags = [...readFileSync(table, 'utf8').matchAll(/'(buurt-[^']+)':/g)].map(([, tag]) => tag);

const chunkOf = (output, tag) =>
  output.find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(`/src/${tag}.ts`)));

/** The chunk with all that it imports at once, itself first. */
function withImports(output, chunk, seen) {
  if (!chunk || seen.has(chunk)) return [];
  seen.add(chunk);
  const next = chunk.imports.map((name) => output.find(({ fileName }) => fileName === name));
  return [chunk, ...next.flatMap((each) => withImports(output, each, seen))];
}

/** The chunks that come before the tag can be used: its own, and all that this imports at once. */
export const firstLoad = (output, tag) => withImports(output, chunkOf(output, tag), new Set());

/** The chunks of the form with those of its steps after the first. */
export function wholeForm(output) {
  const seen = new Set();
  const first = withImports(output, chunkOf(output, 'buurt-idea-form'), seen);
  const steps = output.find(({ moduleIds }) =>
    moduleIds?.some((id) => id.endsWith('/idea-form/src/idea-steps.ts')),
  );
  return [...first, ...withImports(output, steps, seen)];
}
