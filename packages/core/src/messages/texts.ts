import { isObject } from '@buurt/domain/wire/json.js';
import type { Locale } from '@buurt/domain/wire/locale.js';

export type { Locale };

/** Texts: plain ones, ones with named values in them, and groups of both. */
export interface Messages {
  readonly [name: string]: string | ((values: never) => string) | Messages;
}

/** The texts of a widget: Dutch at once, English when a page asks for it. */
export interface Catalogue<M> {
  readonly nl: M;
  readonly en: () => Promise<M>;
}

/** Texts of the page's own. A text with values may be a string with their names in braces: `Stap {step} van {of}`. */
export type Overrides<M> = {
  readonly [K in keyof M]?: M[K] extends string
    ? string
    : M[K] extends (values: never) => string
      ? M[K] | string
      : Overrides<M[K]>;
};

const filledIn = (template: string) => (values: Readonly<Record<string, unknown>>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

function replaced(text: Messages[string], own: unknown): Messages[string] {
  if (typeof text === 'object') return isObject(own) ? withOverrides(text, own) : text;
  if (typeof own === 'string') return typeof text === 'function' ? filledIn(own) : own;
  return typeof text === 'function' && typeof own === 'function' ? (own as typeof text) : text;
}

/** The texts with the page's own in their place. Unknown names, and values that are no text, are left out. */
export function withOverrides<M extends Messages>(texts: M, own: object): M {
  const merged = Object.entries<Messages[string]>(texts).map(([name, text]) => [
    name,
    Object.hasOwn(own, name) ? replaced(text, (own as Record<string, unknown>)[name]) : text,
  ]);
  return Object.fromEntries(merged) as M;
}

/** The language that the page gives an element: its own `lang`, else that of the nearest around it; `''` is none. */
export function languageOf(element: Element): string {
  const marked = element.closest('[lang]');
  if (marked) return marked.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** The language in force for an element: that which the page gives it, else Dutch. */
export const localeOf = (element: Element): Locale => (/^en\b/i.test(languageOf(element)) ? 'en' : 'nl');
