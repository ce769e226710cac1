import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { amount, proposalElementId } from '../../round/round-view.js';
import { selectedProposals, type SelectedProposal, type BallotView } from '../ballot-view.js';
import { budgetBar, groupSentences, leftNow } from './budget-bar.js';

const moveId = (round: Round, proposal: Proposal, places: number): string =>
  `${proposalElementId(round, proposal)}-${places < 0 ? 'up' : 'down'}`;

/** Moves a proposal and keeps the finger on its button, wherever that went; at an end it says where it is. */
function move(view: BallotView, { proposal }: SelectedProposal, places: number): void {
  const { visit, t, say, focus, round } = view;
  focus(`#${moveId(round, proposal, places)}`);
  visit.choice.move(proposal, places);
  const order = visit.choice.lines;
  const place = order.findIndex(({ proposalId }) => proposalId === proposal.id) + 1;
  say(t.choose.moved({ title: proposal.title, place, of: order.length }));
}

const moveButton = (view: BallotView, pick: SelectedProposal, places: -1 | 1, atEnd: boolean) => {
  const { up, down } = view.t.choose;
  return html`<button
    type="button"
    id=${moveId(view.round, pick.proposal, places)}
    class="button step"
    aria-disabled=${atEnd ? 'true' : nothing}
    @click=${() => move(view, pick, places)}
  >
    <span aria-hidden="true">${places < 0 ? '↑' : '↓'}</span
    ><span class="for-reader">${places < 0 ? up : down}: ${pick.proposal.title}</span>
  </button>`;
};

/** Takes a proposal off the list; its button goes with it, so the list takes the focus. */
function takeOff(view: BallotView, proposal: Proposal): void {
  const { visit, t, say, focus } = view;
  const { title } = proposal;
  focus('.yours');
  visit.choice.toggle(proposal);
  say(`${t.choose.removed({ title })} ${leftNow(view)}`);
}

/** One chosen proposal, with what the rules let one do with it. */
function row(view: BallotView, pick: SelectedProposal, index: number, count: number): TemplateResult {
  const { t, round } = view;
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
      ${
        ranks && count > 1
          ? [moveButton(view, pick, -1, index === 0), moveButton(view, pick, 1, index === count - 1)]
          : nothing
      }
      <button
        type="button"
        id="${proposalElementId(round, proposal)}-off"
        class="link"
        @click=${() => takeOff(view, proposal)}
      >
        ${t.remove}<span class="for-reader">: ${proposal.title}</span>
      </button>
    </span>
  </li>`;
}

/** What was chosen so far, what is left, and the way on. */
export function yourChoice(view: BallotView): TemplateResult {
  const { t, round, lines, headingLevel, visit } = view;
  const picks = selectedProposals(round, lines);
  const ranks = round.rules.expression === 'rank';
  const groups = groupSentences(view);
  return html`<section class="yours" id="yours" part="choice" tabindex="-1" aria-label=${t.choose.yours}>
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
    <div class="bar-box ${picks.length === 0 ? 'empty' : ''}" part="bar">
      ${budgetBar(view)}
      <button type="button" class="button primary" part="next" @click=${visit.check}>
        ${t.choose.check}
      </button>
    </div>`;
}
