import { html, nothing, type TemplateResult } from 'lit';
import { heading, relative } from '@buurt/core';
import type { Initiative, Remark } from '@buurt/domain';
import { section } from './sections.js';
import type { Telling } from './story.js';

function remark({ t, locale, now }: Telling, { text, name, at }: Remark): TemplateResult {
  return html`<li>
    <p class="prose" dir="auto">${text}</p>
    <p class="hint"><bdi>${name ?? t.neighbour}</bdi>, ${relative(at, locale, now)}</p>
  </li>`;
}

function column(telling: Telling, title: string, remarks: readonly Remark[], look: string): TemplateResult {
  return html`<div class="column ${look}">
    ${heading(telling.level + 1, title)}
    ${
      remarks.length === 0
        ? html`<p class="hint">${telling.t.none}</p>`
        : html`<ul>
            ${remarks.map((each) => remark(telling, each))}
          </ul>`
    }
  </div>`;
}

/** For and against beside each other, questions below; `write` is the way to say something. */
export function remarks(telling: Telling, { remarks: all }: Initiative, write: unknown): TemplateResult {
  const { t } = telling;
  const of = (stance: Remark['stance']) => all.filter((each) => each.stance === stance);
  const asked = of('question');
  return section(
    telling,
    t.remarks,
    html`<div class="columns">
        ${column(telling, t.for, of('for'), 'for')} ${column(telling, t.against, of('against'), 'against')}
      </div>
      ${asked.length > 0 ? column(telling, t.questions, asked, 'questions') : nothing} ${write}`,
  );
}
