import { good, hint, wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';

/** What the widgets use and no browser of 2022 had. */
const needs: Readonly<Record<string, () => boolean>> = {
  'light-dark()': () => CSS.supports('color', 'light-dark(red, blue)'),
  'oklch(from …)': () => CSS.supports('color', 'oklch(from red l c h)'),
  ':has()': () => CSS.supports('selector(:has(a))'),
  'container queries': () => CSS.supports('container-type: inline-size'),
  'toSorted()': () => 'toSorted' in Array.prototype,
  'AbortSignal.any()': () => 'any' in AbortSignal,
};

function findStyles(words: CheckMessages): Finding {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href*="buurt.css"]')];
  // Where it does not load there is no sheet, or one without an owner.
  return links.some(({ sheet }) => sheet) ? good(words.styles) : hint(words.noStyles);
}

/** What of the browser and the page itself stands in the way. */
export function findInPage(words: CheckMessages): readonly Finding[] {
  const missing = Object.entries(needs).flatMap(([name, has]) => (has() ? [] : [name]));
  const loaders = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) =>
    /\/buurt\.js([?#]|$)/.test(src),
  );
  const { compatMode, documentElement } = document;
  return [
    missing.length > 0 ? wrong(words.oldBrowser(missing)) : good(words.browser),
    isSecureContext ? good(words.secure) : wrong(words.insecure),
    findStyles(words),
    ...(compatMode === 'CSS1Compat' ? [] : [hint(words.quirks)]),
    ...(documentElement.lang ? [] : [hint(words.noLanguage)]),
    ...(document.querySelector('meta[name="viewport"]') ? [] : [hint(words.noViewport)]),
    ...(loaders.length > 1 ? [hint(words.twice)] : []),
  ];
}
