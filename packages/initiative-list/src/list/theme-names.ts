import type { Locale } from '@buurt/core/messages/texts.js';
import { list, maybe, shape, text } from '@buurt/domain/wire/json.js';
import type { LocalText, Theme } from '@buurt/domain/ideas/settings.js';

/** What the themes of a buurt are called, by their ids. */
export type ThemeNames = ReadonlyMap<string, LocalText>;

const settingsFrom = shape<{ idea: { themes: Theme[] } }>({
  idea: shape<{ themes: Theme[] }>({
    themes: list(shape<Theme>({ id: text, name: shape<LocalText>({ nl: text, en: maybe(text) }) })),
  }),
});

/**
 * Reads the names from the settings of the buurt.
 * @throws {ShapeError}
 */
export const themeNamesFrom = (settings: unknown): ThemeNames =>
  new Map(settingsFrom(settings).idea.themes.map(({ id, name }) => [id, name]));

/** The name of a theme; its id where it has none, and nothing while the names (`undefined`) are on their way. */
export function themeName(names: ThemeNames | undefined, id: string, locale: Locale): string {
  const name = names?.get(id);
  if (!name) return names ? id : '';
  return locale === 'en' ? (name.en ?? name.nl) : name.nl;
}
