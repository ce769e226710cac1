import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { embedBuilderStyles } from './embed-builder.styles.js';
import { followed, type Release } from './release.js';
import { optionsOf, type Manifest, type Option } from './options.js';
import {
  divLines,
  frameLines,
  headLines,
  loadCheckLines,
  policyLines,
  styleLines,
  tagLines,
  type Choice,
} from './snippet.js';
import { messagesFor, type WidgetTag, type BuilderMessages } from './builder.messages.js';

/** A buurt that the server knows. */
interface Known {
  readonly code: string;
  readonly name: string;
}

async function jsonAt<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${String(answer.status)}`);
  return (await answer.json()) as T;
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement | HTMLSelectElement).value;

/** The server lists no more buurten than this. */
const mostListed = 100;

/** A webmaster chooses a widget and what it is told, sees it live, and copies the lines to paste. */
export class EmbedBuilder extends LitElement {
  static override readonly styles = [tokens, controls, embedBuilderStyles];

  @property() endpoint = '';
  /** Where visitors reach the server, when the page is not sure of that: what the lines say in the place of `endpoint` and `base`. */
  @property({ attribute: 'public-url' }) publicUrl = '';
  /** The folder of the build that this one is of, with a slash at the end; this one is in a folder of it. */
  @property() base = new URL('..', import.meta.url).href;
  /** What the widgets can be told; read from `base` unless given. */
  @property({ attribute: false }) manifest?: Manifest;
  /** Which build this is; read from `base` unless given. */
  @property({ attribute: false }) release?: Release;
  /** The buurten to choose from; asked of the server unless given. */
  @property({ attribute: false }) buurten?: readonly Known[];
  /** What a page does with the widget before it is shown. */
  @property({ attribute: false }) prepare: (widget: HTMLElement) => void = () => undefined;

  @state() private tag: WidgetTag = 'buurt-idea-form';
  @state() private buurt = '';
  @state() private brand = '';
  @state() private language: keyof BuilderMessages['languages'] = '';
  @state() private told: Readonly<Record<string, string>> = {};
  @state() private isPinned = false;
  @state() private said = '';
  @state() private failed = false;

  get #words(): BuilderMessages {
    return messagesFor(this.closest<HTMLElement>('[lang]')?.lang ?? '');
  }

  get #endpoint(): string {
    return this.endpoint ? new URL(this.endpoint, document.baseURI).href : '';
  }

  /** Where the lines say that the server is. */
  get #publicEndpoint(): string {
    return this.publicUrl ? `${this.publicUrl}/v1` : this.#endpoint;
  }

  /** Where the lines say that the builds are, each in a folder. */
  get #publicBuilds(): string {
    return this.publicUrl ? `${this.publicUrl}/dist/` : new URL('..', this.base).href;
  }

  /** Without buurten to choose from, or with more than the server lists at once, the webmaster types a code. */
  get #isCodeTyped(): boolean {
    const { length } = this.buurten ?? [];
    return this.buurten !== undefined && (length === 0 || length >= mostListed);
  }

  get #options(): readonly Option[] {
    return this.manifest ? optionsOf(this.manifest, this.tag) : [];
  }

  get #choice(): Choice {
    const options = this.#options.map(({ name }) => name);
    const told = Object.entries(this.told).filter(([name]) => options.includes(name));
    return {
      tag: this.tag,
      brand: this.brand,
      meanwhile: this.#words.meanwhile[this.tag],
      attributes: {
        endpoint: this.#publicEndpoint,
        ...(this.buurt ? { buurt: this.buurt } : {}),
        ...(this.language ? { lang: this.language } : {}),
        ...Object.fromEntries(told),
      },
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read().catch((error: unknown) => {
      this.failed = true;
      console.error(error);
    });
  }

  async #read(): Promise<void> {
    const { base } = this;
    [this.manifest, this.release, this.buurten] = await Promise.all([
      this.manifest ?? jsonAt<Manifest>(`${base}custom-elements.json`),
      this.release ?? jsonAt<Release>(`${base}release.json`),
      this.buurten ??
        jsonAt<{ buurten: Known[] }>(`${this.#endpoint}/buurten`).then(({ buurten }) => buurten),
    ]);
    this.buurt ||= this.buurten[0]?.code ?? '';
  }

  protected override updated(changed: PropertyValues): void {
    const shown = ['tag', 'buurt', 'brand', 'language', 'told', 'endpoint', 'manifest'];
    if (this.buurt && shown.some((name) => changed.has(name))) this.#show();
  }

  /** The widget stands in the page itself: there the loader looks for tags. */
  #show(): void {
    const { tag, attributes } = this.#choice;
    const widget = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.setAttribute('endpoint', this.#endpoint);
    if (this.brand) widget.style.setProperty('--buurt-brand', this.brand);
    this.prepare(widget);
    this.replaceChildren(widget);
  }

  #tell(name: string, value: string | undefined): void {
    const { [name]: _before, ...others } = this.told;
    this.told = value === undefined ? others : { ...others, [name]: value };
  }

  async #copy(text: string): Promise<void> {
    const words = this.#words;
    try {
      await navigator.clipboard.writeText(text);
      this.said = words.copied;
    } catch {
      this.said = words.selectIt;
    }
  }

  #renderWidgets(words: BuilderMessages): TemplateResult {
    return html`<fieldset>
      <legend>${words.widget}</legend>
      <div class="choices">
        ${Object.entries(words.widgets).map(
          ([tag, name]) =>
            html`<label class="choice pill">
              <input
                type="radio"
                name="widget"
                .value=${tag}
                .checked=${tag === this.tag}
                @change=${() => (this.tag = tag as WidgetTag)}
              />${name}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderBuurt(words: BuilderMessages): TemplateResult {
    if (this.#isCodeTyped)
      return html`<label class="field"
        >${words.buurt} <span class="hint">${words.buurtHint}</span>
        <input
          type="text"
          autocapitalize="characters"
          .value=${this.buurt}
          @change=${(event: Event) => (this.buurt = valueOf(event).trim())}
        />
        ${this.buurten?.length === 0 ? html`<span class="hint">${words.noBuurten}</span>` : nothing}</label
      >`;
    return html`<label class="field"
      >${words.buurt}
      <select @change=${(event: Event) => (this.buurt = valueOf(event))}>
        ${this.buurten?.map(
          ({ code, name }) =>
            html`<option value=${code} ?selected=${code === this.buurt}>${name} (${code})</option>`,
        )}
      </select></label
    >`;
  }

  #renderLook(words: BuilderMessages): TemplateResult {
    return html`<label class="field"
        >${words.language}
        <select @change=${(event: Event) => (this.language = valueOf(event) as typeof this.language)}>
          ${Object.entries(words.languages).map(
            ([code, name]) =>
              html`<option value=${code} ?selected=${code === this.language}>${name}</option>`,
          )}
        </select></label
      >
      <div class="field">
        <label for="brand">${words.brand}</label>
        <div class="colour">
          <input
            id="brand"
            type="color"
            .value=${this.brand || '#0b5d51'}
            @change=${(event: Event) => (this.brand = valueOf(event))}
          />
          ${
            this.brand
              ? html`<button type="button" class="button quiet" @click=${() => (this.brand = '')}>
                  ${words.noBrand}
                </button>`
              : words.noBrand
          }
        </div>
      </div>`;
  }

  #renderOption({ name, description, kind, choices, usual }: Option, words: BuilderMessages): TemplateResult {
    const told = this.told[name];
    const onChange = (event: Event) =>
      this.#tell(name, valueOf(event) === usual ? undefined : valueOf(event));
    if (kind === 'yes-no')
      return html`<label class="choice check" title=${description}>
        <input
          type="checkbox"
          .checked=${told !== undefined}
          @change=${({ target }: Event) =>
            this.#tell(name, (target as HTMLInputElement).checked ? '' : undefined)}
        />${name}
      </label>`;
    return html`<label class="field"
      >${name} <span class="hint" lang="en">${description}</span>
      ${
        kind === 'choice'
          ? html`<select @change=${onChange}>
              ${choices.map(
                (each) =>
                  html`<option value=${each} ?selected=${each === (told ?? usual)}>
                    ${each}${each === usual ? ` (${words.usual})` : ''}
                  </option>`,
              )}
            </select>`
          : html`<input
              type=${kind === 'number' ? 'number' : 'text'}
              .value=${told ?? usual}
              @change=${onChange}
            />`
      }
    </label>`;
  }

  #renderLines(title: string, lines: string, hint: TemplateResult | typeof nothing = nothing) {
    const { copy } = this.#words;
    return html`<figure>
      <figcaption>
        ${title}
        <button type="button" class="button" @click=${() => this.#copy(lines)} aria-label="${copy}: ${title}">
          ${copy}
        </button>
      </figcaption>
      <pre tabindex="0" role="region" aria-label=${title}><code>${lines}</code></pre>
      ${hint}
    </figure>`;
  }

  #renderPaste(words: BuilderMessages): TemplateResult {
    const builds = this.#publicBuilds;
    const { version, integrity } = this.release ?? { version: '', integrity: {} };
    const isReleased = /^[\d.]+$/.test(version);
    const head = this.isPinned
      ? headLines({ base: `${builds}${version}/`, integrity })
      : headLines({ base: `${builds}${followed}/` });
    const base = `${builds}${followed}/`;
    const choice = this.#choice;
    return html`<section class="sheet">
      <h2>${words.paste}</h2>
      ${this.#renderLines(
        words.head,
        head,
        html`<label class="choice check">
            <input
              type="checkbox"
              .checked=${this.isPinned}
              ?disabled=${!isReleased}
              @change=${({ target }: Event) => (this.isPinned = (target as HTMLInputElement).checked)}
            />${words.pin(version)}
          </label>
          <p class="hint">
            ${!isReleased ? words.notReleased : this.isPinned ? words.pinned : words.follows}
          </p>`,
      )}
      ${this.#renderLines(
        words.loadCheck,
        loadCheckLines(base),
        html`<p class="hint">${words.loadCheckHint}</p>`,
      )}
      ${this.#renderLines(words.tag, tagLines(choice))}
      ${choice.brand ? this.#renderLines(words.style, styleLines(choice)) : nothing}
      ${this.#renderLines(words.policy, policyLines(choice, base))}
      ${this.#renderLines(words.div, divLines(choice))}
      ${this.#renderLines(
        words.frame,
        frameLines(choice, base),
        html`<p class="hint">${words.frameHint}</p>`,
      )}
      <p>${words.check}</p>
      <p role="status">${this.said}</p>
    </section>`;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (this.failed) return html`<p role="alert">${words.failed}</p>`;
    return html`<section class="sheet">
        <h2>${words.choose}</h2>
        ${this.#renderWidgets(words)}
        <div class="row">${this.#renderBuurt(words)} ${this.#renderLook(words)}</div>
        <details>
          <summary>${words.options}</summary>
          <div class="row">${this.#options.map((option) => this.#renderOption(option, words))}</div>
        </details>
      </section>
      <section class="sheet">
        <h2>${words.look}</h2>
        <div class="preview"><slot></slot></div>
      </section>
      ${this.#renderPaste(words)}`;
  }
}

if (!customElements.get('buurt-embed-builder')) customElements.define('buurt-embed-builder', EmbedBuilder);
