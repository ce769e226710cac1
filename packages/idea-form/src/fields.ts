import { html, nothing, type TemplateResult } from 'lit';
import { characters } from '@buurt/domain/wire/characters.js';
import {
  fieldSteps,
  mostCharacters,
  type FieldSettings,
  type FieldOfStep,
  type IdeaStep,
  type Question,
} from '@buurt/domain/ideas/settings.js';
import type { draftTexts } from './new-idea.js';
import { questionsOf } from './steps.js';
import { hintOf, labelOf, localized, type FormView } from './view.js';

/** What a field shows about itself, in any form. */
export interface FieldView {
  readonly t: Pick<FormView['t'], 'optional' | 'noChoice' | 'characters'>;
  readonly wrong: FormView['wrong'];
}

/** How one field is drawn under the settings of the organiser. */
export type FieldTemplate<View extends FormView = FormView> = (
  view: View,
  settings: FieldSettings,
) => TemplateResult;

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly required: boolean;
  readonly max?: number | undefined;
  /** Several lines: how many are shown. */
  readonly rows?: number;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly inputmode?: string;
  /** Who sees the answer. */
  readonly note?: TemplateResult;
  readonly onInput: (value: string) => void;
}

/** The parts of a field that say something about it; read out with the input by `describedby`. */
const describedBy = (view: FieldView, id: string, hint: string, note: boolean): string =>
  [hint ? `${id}-hint` : '', note ? `${id}-note` : '', view.wrong.has(id) ? `${id}-problem` : '']
    .filter(Boolean)
    .join(' ');

export const hintLine = (id: string, hint: string) =>
  hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;

export const problemLine = ({ wrong }: FieldView, id: string) =>
  wrong.has(id) ? html`<p class="problem" part="problem" id="${id}-problem">${wrong.get(id)}</p>` : nothing;

export const optionalMark = ({ t }: FieldView, required: boolean) =>
  required ? nothing : html`<span class="optional"> (${t.optional})</span>`;

/** How much is written, from the moment that the end comes in sight. */
function counter({ t }: FieldView, { id, value, max }: TextField) {
  const used = characters(value.trim());
  if (max === undefined || used < max * 0.6) return nothing;
  return html`<span class="counter ${used > max ? 'over' : ''}" id="${id}-count">
    ${t.characters({ used, most: max })}
  </span>`;
}

export function textField(view: FieldView, text: TextField): TemplateResult {
  const { id, label, hint, value, required, note, rows } = text;
  const describedby = describedBy(view, id, hint, note !== undefined) || nothing;
  const invalid = view.wrong.has(id) ? 'true' : nothing;
  const onInput = ({ target }: InputEvent) => text.onInput((target as HTMLInputElement).value);
  const control = rows
    ? html`<textarea
        id=${id}
        part="input"
        dir="auto"
        rows=${rows}
        .value=${value}
        aria-describedby=${describedby}
        aria-invalid=${invalid}
        aria-required=${required}
        @input=${onInput}
      ></textarea>`
    : html`<input
        id=${id}
        part="input"
        dir="auto"
        type=${text.type ?? 'text'}
        .value=${value}
        autocomplete=${text.autocomplete ?? 'off'}
        inputmode=${text.inputmode ?? nothing}
        enterkeyhint="next"
        aria-describedby=${describedby}
        aria-invalid=${invalid}
        aria-required=${required}
        @input=${onInput}
      />`;
  return html`<div class="field" part="field">
    <div class="label-row">
      <label for=${id} part="label">${label}${optionalMark(view, required)}</label>${counter(view, text)}
    </div>
    ${hintLine(id, hint)} ${note ? html`<p class="note" id="${id}-note">${note}</p>` : nothing}
    ${problemLine(view, id)} ${control}
  </div>`;
}

