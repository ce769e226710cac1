import { html, nothing, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { choiceField, fieldsOf, ownText, type FieldTemplate } from '../fields.js';
import { hintOf, labelOf, localized, type FormView } from '../view.js';

const theme: FieldTemplate = (view, { required }) =>
  choiceField(view, {
    id: 'theme',
    label: labelOf(view, 'theme'),
    hint: hintOf(view, 'theme'),
    required,
    variant: 'pill',
    options: view.settings.themes.map(({ id, name }) => ({
      value: id,
      content: localized(name, view.locale),
    })),
    chosen: [view.draft.theme],
    onChoose: (id) => view.edit({ theme: id }),
  });

/** Says that there are ideas like it, in a line that was empty, so that nothing moves; they stand below the fields. */
const similarLine = ({ t }: FormView, count: number) =>
  html`<p class="similar-line" role="status">
    ${
      count > 0
        ? html`<a href="#similar" @click=${toSimilar}
            >${t.similar({ count })}<span aria-hidden="true"> ↓</span></a
          >`
        : nothing
    }
  </p>`;

function toSimilar(event: MouseEvent): void {
  event.preventDefault();
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  root.getElementById('similar')?.focus();
}

/** What the element for ideas like it needs, once its code is there. */
export interface SimilarIdeas {
  readonly ready: boolean;
  readonly count: number;
  readonly client: BuurtApi | undefined;
  readonly code: string | undefined;
  /** The page's own texts. */
  readonly ownTexts: readonly object[];
  readonly onFound: (event: CustomEvent<number>) => void;
}

const similarIdeas = (view: FormView, { ready, client, code, ownTexts, onFound }: SimilarIdeas) =>
  ready
    ? html`<buurt-similar-ideas
        id="similar"
        exportparts="heading, field, label, input, choice, problem, error-summary, notice, actions, button, primary, quiet, similar"
        .client=${client}
        .code=${code}
        .idea=${view.draft.title}
        .headingLevel=${view.headingLevel + 2}
        .locale=${view.locale}
        .ownTexts=${ownTexts}
        .failures=${view.t}
        @buurt-similar-found=${onFound}
      ></buurt-similar-ideas>`
    : nothing;

/** What is your idea: the step that is there at once. */
export const ideaStep = (view: FormView, similar: SimilarIdeas): TemplateResult =>
  html`${fieldsOf(view, 'idea', {
    title: (...field) =>
      html`<div class="title">${ownText('title')(...field)} ${similarLine(view, similar.count)}</div>`,
    story: ownText('story', { rows: 5 }),
    theme,
  })}
  ${similarIdeas(view, similar)}`;
