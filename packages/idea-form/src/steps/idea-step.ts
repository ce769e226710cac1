import { html, nothing, type TemplateResult } from 'lit';
import { choiceField, fieldsOf, ownText, type FieldTemplate } from '../fields.js';
import { hintOf, labelOf, written, type View } from '../view.js';

const theme: FieldTemplate = (view, { required }) =>
  choiceField(view, {
    id: 'theme',
    label: labelOf(view, 'theme'),
    hint: hintOf(view, 'theme'),
    required,
    look: 'pill',
    options: view.settings.themes.map(({ id, name }) => ({ value: id, content: written(name, view.locale) })),
    chosen: [view.draft.theme],
    onChoose: (id) => view.edit({ theme: id }),
  });

/** Says that there are ideas like it, in a line that was empty, so that nothing moves; they stand below the fields. */
const similarLine = ({ t }: View, count: number) =>
  html`<p class="similar-line">
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

/** What is your idea: the step that is there at once. */
export const ideaStep = (view: View, similarCount: number): TemplateResult =>
  fieldsOf(view, 'idea', {
    title: (...field) =>
      html`<div class="title">${ownText('title')(...field)} ${similarLine(view, similarCount)}</div>`,
    story: ownText('story', { rows: 5 }),
    theme,
  });
