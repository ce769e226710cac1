/** The NL Design System themes that the bar offers; each comes when it is chosen. Its name is a class of the page. */
export const themes: Readonly<Record<string, { readonly title: string; load: () => Promise<unknown> }>> = {
  'utrecht-theme': { title: 'Utrecht', load: () => import('@utrecht/design-tokens/dist/theme.css') },
  'rotterdam-theme': {
    title: 'Rotterdam',
    load: () => import('@nl-design-system-unstable/rotterdam-design-tokens/dist/design-tokens.css'),
  },
  'denhaag-theme': {
    title: 'Den Haag',
    load: () => import('@gemeente-denhaag/design-tokens-components/dist/theme/index.css'),
  },
  'ams-theme': {
    title: 'Amsterdam',
    load: () => import('@amsterdam/design-system-tokens/dist/index.theme.css'),
  },
  'nijmegen-theme': {
    title: 'Nijmegen',
    load: () => import('@gemeentenijmegen/design-tokens/dist/index.css'),
  },
  'rhc-theme': {
    title: 'Rijkshuisstijl',
    load: () => import('@rijkshuisstijl-community/design-tokens/dist/index.css'),
  },
  'rvo-theme': { title: 'RVO', load: () => import('@nl-rvo/design-tokens/dist/index.css') },
  'voorbeeld-theme': {
    title: 'Voorbeeld',
    load: () => import('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'),
  },
  'ma-theme': {
    title: 'Mooi en anders',
    load: () => import('@nl-design-system-community/ma-design-tokens/dist/theme.css'),
  },
};
