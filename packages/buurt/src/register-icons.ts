import type { IconName, OwnIcon } from '@buurt/core/icons/icon.js';

/** Read by `icon` in core. A symbol, and no import, so that the loader does not wait for the code of the widgets. */
const registry = Symbol.for('buurt:icons');
const page = globalThis as { [registry]?: Partial<Record<IconName, OwnIcon>> };

/**
 * Replaces icons of all widgets on the page by the page's own: SVG paths by the name of the icon, on 24 × 24 unless told.
 * Call it in the script that imports the loader: what is drawn already is not drawn again.
 *
 * @example registerIcons({ heart: { path: 'M12 21 3 12…', filled: true } });
 */
export function registerIcons(icons: Partial<Record<IconName, OwnIcon>>): void {
  page[registry] = { ...page[registry], ...icons };
}
