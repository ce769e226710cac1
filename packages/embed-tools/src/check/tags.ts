import { good, hint, wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';
import { findInTexts, findInValues, findSwallowed } from './attributes.js';

/** What every element of HTML has. */
const ofEveryElement =
  /^(id|class|style|title|lang|dir|slot|part|exportparts|hidden|role|tabindex|translate|inert|accesskey|data-.*|aria-.*|on.*)$/;

/** The tags that the loader takes care of. */
function widgetTags(): readonly string[] {
  const known = (globalThis as { [key: symbol]: unknown })[Symbol.for('buurt:loader')];
  return known instanceof Set ? [...known].filter((tag) => /^buurt-/.test(String(tag))).map(String) : [];
}

/** All that this selects on the page, also in open shadow roots; what is inside a widget is not the webmaster's. */
export function everywhere(selector: string, root: ParentNode = document): readonly Element[] {
  const shells = [...root.querySelectorAll('*')].filter(({ localName }) => !localName.startsWith('buurt-'));
  const inside = shells.flatMap(({ shadowRoot }) => (shadowRoot ? everywhere(selector, shadowRoot) : []));
  return [...root.querySelectorAll(selector), ...inside];
}

export const widgetsOnPage = (tags = widgetTags()): readonly Element[] =>
  tags.length > 0 ? everywhere(tags.join()) : [];

/** Divs that wait for the code that puts a widget in them. */
export const divsToCome = (): readonly Element[] => everywhere('[data-buurt-widget]:not([data-not-loaded])');

function findInAttributes(widget: Element, words: CheckMessages): readonly Finding[] {
  const definition = customElements.get(widget.localName) as { observedAttributes?: string[] } | undefined;
  if (!definition) return [];
  const known = new Set(definition.observedAttributes);
  return widget
    .getAttributeNames()
    .filter((name) => !known.has(name) && !ofEveryElement.test(name))
    .map((name) => hint(words.unknownAttribute(widget.localName, name)));
}

function findUnknown(tags: readonly string[], words: CheckMessages): readonly Finding[] {
  const others = everywhere('*').filter(
    ({ localName }) => localName.startsWith('buurt-') && !tags.includes(localName),
  );
  const divs = everywhere('[data-buurt-widget][data-not-loaded]');
  return [
    ...others.map(({ localName }) => wrong(words.unknownTag(localName, tags))),
    ...divs.map((div) => wrong(words.unknownDiv(div.getAttribute('data-buurt-widget') ?? ''))),
  ];
}

/** What of the tags that the webmaster wrote is not right. */
export function findInTags(words: CheckMessages): readonly Finding[] {
  const tags = widgetTags();
  const widgets = widgetsOnPage(tags);
  const late = divsToCome();
  const used = [...new Set(widgets.map(({ localName }) => localName))];
  const shown = used.filter((tag) => tag !== 'buurt-provider');
  return [
    ...(shown.length > 0 || late.length > 0 ? [] : [wrong(words.noWidget(tags))]),
    ...(late.length > 0 ? [wrong(words.notLoaded('div data-buurt-widget'))] : []),
    ...findUnknown(tags, words),
    ...used.map((tag) => (customElements.get(tag) ? good(words.loaded(tag)) : wrong(words.notLoaded(tag)))),
    ...widgets.flatMap((widget) => [
      ...findInAttributes(widget, words),
      ...findInValues(widget, words),
      ...findInTexts(widget, words),
      ...findSwallowed(widget, tags, words),
    ]),
  ];
}
