/** Names in the address that some list on this page uses, also one of a second bundle. */
const key = Symbol.for('buurt:address-names');
const page = globalThis as typeof globalThis & { [key]?: Map<string, object> };

/** A name of its own for each list on the page; the first has the plain one. */
export function claimName(wanted: string, owner: object): string {
  const owners = (page[key] ??= new Map());
  let name = wanted;
  for (let place = 2; (owners.get(name) ?? owner) !== owner; place++) name = `${wanted}-${String(place)}`;
  owners.set(name, owner);
  return name;
}

/** Its owner is gone. */
export const leaveName = (name: string): unknown => page[key]?.delete(name);

/** What stands in the address of the page under a name: `initiatieven-zoek=bank` is `zoek` → `bank`. */
export const readAddress = (name: string): ReadonlyMap<string, string> =>
  new Map(
    [...new URLSearchParams(location.search)]
      .filter(([each]) => each.startsWith(`${name}-`))
      .map(([each, value]) => [each.slice(name.length + 1), value]),
  );
