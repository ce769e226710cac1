/** The chunks that come before `fileName` can run: itself and all that it imports at once. */
export function firstLoad(output, fileName, seen = new Set()) {
  const chunk = output.find((each) => each.type === 'chunk' && each.fileName === fileName);
  if (!chunk || seen.has(fileName)) return [];
  seen.add(fileName);
  return [chunk, ...chunk.imports.flatMap((next) => firstLoad(output, next, seen))];
}
