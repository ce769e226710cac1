import { html, nothing, type TemplateResult } from 'lit';
import { relative } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import type { Initiative, Remark } from '@buurt/domain/initiatives/initiative.js';
import { section, type SectionContext } from './sections.js';

/** What can be done with remarks: the buttons, or the form in the place of one. */
export interface RemarkActions {
  readonly write: unknown;
  /** To say that a remark should not be shown. */
  readonly report: (remark: Remark) => unknown;
}

function answerOf({ t, locale, now }: SectionContext, { stance, answer }: Remark) {
  if (stance !== 'question') return nothing;
  if (!answer) return html`<p class="hint unanswered">${t.unanswered}</p>`;
  return html`<div class="answer" part="answer">
    <p><strong>${t.answers[answer.by]}</strong></p>
    <p class="prose" dir="auto">${answer.text}</p>
    <p class="hint">${relative(answer.at, locale, now)}</p>
  </div>`;
}

function remark(context: SectionContext, each: Remark, { report }: RemarkActions): TemplateResult {
  const { t, locale, now } = context;
  const { text, name, at } = each;
  return html`<li>
    <p class="prose" dir="auto">${text}</p>
    <p class="hint"><bdi>${name ?? t.neighbour}</bdi>, ${relative(at, locale, now)}</p>
    ${report(each)} ${answerOf(context, each)}
  </li>`;
}

function column(
  context: SectionContext,
  title: string,
  remarks: readonly Remark[],
  actions: RemarkActions,
  stance: string,
): TemplateResult {
  return html`<div class="column ${stance}">
    ${heading(context.level + 1, title)}
    ${
      remarks.length === 0
        ? html`<p class="hint">${context.t.none}</p>`
        : html`<ul>
            ${remarks.map((each) => remark(context, each, actions))}
          </ul>`
    }
  </div>`;
}

/** For and against beside each other, questions below. */
export function remarks(
  context: SectionContext,
  { remarks: all }: Initiative,
  actions: RemarkActions,
): TemplateResult {
  const { t } = context;
  const of = (stance: Remark['stance']) => all.filter((each) => each.stance === stance);
  const asked = of('question');
  return section(
    context,
    t.remarks,
    html`<div class="columns">
        ${column(context, t.for, of('for'), actions, 'for')}
        ${column(context, t.against, of('against'), actions, 'against')}
      </div>
      ${asked.length > 0 ? column(context, t.questions, asked, actions, 'questions') : nothing}
      ${actions.write}`,
  );
}
