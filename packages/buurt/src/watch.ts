/** Is shown a part of the page, and looks at it and at all that it holds. */
type OnAdded = (root: ParentNode) => void;

const key = Symbol.for('buurt:watch');
type Watching = typeof globalThis & { [key]?: typeof watch };

const below = { childList: true, subtree: true };

/** A widget looks after what is in its own shadow root. */
const isShell = ({ localName }: Element): boolean => !localName.startsWith('buurt-');

/** Shows everything on the page, now and whenever more comes, also in open shadow roots: many sites are built of them. */
export function watch(look: OnAdded): void {
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) visit(node);
  });
  const enter = (root: Document | ShadowRoot): void => {
    observer.observe(root, below);
    visit(root);
  };
  const visit = (root: Element | Document | ShadowRoot): void => {
    look(root);
    const inside = [...root.querySelectorAll('*')];
    for (const element of root instanceof Element ? [root, ...inside] : inside)
      if (element.shadowRoot && isShell(element)) enter(element.shadowRoot);
  };
  // Nothing in the page changes when an element that is there gets a shadow root, so no observer hears of it.
  const attach = Reflect.get(Element.prototype, 'attachShadow') as Element['attachShadow'];
  Element.prototype.attachShadow = function (this: Element, init) {
    const root = attach.call(this, init);
    if (init.mode === 'open' && isShell(this)) observer.observe(root, below);
    return root;
  };
  enter(document);
}

/** Parts of the loader that come later use the one that is there: its file may be on the page under any address. */
(globalThis as Watching)[key] ??= watch;
