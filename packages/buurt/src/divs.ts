import type { watch } from './watch.js';

/**
 * For a CMS that strips unknown tags: `<div data-buurt-widget="idea-form" data-endpoint="…">`. The loader fetches this
 * file only when such a div is on the page. What stands in the div moves into the widget, so it stays what people see.
 */
const selector = '[data-buurt-widget]';
const loaders = Symbol.for('buurt:loader');
const watching = Symbol.for('buurt:watch');

/** Who may write a div with data may not, by that, write a script, a style or an identity in the page. */
const harmful = /^(on.*|style|id|class|is|part|slot|popover|not-loaded|buurt-widget)$/;

function isWidget(tag: string): boolean {
  const known = (globalThis as typeof globalThis & { [loaders]?: Set<string> })[loaders];
  return known?.has(tag) === true || customElements.get(tag) !== undefined;
}

function place(div: Element): void {
  const tag = `buurt-${div.getAttribute('data-buurt-widget') ?? ''}`;
  if (!isWidget(tag)) {
    div.toggleAttribute('data-not-loaded', true);
    console.error(`There is no widget <${tag}>: mend data-buurt-widget.`, div);
    return;
  }
  const widget = document.createElement(tag);
  for (const { name, value } of div.attributes) {
    const attribute = name.startsWith('data-') ? name.slice('data-'.length) : '';
    if (attribute !== '' && !harmful.test(attribute)) widget.setAttribute(attribute, value);
  }
  // Gone, so that neither this file nor another copy of it fills the div again.
  div.removeAttribute('data-buurt-widget');
  widget.append(...div.childNodes);
  div.append(widget);
}

function look(root: ParentNode): void {
  if (root instanceof Element && root.matches(selector)) place(root);
  for (const div of root.querySelectorAll(selector)) place(div);
}

(globalThis as typeof globalThis & { [watching]?: typeof watch })[watching]?.(look);
