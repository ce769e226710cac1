import { html, nothing, type TemplateResult } from 'lit';

/** What is wrong, in words, by the id of the field. */
export type Wrong = ReadonlyMap<string, string>;

interface Text {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands behind the label of a field that may stay empty; absent where it may not. */
  readonly optional?: string;
  readonly value: string;
  readonly rows?: number;
  readonly type?: 'text' | 'email';
  readonly autocomplete?: string;
  /** Which keys a telephone shows. */
  readonly inputMode?: 'numeric';
  readonly onInput: (value: string) => void;
}

const describedBy = (wrong: Wrong, id: string, hint: string | undefined) =>
  [hint ? `${id}-hint` : '', wrong.has(id) ? `${id}-problem` : ''].filter(Boolean).join(' ') || nothing;

const problemLine = (wrong: Wrong, id: string) =>
  wrong.has(id) ? html`<p class="problem" part="problem" id="${id}-problem">${wrong.get(id)}</p>` : nothing;

const hintLine = (id: string, hint: string | undefined) =>
  hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;

export function textField(wrong: Wrong, text: Text): TemplateResult {
  const { id, label, hint, optional, value, rows } = text;
  const onInput = ({ target }: InputEvent) => text.onInput((target as HTMLInputElement).value);
  const invalid = wrong.has(id) ? 'true' : nothing;
  const described = describedBy(wrong, id, hint);
  return html`<div class="field" part="field">
    <label for=${id} part="label"
      >${label}${optional ? html`<span class="optional"> (${optional})</span>` : nothing}</label
    >
    ${hintLine(id, hint)} ${problemLine(wrong, id)}
    ${
      rows
        ? html`<textarea
            id=${id}
            part="input"
            dir="auto"
            rows=${rows}
            .value=${value}
            aria-required=${!optional}
            aria-invalid=${invalid}
            aria-describedby=${described}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${id}
            part="input"
            dir="auto"
            type=${text.type ?? 'text'}
            autocomplete=${text.autocomplete ?? 'off'}
            inputmode=${text.inputMode ?? nothing}
            .value=${value}
            aria-required=${!optional}
            aria-invalid=${invalid}
            aria-describedby=${described}
            @input=${onInput}
          />`
    }
  </div>`;
}

interface Choices<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly content: unknown }[];
  readonly chosen: readonly T[];
  readonly several?: boolean;
  readonly look: 'pill' | 'card';
  readonly onChoose: (value: T) => void;
}

/** Radio buttons or checkboxes that look like what they offer. The first carries the id, so that a link can reach it. */
export function choiceField<T extends string>(wrong: Wrong, choices: Choices<T>): TemplateResult {
  const { id, label, options, chosen, several, look, onChoose } = choices;
  return html`<fieldset class="field" part="field" aria-describedby=${describedBy(wrong, id, undefined)}>
    <legend part="label">${label}</legend>
    ${problemLine(wrong, id)}
    <div class="choices ${look}s">
      ${options.map(
        ({ value, content }, index) =>
          html`<label class="choice ${look}" part="choice">
            <input
              type=${several ? 'checkbox' : 'radio'}
              id=${index === 0 ? id : `${id}-${String(index)}`}
              name=${id}
              value=${value}
              .checked=${chosen.includes(value)}
              @change=${() => onChoose(value)}
            />
            <span class="choice-text">${content}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
