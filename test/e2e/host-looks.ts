import type { Page } from 'playwright-core';

const widgetTags = [
  'buurt-idea-form',
  'buurt-budget-vote',
  'buurt-initiative-list',
  'buurt-map-card',
  'buurt-cashbook',
  'buurt-my-initiative',
].join(', ');

/** What a page could spoil of a widget, as the browser computes it. */
const properties = [
  ...['display', 'visibility', 'position', 'color', 'background-color', 'cursor', 'direction'],
  ...[
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
    'line-height',
    'letter-spacing',
    'word-spacing',
  ],
  ...['text-align', 'text-indent', 'text-transform', 'text-shadow', 'white-space', 'list-style-type'],
  ...['margin-top', 'padding-top', 'padding-left', 'border-top-width', 'border-top-color', 'border-radius'],
];

/** Each element in the widgets of a page: its place in the tree and what it looks like. */
export type Looks = Readonly<Record<string, string>>;

/** How the widgets of a page look now. */
export const looksOf = (page: Page): Promise<Looks> =>
  page.evaluate(
    ([names, widgets]) => {
      const looks: Record<string, string> = {};
      const ahead: [Element, string][] = [...document.querySelectorAll(widgets)].map((widget) => [
        widget,
        widget.localName,
      ]);
      for (let next = ahead.pop(); next; next = ahead.pop()) {
        const [element, path] = next;
        const { width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const told = names.map((each) => `${each}: ${style.getPropertyValue(each)}`);
        looks[path] = [...told, `size: ${width.toFixed(0)} × ${height.toFixed(0)}`].join('; ');
        if (!element.shadowRoot && path === element.localName) continue;
        for (const [index, child] of [...(element.shadowRoot ?? element).children].entries())
          if (child.localName !== 'style' && child.localName !== 'slot')
            ahead.push([
              child,
              `${path} ${child.localName}.${(child.getAttribute('class') ?? '').trim()}:${String(index)}`,
            ]);
      }
      return looks;
    },
    [properties, widgetTags] as const,
  );

/** What is other than on the plain page: the first few of the innermost elements, each with what differs. */
export function differences(plain: Looks, here: Looks): readonly string[] {
  const names = new Set([...Object.keys(plain), ...Object.keys(here)]);
  const other = [...names].filter((name) => plain[name] !== here[name]);
  return other
    .filter((name) => !other.some((inside) => inside.startsWith(`${name} `)))
    .map((name) => {
      const [before, now] = [plain[name]?.split('; '), here[name]?.split('; ')];
      if (!before || !now) return `${name} is ${now ? 'new' : 'gone'}`;
      return `${name}: ${now.filter((each, index) => each !== before[index]).join('; ')} (was ${before.filter((each, index) => each !== now[index]).join('; ')})`;
    })
    .slice(0, 6);
}

/** The widgets of which something sticks out of the place that the page gives them. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (widgets) =>
      [...document.querySelectorAll(widgets)]
        .filter(
          ({ scrollWidth, parentElement }) =>
            scrollWidth > ((parentElement as Element).clientWidth || innerWidth),
        )
        .map(({ localName, scrollWidth }) => `${localName} is ${String(scrollWidth)} px wide`),
    widgetTags,
  );
