import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Chosen } from './controls.js';

/** What a playground shows, and how. */
export interface Played {
  readonly tag: string;
  readonly chosen: Chosen;
  /** The names of the events that are told. */
  readonly events: readonly string[];
  /** Attributes for what the stories have in their own way, as long as nothing is chosen for them. */
  readonly presets: Readonly<Record<string, string>>;
  /** A server of the story. Asked for once, so that what was done in the widget stays while somebody plays. */
  readonly serve: () => { readonly fetch: typeof fetch };
  readonly tell: (name: string, detail: unknown) => void;
}

let opened = 0;

/**
 * Holds one widget and changes it with the controls. The widget stands in a shadow root with the chosen tokens and parts as
 * its stylesheet: a page would write the same, a strict policy allows it, and no other story sees it.
 */
export class StoryPlayground extends LitElement {
  @property({ attribute: false }) played!: Played;

  readonly #style = new CSSStyleSheet();
  #widget: HTMLElement | undefined;
  #fetch: typeof fetch | undefined;
  #nth = 0;
  #given: readonly string[] = [];

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.shadowRoot?.adoptedStyleSheets.push(this.#style);
    return root;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('played')) return;
    const widget = (this.#widget ??= this.#create());
    this.#setAttributes(widget);
    this.#setProperties(widget);
    this.#fillSlots(widget);
    this.#dress();
    if (!widget.isConnected) this.renderRoot.append(widget);
  }

  #create(): HTMLElement {
    opened += 1;
    this.#nth = opened;
    this.#fetch = this.played.serve().fetch;
    const widget = document.createElement(this.played.tag);
    for (const name of this.played.events)
      widget.addEventListener(name, (event) => this.played.tell(name, (event as CustomEvent).detail));
    return widget;
  }

  #setAttributes(widget: HTMLElement): void {
    const { chosen, presets } = this.played;
    const attributes = { ...presets, ...chosen.attributes };
    for (const name of this.#given) if (!(name in attributes)) widget.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes))
      if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    this.#given = Object.keys(attributes);
  }

  /** Each playground has an endpoint of its own: no story finds what another left on the device. */
  #setProperties(widget: HTMLElement): void {
    const { attributes, properties } = this.played.chosen;
    const { connection } = widget as { connection?: { endpoint: string } };
    const endpoint = attributes['endpoint'] && `${attributes['endpoint']}/playground-${String(this.#nth)}`;
    const served = endpoint ? { endpoint, fetch: this.#fetch } : undefined;
    const unset = { token: '', texts: undefined };
    Object.assign(
      widget,
      Object.fromEntries(Object.entries(unset).filter(([name]) => name in widget)),
      properties,
      connection?.endpoint === endpoint ? {} : { connection: served },
    );
  }

  #fillSlots(widget: HTMLElement): void {
    const paragraphs = Object.entries(this.played.chosen.slots).map(([name, text]) => {
      const paragraph = document.createElement('p');
      if (name) paragraph.slot = name;
      paragraph.textContent = text;
      return paragraph;
    });
    const before = [...widget.querySelectorAll(':scope > p')];
    const isSame =
      before.length === paragraphs.length &&
      before.every((each, at) => each.isEqualNode(paragraphs[at] ?? null));
    if (isSame) return;
    for (const old of before) old.remove();
    widget.append(...paragraphs);
  }

  /** Set by property, so that nothing that is typed can end its rule. */
  #dress(): void {
    const { tag, chosen } = this.played;
    const rule = (selector: string) => {
      const at = this.#style.insertRule(`${selector} {}`, this.#style.cssRules.length);
      return (this.#style.cssRules[at] as CSSStyleRule).style;
    };
    while (this.#style.cssRules.length > 0) this.#style.deleteRule(0);
    const tokens = rule(tag);
    for (const [name, value] of Object.entries(chosen.tokens)) tokens.setProperty(name, value);
    for (const [name, text] of Object.entries(chosen.parts)) rule(`${tag}::part(${name})`).cssText = text;
  }
}
if (!customElements.get('story-playground')) customElements.define('story-playground', StoryPlayground);
