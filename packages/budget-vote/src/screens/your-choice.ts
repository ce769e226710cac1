import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core';
import { amount } from '../view.js';
import { picked, type Picked, type VoteView } from '../vote-view.js';
import { budgetBar, groupSentences } from './budget-bar.js';

/** Moves a proposal and keeps the finger on its button, wherever that went. */
function move(view: VoteView, { proposal }: Picked, places: number): void {
  const { visit, t, say } = view;
  visit.choice.move(proposal, places);
  const order = visit.choice.lines;
  const place = order.findIndex(({ proposalId }) => proposalId === proposal.id) + 1;
  say(t.choose.moved({ title: proposal.title, place, of: order.length }));
}

const moveButton = (view: VoteView, pick: Picked, places: -1 | 1) => {
  const { up, down } = view.t.choose;
  return html`<button type="button" class="button step" @click=${() => move(view, pick, places)}>
    <span aria-hidden="true">${places < 0 ? '↑' : '↓'}</span
    ><span class="for-reader">${places < 0 ? up : down}: ${pick.proposal.title}</span>
  </button>`;
};

/** One chosen proposal, with what the rules let one do with it. */
function row(view: VoteView, pick: Picked, index: number, count: number): TemplateResult {
  const { t, round, visit } = view;
  const { line, proposal } = pick;
  const ranks = round.rules.expression === 'rank';
  return html`<li class="pick">
    <span class="pick-name"
      >${ranks ? html`<span class="rank" aria-hidden="true">${index + 1}</span>` : nothing}<bdi
        >${proposal.title}</bdi
      ></span
    >
    <span class="pick-cost"
      >${line.points === undefined ? nothing : html`<strong>${t.points({ count: line.points })}</strong> · `}
      <bdi dir="ltr">${amount(view, proposal.costCents)}</bdi></span
    >
    <span class="pick-hands">
      ${ranks && index > 0 ? moveButton(view, pick, -1) : nothing}
      ${ranks && index < count - 1 ? moveButton(view, pick, 1) : nothing}
      <button type="button" class="link" @click=${() => visit.choice.toggle(proposal)}>
        ${t.remove}<span class="for-reader">: ${proposal.title}</span>
      </button>
    </span>
  </li>`;
}

/** What was chosen so far, what is left, and the way on. */
export function yourChoice(view: VoteView): TemplateResult {
  const { t, round, lines, headingLevel, visit } = view;
  const picks = picked(round, lines);
  const ranks = round.rules.expression === 'rank';
  const groups = groupSentences(view);
  return html`<section class="yours" part="choice">
      ${heading(headingLevel + 1, t.choose.yours)}
      ${picks.length === 0 ? html`<p class="hint">${t.choose.none}</p>` : nothing}
      ${ranks && picks.length > 1 ? html`<p class="hint">${t.choose.firstIsBest}</p>` : nothing}
      <ol class="picks ${ranks ? 'ranks' : ''}">
        ${repeat(
          picks,
          ({ proposal }) => proposal.id,
          (pick, index) => row(view, pick, index, picks.length),
        )}
      </ol>
      ${
        groups.length === 0
          ? nothing
          : html`<ul class="groups">
              ${groups.map((each) => html`<li>${each}</li>`)}
            </ul>`
      }
    </section>
    <div class="bar-box" part="bar">
      ${budgetBar(view)}
      <button type="button" class="button primary" part="next" @click=${visit.check}>
        ${t.choose.check}
      </button>
    </div>`;
}
