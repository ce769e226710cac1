import { html, nothing, type TemplateResult } from 'lit';
import { relative } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import type { Initiative, Remark } from '@buurt/domain/initiatives/initiative.js';
import { section } from './sections.js';
import type { Telling } from './story.js';

/** What can be done with remarks: write one, and say that one should not be shown. */
export interface RemarkHands {
  readonly write: unknown;
  /** The way to report a remark, or the form in its place. */
  readonly report: (remark: Remark) => unknown;
}

function remark({ t, locale, now }: Telling, each: Remark, { report }: RemarkHands): TemplateResult {
  const { text, name, at } = each;
  return html`<li>
    <p class="prose" dir="auto">${text}</p>
    <p class="hint"><bdi>${name ?? t.neighbour}</bdi>, ${relative(at, locale, now)}</p>
    ${report(each)}
  </li>`;
}

function column(
  telling: Telling,
  title: string,
  remarks: readonly Remark[],
  hands: RemarkHands,
  look: string,
): TemplateResult {
  return html`<div class="column ${look}">
    ${heading(telling.level + 1, title)}
    ${
      remarks.length === 0
        ? html`<p class="hint">${telling.t.none}</p>`
        : html`<ul>
            ${remarks.map((each) => remark(telling, each, hands))}
          </ul>`
    }
  </div>`;
}

/** For and against beside each other, questions below. */
export function remarks(telling: Telling, { remarks: all }: Initiative, hands: RemarkHands): TemplateResult {
  const { t } = telling;
  const of = (stance: Remark['stance']) => all.filter((each) => each.stance === stance);
  const asked = of('question');
  return section(
    telling,
    t.remarks,
    html`<div class="columns">
        ${column(telling, t.for, of('for'), hands, 'for')}
        ${column(telling, t.against, of('against'), hands, 'against')}
      </div>
      ${asked.length > 0 ? column(telling, t.questions, asked, hands, 'questions') : nothing} ${hands.write}`,
  );
}
