import publicTokens from '@buurt/core/tokens.json';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { budgetVote, ideaForm, initiativeList, mapCard } from './all-widgets.js';
import { toCss, withValue, type Choice } from './choice.js';
import { formStyles } from './form.styles.js';
import type { LiveValues } from './live-values.js';
import { makeItYoursStyles } from './make-it-yours.styles.js';
import { contrastsIn, parts, texts, type Pair, type Palette } from './palette.js';
import { isOn, presets, withPreset } from './presets.js';
import type { TokenChange, TokenFields } from './token-fields.js';
import './live-values.js';
import './logo-picker.js';
import './palette.js';
import './token-fields.js';

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

/** A look in, four widgets that wear it, with what a webmaster pastes and how readable it is. */
export class MakeItYours extends LitElement {
  static override readonly styles = [formStyles, makeItYoursStyles];

  @state() private choice: Choice = {};
  @state() private live: Readonly<Record<string, string>> = {};
  @state() private findings: readonly Finding[] = [];
  @state() private copied = '';
  @query('.brought') private brought!: HTMLElement;
  @query('.brought > story-live-values') private liveValues!: LiveValues;
  @query('story-token-fields') private fields!: TokenFields;
  @query('[data-scheme="light"] story-palette') private light!: Palette;
  @query('[data-scheme="dark"] story-palette') private dark!: Palette;

  protected override updated(changed: PropertyValues): void {
    if (changed.has('choice')) void this.#wear();
  }

  async #wear(): Promise<void> {
    // Through the object model: a strict policy refuses a style attribute.
    for (const { name } of publicTokens)
      if (this.choice[name]) this.brought.style.setProperty(name, this.choice[name]);
      else this.brought.style.removeProperty(name);
    await Promise.all([this.light, this.dark, this.liveValues].map((each) => each.updateComplete));
    this.live = this.liveValues.read();
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
      await navigator.clipboard.writeText(toCss(publicTokens, this.choice));
      this.copied = 'It is on your clipboard.';
    } catch {
      this.copied = 'Your browser does not allow that: select the lines, and copy them.';
    }
  };

  readonly #onTokenChange = ({ detail: { token, value } }: TokenChange): void => {
    this.choice = withValue(this.choice, token, value);
  };

  readonly #onBrandPick = ({ detail }: CustomEvent<string>): void => {
    this.choice = { ...this.choice, '--buurt-brand': detail };
  };

  readonly #reset = (): void => {
    this.fields.forgetRefused();
    this.choice = {};
  };

  #renderPresets(): TemplateResult {
    return html`<fieldset>
      <legend>Begin with a preset</legend>
      <div class="presets">
        ${presets.map(
          (preset) =>
            html`<div class="preset">
              <button
                type="button"
                aria-pressed=${isOn(this.choice, preset) ? 'true' : 'false'}
                @click=${() => {
                  this.choice = withPreset(this.choice, preset);
                }}
              >
                ${preset.name}
              </button>
              <p>${preset.description}</p>
              <details>
                <summary>${preset.name} sets ${Object.keys(preset.choice).length} tokens</summary>
                <ul>
                  ${Object.entries(preset.choice).map(([name, value]) => html`<li><code>${name}: ${value}</code></li>`)}
                </ul>
              </details>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderControls(): TemplateResult {
    const count = Object.keys(this.choice).length;
    return html`<section class="sheet">
      <h2>1. Your look</h2>
      <p>
        Start with the brand: all other colours follow from it. What you leave empty keeps the value that you
        see in it.
      </p>
      <story-logo-picker @brand-pick=${this.#onBrandPick}></story-logo-picker>
      ${this.#renderPresets()}
      <story-token-fields
        .choice=${this.choice}
        .live=${this.live}
        @token-change=${this.#onTokenChange}
      ></story-token-fields>
      <div class="row">
        <button type="button" class="reset-all" @click=${this.#reset}>Reset everything</button>
        <p role="status">${count === 1 ? '1 token is set.' : `${String(count)} tokens are set.`}</p>
      </div>
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

  #renderCss(): TemplateResult {
    return html`<section class="sheet">
      <h2>3. Put this in your stylesheet</h2>
      <pre tabindex="0" aria-label="CSS to copy">${toCss(publicTokens, this.choice)}</pre>
      <button type="button" @click=${this.#copy}>Copy</button>
      <p role="status">${this.copied}</p>
    </section>`;
  }

  protected override render(): TemplateResult {
    return html`<h1>Make it yours</h1>
      <div class="page">
        <div class="bench">${this.#renderControls()} ${this.#renderReport()} ${this.#renderCss()}</div>
        <div class="brought">
          <div>${mapCard()}</div>
          <div>${ideaForm()}</div>
          <div class="wide">${initiativeList(3)}</div>
          <div class="wide">${budgetVote()}</div>
          <story-live-values></story-live-values>
          <div class="probe" data-scheme="light"><story-palette></story-palette></div>
          <div class="probe" data-scheme="dark"><story-palette></story-palette></div>
        </div>
      </div>`;
  }
}
if (!customElements.get('story-make-it-yours')) customElements.define('story-make-it-yours', MakeItYours);
