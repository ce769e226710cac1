export { registerIcons } from './register-icons.js';
import { watch } from './watch.js';
import { widgets } from './widgets.js';

/** Tags that some loader on this page takes care of: a second copy of this file leaves them alone. */
const key = Symbol.for('buurt:loader');
const page = globalThis as typeof globalThis & { [key]?: Set<string> };
const taken = (page[key] ??= new Set());

/** Tags that are not on the page yet. */
const waiting = new Map(
  Object.entries(widgets).filter(([tag]) => !taken.has(tag) && !customElements.get(tag)),
);
for (const tag of waiting.keys()) taken.add(tag);

const fetched = (widget: () => Promise<unknown>) => Promise.all([import('./shared.js'), widget()]);

/** A moment to try again: when the network is back, or shortly after a hiccup. */
const nextChance = () =>
  new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, 1500);
    else addEventListener('online', resolve, { once: true });
  });

function tellWebmaster(tag: string, cause: unknown): void {
  for (const element of document.querySelectorAll(tag)) element.toggleAttribute('data-not-loaded', true);
  console.error(
    `<${tag}> did not load. Look at the files beside ${import.meta.url}, at script-src, and at ?buurt-check.`,
    cause,
  );
}

async function load(tag: string, widget: () => Promise<unknown>): Promise<void> {
  waiting.delete(tag);
  try {
    await fetched(widget).catch(() => nextChance().then(() => fetched(widget)));
  } catch (cause) {
    tellWebmaster(tag, cause);
    waiting.set(tag, widget);
  }
}

function look(root: ParentNode): void {
  for (const [tag, widget] of waiting)
    if ((root instanceof Element && root.matches(tag)) || root.querySelector(tag)) void load(tag, widget);
}

if (location.search.includes('buurt-check'))
  document.documentElement.toggleAttribute('data-buurt-check', true);
if (waiting.size > 0) watch(look);
