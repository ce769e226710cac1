import publicTokens from '@buurt/core/tokens.json';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { budgetVote, ideaForm, initiativeList, mapCard } from './all-widgets.js';
import { withValue, type Choice } from './choice.js';
import { fromWord, type Imported } from './design-tokens.js';
import { formStyles } from './form.styles.js';
import type { LiveValues } from './live-values.js';
import { makeItYoursStyles } from './make-it-yours.styles.js';
import { contrastsIn, parts, texts, type Pair, type Palette } from './palette.js';
import { forcedColours, imitate } from './media-imitation.js';
import { isOn, presets, withPreset } from './presets.js';
import { importReport } from './token-exchange.js';
import type { TokenChange, TokenFields } from './token-fields.js';
import './live-values.js';
import './logo-picker.js';
import './palette.js';
import './token-exchange.js';
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

const previews = {
  'forced-colors': 'Forced colours (imitated)',
  print: 'Print (imitated)',
  large: 'Text at 200%',
  rtl: 'Right to left',
  narrow: 'Narrow phone',
} as const;
type Preview = keyof typeof previews;

/** A look in, four widgets that wear it, with what a webmaster pastes and how readable it is. */
export class MakeItYours extends LitElement {
  static override readonly styles = [formStyles, makeItYoursStyles];

  /** A choice from a link, as one word. */
  @property() look = '';
  @state() private shown: readonly Preview[] = [];
  @state() private choice: Choice = {};
  /** The choice before a reset or a file, to which somebody can go back. */
  @state() private previous: Choice | undefined;
  @state() private live: Readonly<Record<string, string>> = {};
  @state() private findings: readonly Finding[] = [];
  @state() private fromLink: Imported | undefined;
  @state() private linkProblem = '';
  @query('.brought') private brought!: HTMLElement;
  @query('.brought > story-live-values') private liveValues!: LiveValues;
  @query('story-token-fields') private fields!: TokenFields;
  @query('[data-scheme="light"] story-palette') private light!: Palette;
  @query('[data-scheme="dark"] story-palette') private dark!: Palette;

  readonly #imitations = new Map<'print' | 'forced-colors', () => void>();

  override disconnectedCallback(): void {
    // The widgets of other stories wear the same style sheets.
    for (const stop of this.#imitations.values()) stop();
    this.#imitations.clear();
    this.shown = [];
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('look')) return;
    this.fromLink = undefined;
    this.linkProblem = '';
    try {
      this.fromLink = fromWord(publicTokens, this.look);
      this.choice = this.fromLink.choice;
    } catch {
      this.linkProblem = 'This link is not whole: its look cannot be read. Ask for it again.';
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('choice')) void this.#wear();
    if (changed.has('choice') || changed.has('shown')) this.#preview();
  }

  #preview(): void {
    for (const medium of ['print', 'forced-colors'] as const) {
      this.#imitations.get(medium)?.();
      this.#imitations.delete(medium);
      if (this.shown.includes(medium)) this.#imitations.set(medium, imitate(this.brought, medium));
    }
    const isForced = this.shown.includes('forced-colors');
    const size = this.choice['--buurt-font-size'];
    // Not on the probes: the report is about the look itself.
    for (const { style } of this.brought.querySelectorAll<HTMLElement>(':scope > .widget')) {
      for (const [name, value] of Object.entries(forcedColours))
        if (isForced) style.setProperty(name, value);
        else style.removeProperty(name);
      if (size && this.shown.includes('large')) style.setProperty('--buurt-font-size', `calc(2 * ${size})`);
      else style.removeProperty('--buurt-font-size');
    }
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

  readonly #onTokenChange = ({ detail: { token, value } }: TokenChange): void => {
    this.choice = withValue(this.choice, token, value);
  };

  readonly #onBrandPick = ({ detail }: CustomEvent<string>): void => {
    this.choice = { ...this.choice, '--buurt-brand': detail };
  };

  readonly #onImport = ({ detail }: CustomEvent<Choice>): void => {
    this.previous = this.choice;
    this.choice = { ...this.choice, ...detail };
  };

  readonly #reset = (): void => {
    this.fields.forgetRefused();
    this.previous = this.choice;
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

  #renderPreviews(): TemplateResult {
    return html`<fieldset class="previews sheet">
      <legend>See it as others do</legend>
      ${(Object.keys(previews) as Preview[]).map(
        (preview) =>
          html`<label
            ><input
              type="checkbox"
              name=${preview}
              .checked=${this.shown.includes(preview)}
              @change=${({ target }: Event) => {
                const others = this.shown.filter((each) => each !== preview);
                this.shown = (target as HTMLInputElement).checked ? [...others, preview] : others;
              }}
            />${previews[preview]}</label
          >`,
      )}
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
        ${
          this.previous
            ? html`<button
                type="button"
                @click=${() => {
                  this.choice = this.previous ?? {};
                  this.previous = undefined;
                }}
              >
                Undo
              </button>`
            : nothing
        }
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

  #renderLinkReport(): TemplateResult | typeof nothing {
    if (this.linkProblem) return html`<p class="problem" role="alert">${this.linkProblem}</p>`;
    const { fromLink } = this;
    return fromLink && fromLink.unknown.length + fromLink.wrong.length > 0
      ? html`<div class="sheet" role="status">${importReport(fromLink)}</div>`
      : nothing;
  }

  protected override render(): TemplateResult {
    return html`<h1>Make it yours</h1>
      ${this.#renderLinkReport()}
      <div class="page">
        <div class="bench">
          ${this.#renderControls()} ${this.#renderReport()}
          <section class="sheet">
            <h2>3. Take it with you</h2>
            <story-token-exchange
              .choice=${this.choice}
              @tokens-import=${this.#onImport}
            ></story-token-exchange>
          </section>
        </div>
        <div class="stage">
          ${this.#renderPreviews()}
          <div class="brought ${this.shown.join(' ')}" dir=${this.shown.includes('rtl') ? 'rtl' : nothing}>
            <div class="widget">${mapCard()}</div>
            <div class="widget">${ideaForm()}</div>
            <div class="widget wide">${initiativeList(3)}</div>
            <div class="widget wide">${budgetVote()}</div>
            <story-live-values></story-live-values>
            <div class="probe" data-scheme="light"><story-palette></story-palette></div>
            <div class="probe" data-scheme="dark"><story-palette></story-palette></div>
          </div>
        </div>
      </div>`;
  }
}
if (!customElements.get('story-make-it-yours')) customElements.define('story-make-it-yours', MakeItYours);
