import publicTokens from '@buurt/core/tokens.json';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { normalized, problemWith, wordsOf, type Choice, type PublicToken } from './choice.js';
import { formStyles } from './form.styles.js';
import { tokenFieldsStyles } from './token-fields.styles.js';

const titles: Readonly<Record<string, string>> = {
  colour: 'Colours',
  type: 'Letters',
  space: 'Space',
  radius: 'Corners',
  border: 'Lines, fields and buttons',
  shadow: 'Shadow',
  focus: 'Focus',
  motion: 'Motion',
};
const groups = [...new Set(publicTokens.map(({ group }) => group))];

/** `--buurt-color-action-hover` as people say it. */
const labelOf = (name: string): string => {
  const words = name.replace(/^--buurt-(color-)?/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What somebody changed: the value of a token, empty when it is reset. */
export type TokenChange = CustomEvent<{ readonly token: PublicToken; readonly value: string }>;

/**
 * A field for every public token, in its group.
 *
 * @fires token-change - a token got a value that it can have, or was reset
 */
export class TokenFields extends LitElement {
  static override readonly styles = [formStyles, tokenFieldsStyles];

  @property({ attribute: false }) choice: Choice = {};
  /** What each token comes to now, for the fields that nobody filled in. */
  @property({ attribute: false }) live: Readonly<Record<string, string>> = {};
  /** What was typed and cannot be, by the name of its token. */
  @state() private refused: Choice = {};

  /** Forgets what was typed and cannot be. */
  forgetRefused(): void {
    this.refused = {};
  }

  #change(token: PublicToken, typed: string, isTyping = false): void {
    const value = normalized(token, typed);
    const problem = value === '' ? undefined : problemWith(token, value);
    const { [token.name]: before, ...others } = this.refused;
    // Who is still typing has no fault yet; who had one, sees it go as soon as it is mended.
    if (!problem || !isTyping || before !== undefined)
      this.refused = problem ? { ...others, [token.name]: typed } : others;
    if (!problem)
      this.dispatchEvent(new CustomEvent('token-change', { detail: { token, value }, bubbles: true }));
  }

  #renderInput(token: PublicToken, describedBy: string): TemplateResult {
    const { name, syntax } = token;
    const value = this.refused[name] ?? this.choice[name] ?? '';
    const live = this.live[name] ?? '';
    const onChange = ({ target }: Event) => {
      this.#change(token, (target as HTMLInputElement).value);
    };
    const words = wordsOf(token);
    if (words.length > 0)
      return html`<select id=${name} aria-describedby=${describedBy} @change=${onChange}>
        <option value="" ?selected=${value === ''}>As it is (${live})</option>
        ${words.map((word) => html`<option ?selected=${word === value}>${word}</option>`)}
      </select>`;
    return html`<input
        id=${name}
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${live}
        aria-describedby=${describedBy}
        aria-invalid=${name in this.refused ? 'true' : 'false'}
        .value=${value}
        @input=${({ target }: Event) => {
          this.#change(token, (target as HTMLInputElement).value, true);
        }}
        @change=${onChange}
      />${
        syntax === '<color>'
          ? html`<input
              type="color"
              aria-label="Pick: ${labelOf(name)}"
              .value=${(this.choice[name]?.startsWith('#') && this.choice[name].length === 7 ? this.choice[name] : live).slice(0, 7) || '#000000'}
              @input=${onChange}
            />`
          : nothing
      }`;
  }

  #renderField(token: PublicToken): TemplateResult {
    const { name, description } = token;
    const typed = this.refused[name];
    const isSet = typed !== undefined || this.choice[name] !== undefined;
    return html`<div class="field">
      <label for=${name}>${labelOf(name)}</label>
      <p class="hint" id="${name}-hint">${description} <code>${name}</code></p>
      <div class="entry">
        ${this.#renderInput(token, `${name}-problem ${name}-hint`)}
        <button
          type="button"
          class="reset"
          aria-label="Reset: ${labelOf(name)}"
          ?disabled=${!isSet}
          @click=${() => {
            this.#change(token, '');
          }}
        >
          Reset
        </button>
      </div>
      <p
        class="problem"
        id="${name}-problem"
        role="status"
        .textContent=${(typed !== undefined && problemWith(token, typed)) || ''}
      ></p>
    </div>`;
  }

  protected override render(): TemplateResult {
    return html`${groups.map((group, index) => {
      const inGroup = publicTokens.filter((token) => token.group === group);
      const count = inGroup.filter(({ name }) => this.choice[name] !== undefined).length;
      return html`<details ?open=${index === 0}>
        <summary>
          ${titles[group] ?? group}
          <span class="count">${inGroup.length}${count > 0 ? html`, ${count} set` : nothing}</span>
        </summary>
        <div class="fields">${inGroup.map((token) => this.#renderField(token))}</div>
      </details>`;
    })}`;
  }
}
if (!customElements.get('story-token-fields')) customElements.define('story-token-fields', TokenFields);
