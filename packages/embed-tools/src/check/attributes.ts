import { hint, wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';
import { attributeChoices, statuses, textNames, type TextNames } from './tag-facts.js';

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
  const value = (widget.getAttribute(name) ?? '').trim();
  const notOneOf = (options: readonly string[]) => [wrong(words.wrongChoice(tag, name, value, options))];
  const options = attributeChoices[tag]?.[name];
  if (options && !options.includes(value)) return notOneOf(options);
  if (name === 'status' && !value.split(/[\s,]+/).every((each) => each === '' || statuses.includes(each)))
    return notOneOf(statuses);
  if (name === 'heading-level' && !/^[1-6]$/.test(value)) return notOneOf(['1', '2', '3', '4', '5', '6']);
  if (isNumber(widget, name) && !/^\d+$/.test(value)) return [wrong(words.wrongNumber(tag, name, value))];
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

function findInGroup(
  tag: string,
  own: object,
  known: TextNames,
  path: string,
  words: CheckMessages,
): readonly Finding[] {
  return Object.entries(own).flatMap(([key, value]: [string, unknown]): readonly Finding[] => {
    const name = path + key;
    const usual = Object.hasOwn(known, key) ? known[key] : undefined;
    if (usual === undefined) return [hint(words.unknownText(tag, name))];
    if (usual !== true)
      return isGroup(value)
        ? findInGroup(tag, value, usual, `${name}.`, words)
        : [wrong(words.noGroup(tag, name))];
    return typeof value === 'string' ? [] : [wrong(words.noText(tag, name))];
  });
}

/** The texts of the page's own inside a widget, against the names in the catalogues of that widget. */
export function findInTexts(widget: Element, words: CheckMessages): readonly Finding[] {
  const tag = widget.localName;
  const json = widget.querySelector(':scope > script[data-texts]')?.textContent;
  const known = textNames[tag];
  if (!json || !known) return [];
  let own: unknown;
  try {
    own = JSON.parse(json);
  } catch (error) {
    return [wrong(words.wrongTexts(tag, (error as Error).message))];
  }
  return isGroup(own) ? findInGroup(tag, own, known, '', words) : [wrong(words.noTexts(tag))];
}
