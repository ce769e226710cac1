import { hint, wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';

/** The attributes that take one of a few words; any other word is read as if there were none. */
const choices: Readonly<Record<string, readonly string[]>> = {
  layout: ['cards', 'rows'],
  history: ['on', 'off'],
  'theme-preset': ['auto', 'light', 'dark'],
  code: ['first', 'last'],
  draft: ['local', 'session', 'off'],
  sort: ['new', 'support', 'help', 'news', 'random'],
};

/** The parts of widgets that have texts of their own, under these names; they come later, so they are not looked into. */
const parts = new Set('idle handover results join similar place addressSearch photos detail'.split(' '));

interface LitDefinition {
  readonly elementProperties?: ReadonlyMap<string, { readonly attribute?: unknown; readonly type?: unknown }>;
}

function isNumber(widget: Element, name: string): boolean {
  const { elementProperties } = (customElements.get(widget.localName) ?? {}) as LitDefinition;
  return [...(elementProperties ?? [])].some(
    ([key, { attribute, type }]) => type === Number && (attribute ?? key.toLowerCase()) === name,
  );
}

function findInValue(widget: Element, name: string, words: CheckMessages): readonly Finding[] {
  const tag = widget.localName;
  const value = widget.getAttribute(name) ?? '';
  const options = choices[name];
  if (options && !options.includes(value)) return [wrong(words.wrongChoice(tag, name, value, options))];
  if (name === 'heading-level' && !/^[1-6]$/.test(value))
    return [wrong(words.wrongChoice(tag, name, value, ['1', '2', '3', '4', '5', '6']))];
  if (isNumber(widget, name) && !/^\d+$/.test(value.trim()))
    return [wrong(words.wrongNumber(tag, name, value))];
  if (name === 'round' && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value))
    return [wrong(words.wrongRound(value))];
  return [];
}

/** What stands in attributes that exist, and is not understood. */
export const findInValues = (widget: Element, words: CheckMessages): readonly Finding[] =>
  widget.getAttributeNames().flatMap((name) => findInValue(widget, name, words));

/**
 * A tag that closes itself does not in HTML: all that follows on the page stands inside it, and goes when the widget
 * comes. No words for residents without scripts hold another widget, or the foot of a page.
 */
export function findSwallowed(
  widget: Element,
  tags: readonly string[],
  words: CheckMessages,
): readonly Finding[] {
  if (widget.localName === 'buurt-provider') return [];
  const others = [...tags, '[data-buurt-widget]', 'main', 'nav', 'header', 'footer', 'script[src]'];
  return widget.querySelector(others.join()) ? [wrong(words.notClosed(widget.localName))] : [];
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Walks both at once; `known` is undefined where nothing is known of it. */
function findInGroup(
  tag: string,
  own: object,
  known: unknown,
  path: string,
  words: CheckMessages,
): readonly Finding[] {
  return Object.entries(own).flatMap(([key, value]: [string, unknown]): readonly Finding[] => {
    const name = path + key;
    if (typeof value !== 'string' && !isGroup(value)) return [wrong(words.noText(tag, name))];
    if (path === '' && parts.has(key)) return isGroup(value) ? [] : [wrong(words.noGroup(tag, name))];
    const usual = isGroup(known) ? known[key] : undefined;
    if (isGroup(known) && usual === undefined) return [hint(words.unknownText(tag, name))];
    if (usual !== undefined && isGroup(usual) !== isGroup(value))
      return [wrong(isGroup(usual) ? words.noGroup(tag, name) : words.noText(tag, name))];
    return isGroup(value) ? findInGroup(tag, value, usual, `${name}.`, words) : [];
  });
}

const textsMs = 6000;

/** The texts of the page's own inside a widget, against those that it has once all its code has come. */
export async function findInTexts(widget: Element, words: CheckMessages): Promise<readonly Finding[]> {
  const tag = widget.localName;
  const json = widget.querySelector(':scope > script[data-texts]')?.textContent;
  if (!json) return [];
  let own: unknown;
  try {
    own = JSON.parse(json);
  } catch (error) {
    return [wrong(words.wrongTexts(tag, (error as Error).message))];
  }
  if (!isGroup(own)) return [wrong(words.noTexts(tag))];
  const { setupProblem } = widget as { setupProblem?: string };
  const until = Date.now() + textsMs;
  for (;;) {
    // Most texts come with code that follows the widget; until then a name may be right.
    const isThere = setupProblem === undefined && !widget.shadowRoot?.querySelector('.coming');
    const known = isThere ? (widget as { t?: unknown }).t : undefined;
    const found = findInGroup(tag, own, known, '', words);
    if ((isThere && found.length === 0) || Date.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
