import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { budgetVote, ideaForm, initiativeList, mapCard } from './all-widgets.js';
import { makeItYoursStyles } from './make-it-yours.styles.js';
import { contrastsIn, parts, texts, type Pair, type Palette } from './palette.js';
import './palette.js';

const fonts: Readonly<Record<string, string>> = {
  '': 'As the page',
  'Georgia, serif': 'Serif',
  'Verdana, sans-serif': 'Wide sans',
  'ui-rounded, "Arial Rounded MT Bold", sans-serif': 'Rounded',
};
const usualRadius = 12;
const spoken: Readonly<Record<string, string>> = {
  action: 'button',
  'action-hover': 'button under the mouse',
  'action-active': 'pressed button',
  'on-action': 'words on a button',
  surface: 'paper',
  soft: 'soft ground',
  tint: 'tint of the brand',
  muted: 'quiet words',
  accent: 'link',
  control: 'field',
  'control-text': 'words in a field',
  'control-line': 'edge of a field',
  'action-line': 'edge of a button',
  focus: 'ring of the focus',
  line: 'track of a bar',
};
const nameOf = (colour: string): string => spoken[colour] ?? colour.replace('-', ' ');

interface Finding {
  readonly what: 'Words' | 'Edges and marks';
  readonly scheme: string;
  readonly least: number;
  readonly pair: Pair;
  readonly contrast: number;
}

/** One colour in, four widgets in style out, with what a webmaster pastes and how readable it is. */
export class MakeItYours extends LitElement {
  static override readonly styles = makeItYoursStyles;

  @property() brand = '#0b5d51';
  @property({ type: Number }) radius = usualRadius;
  @property() font = '';
  @state() private findings: readonly Finding[] = [];
  @state() private copied = '';
  @query('.brought') private brought!: HTMLElement;
  @query('[data-scheme="light"] story-palette') private light!: Palette;
  @query('[data-scheme="dark"] story-palette') private dark!: Palette;

  /** What a webmaster pastes. */
  get css(): string {
    const lines = Object.entries(this.#chosen).filter(([, value]) => value);
    return `:root {\n${lines.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`;
  }

  get #chosen(): Readonly<Record<string, string>> {
    return {
      '--buurt-brand': this.brand,
      ...this.#corners(),
      '--buurt-font-family': this.font,
    };
  }

  #corners(): Readonly<Record<string, string>> {
    const round = (part: number) =>
      this.radius === usualRadius ? '' : `${String(Math.round(this.radius * part))}px`;
    return {
      '--buurt-radius': round(1),
      '--buurt-button-radius': round(0.8),
      '--buurt-control-radius': round(0.67),
    };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('brand') || changed.has('radius') || changed.has('font')) void this.#wear();
  }

  async #wear(): Promise<void> {
    // Through the object model: a strict policy refuses a style attribute.
    for (const [name, value] of Object.entries(this.#chosen))
      if (value) this.brought.style.setProperty(name, value);
      else this.brought.style.removeProperty(name);
    await Promise.all([this.light.updateComplete, this.dark.updateComplete]);
    const [light, dark] = contrastsIn([this.light, this.dark]);
    this.findings = [
      ...this.#weakest('light', light as (pair: Pair) => number),
      ...this.#weakest('dark', dark as (pair: Pair) => number),
    ];
  }

  #weakest(scheme: string, contrast: (pair: Pair) => number): readonly Finding[] {
    const weakest = (what: Finding['what'], pairs: readonly Pair[], least: number): Finding => {
      const [first, ...others] = pairs;
      const pair = others.reduce(
        (worst, each) => (contrast(each) < contrast(worst) ? each : worst),
        first as Pair,
      );
      return { what, scheme, least, pair, contrast: contrast(pair) };
    };
    return [weakest('Words', texts, 4.5), weakest('Edges and marks', parts, 3)];
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.css);
      this.copied = 'It is on your clipboard.';
    } catch {
      this.copied = 'Your browser does not allow that: select the lines, and copy them.';
    }
  };

  readonly #onBrand = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    if (CSS.supports('color', value)) this.brand = value;
  };

  #renderControls(): TemplateResult {
    const hex = /^#[\da-f]{6}$/i.test(this.brand) ? this.brand : '#0b5d51';
    return html`<section class="sheet">
      <h2>1. Your colour</h2>
      <div class="colour">
        <label>Pick<input type="color" .value=${hex} @input=${this.#onBrand} /></label>
        <label
          >or type it<input type="text" spellcheck="false" .value=${this.brand} @change=${this.#onBrand}
        /></label>
      </div>
      <label>
        Corners: ${this.radius} px
        <input
          type="range"
          min="0"
          max="24"
          .value=${String(this.radius)}
          @input=${({ target }: Event) => (this.radius = Number((target as HTMLInputElement).value))}
        />
      </label>
      <label>
        Letters
        <select @change=${({ target }: Event) => (this.font = (target as HTMLSelectElement).value)}>
          ${Object.entries(fonts).map(
            ([value, name]) => html`<option value=${value} ?selected=${value === this.font}>${name}</option>`,
          )}
        </select>
      </label>
    </section>`;
  }

  #renderReport(): TemplateResult {
    const row = ({ what, scheme, least, pair: [ink, ground], contrast }: Finding) =>
      html`<tr>
        <th scope="row">${what}, ${scheme}</th>
        <td class="number">${contrast < least ? '✖' : '✔'} ${contrast.toFixed(2)} : 1</td>
        <td>${nameOf(ink)} on ${nameOf(ground)}</td>
      </tr>`;
    return html`<section class="sheet">
      <h2>2. Can everybody read it?</h2>
      <p>
        ${texts.length} pairs of words and ${parts.length} of edges, measured in this browser. The weakest of
        each:
      </p>
      <table>
        <tbody>
          ${this.findings.map(row)}
        </tbody>
      </table>
      <p>WCAG 2.2 AA asks 4.5 : 1 of words and 3 : 1 of edges and marks.</p>
    </section>`;
  }

  protected override render(): TemplateResult {
    return html`<h1>Make it yours</h1>
      <div class="bench">
        ${this.#renderControls()} ${this.#renderReport()}
        <section class="sheet">
          <h2>3. Put this in your stylesheet</h2>
          <pre tabindex="0" aria-label="CSS to copy">${this.css}</pre>
          <button type="button" @click=${this.#copy}>Copy</button>
          <p role="status">${this.copied}</p>
        </section>
      </div>
      <div class="brought">
        <div>${mapCard()}</div>
        <div>${ideaForm()}</div>
        <div class="wide">${initiativeList(3)}</div>
        <div class="wide">${budgetVote()}</div>
        <div class="probe" data-scheme="light"><story-palette></story-palette></div>
        <div class="probe" data-scheme="dark"><story-palette></story-palette></div>
      </div>`;
  }
}
if (!customElements.get('story-make-it-yours')) customElements.define('story-make-it-yours', MakeItYours);