interface ChoiceField<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly options: readonly { readonly value: T; readonly content: unknown }[];
  readonly chosen: readonly T[];
  readonly several?: boolean;
  /** `pill`: one line each, side by side; `card`: with drawing and example. */
  readonly variant: 'pill' | 'card';
  readonly onChoose: (value: T) => void;
  readonly after?: unknown;
}

/** Radio buttons or checkboxes that look like what they offer. The first carries the id, so that a link can reach it. */
export function choiceField<T extends string>(view: FieldView, choices: ChoiceField<T>): TemplateResult {
  const { id, label, hint, required, chosen, several, variant, onChoose } = choices;
  // A radio button cannot be pressed away again.
  const none = { value: '' as T, content: view.t.noChoice };
  const options = required || several ? choices.options : [...choices.options, none];
  return html`<fieldset
    class="field"
    part="field"
    aria-describedby=${describedBy(view, id, hint, false) || nothing}
  >
    <legend part="label">${label}${optionalMark(view, required)}</legend>
    ${hintLine(id, hint)} ${problemLine(view, id)}
    <div class="choices ${variant}s">
      ${options.map(
        ({ value, content }, index) =>
          html`<label class="choice ${variant} ${value === '' ? 'none' : ''}" part="choice">
            <input
              type=${several ? 'checkbox' : 'radio'}
              id=${index === 0 ? id : `${id}-${String(index)}`}
              name=${id}
              value=${value}
              .checked=${chosen.includes(value)}
              @change=${() => onChoose(value)}
            />
            <span class="choice-text" dir="auto">${content}</span>
          </label>`,
      )}
    </div>
    ${choices.after ?? nothing}
  </fieldset>`;
}

/** A question of the organiser. */
function questionField(
  view: FormView,
  { id, kind, label, hint, required, max, options }: Question,
): TemplateResult {
  const { draft, edit, locale } = view;
  const shared = {
    id: `answer-${id}`,
    label: localized(label, locale),
    hint: hint ? localized(hint, locale) : '',
    required,
  };
  const value = Object.hasOwn(draft.answers, id) ? (draft.answers[id] ?? '') : '';
  const answer = (text: string) => edit({ answers: { ...draft.answers, [id]: text } });
  if (kind === 'choice')
    return choiceField(view, {
      ...shared,
      variant: 'pill',
      options: options.map((option) => ({ value: option.nl, content: localized(option, locale) })),
      chosen: [value],
      onChoose: answer,
    });
  return textField(view, {
    ...shared,
    value,
    max: Math.min(max ?? Infinity, mostCharacters.answer),
    ...(kind === 'text' ? { rows: 4 } : {}),
    onInput: answer,
  });
}

/** One of our own text fields, with the organiser's texts and limits. */
export const ownText = <View extends FormView = FormView>(
  name: Exclude<(typeof draftTexts)[number], 'theme'>,
  own: Pick<TextField, 'rows' | 'type' | 'autocomplete' | 'inputmode'> & {
    note?: (view: View) => TemplateResult;
  } = {},
): FieldTemplate<View> => {
  const { note, ...rest } = own;
  return (view, { required, max = Infinity }) =>
    textField(view, {
      ...rest,
      ...(note ? { note: note(view) } : {}),
      id: name,
      label: labelOf(view, name),
      hint: hintOf(view, name),
      value: view.draft[name],
      required,
      max: Math.min(max, mostCharacters[name]),
      onInput: (value) => view.edit({ [name]: value }),
    });
};

/** The fields of a step in the order of the settings, and then the organiser's own questions. */
export const fieldsOf = <View extends FormView, Step extends IdeaStep>(
  view: View,
  step: Step,
  templates: Readonly<Record<FieldOfStep<Step>, FieldTemplate<View>>>,
): TemplateResult => html`
  ${view.settings.fields
    .filter(({ name }) => fieldSteps[name] === step)
    .map((field) => templates[field.name as FieldOfStep<Step>](view, field))}
  ${questionsOf(view.settings, step, view.draft).map((question) => questionField(view, question))}
`;
