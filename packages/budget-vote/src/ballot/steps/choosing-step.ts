import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import { rulesList } from '../../round/round-header.js';
import { amount } from '../../round/round-texts.js';
import { proposalElementId, selectedProposals, type BallotView, type SelectedProposal } from '../../view.js';
import { codeProblemText } from '../ballot-texts.js';
import { earlierBallotNotice } from './ballot-list.js';
import { budgetBar, groupTexts } from './budget-bar.js';
import { problemSummary } from './problem-summary.js';

/** The proposals, with the rules above them and what was chosen so far beside them. */
export function choosingStep(view: BallotView, proposals: TemplateResult): TemplateResult {
  const { t, headingLevel, session } = view;
  const { voter, options } = session;
  return html`<div class="board open">
    <div class="main">
      ${screenTitle(headingLevel + 1, t.choose.title)} ${options.isHelper ? notice('', t.helper) : nothing}
      ${voter.name === 'wrong' ? notice('warning', codeProblemText(view, voter.why)) : nothing}
      ${earlierBallotNotice(view)} ${rulesList(view)} ${problemSummary(view)} ${proposals}
    </div>
    <div class="aside">${selection(view)}</div>
  </div>`;
}

/** What was chosen so far, what is left, and the way on. */
function selection(view: BallotView): TemplateResult {
  const { t, round, lines, headingLevel, actions } = view;
  const picks = selectedProposals(round, lines);
  const ranks = round.rules.expression === 'rank';
  const groups = groupTexts(view);
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
      <button type="button" class="button primary" part="button primary next" @click=${actions.check}>
        ${t.choose.check}
      </button>
    </div>`;
}

/** One chosen proposal, with what the rules let one do with it. */
function row(view: BallotView, pick: SelectedProposal, index: number, count: number): TemplateResult {
  const { t, round, actions } = view;
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
    <span class="pick-actions">
      ${
        ranks && count > 1
          ? [moveButton(view, pick, -1, index === 0), moveButton(view, pick, 1, index === count - 1)]
          : nothing
      }
      <button
        type="button"
        id="${proposalElementId(round, proposal)}-off"
        class="link"
        @click=${() => actions.remove(proposal.id)}
      >
        ${t.remove}<span class="for-reader">: ${proposal.title}</span>
      </button>
    </span>
  </li>`;
}

/** Moves a proposal; the focus stays with its button, wherever that went. */
function moveButton(view: BallotView, { proposal }: SelectedProposal, places: -1 | 1, isAtEnd: boolean) {
  const { t, round, actions } = view;
  const { up, down } = t.choose;
  const id = `${proposalElementId(round, proposal)}-${places < 0 ? 'up' : 'down'}`;
  const onClick = () => {
    actions.move(proposal.id, places);
    actions.focusOn(`#${id}`);
  };
  return html`<button
    type="button"
    id=${id}
    class="button step"
    part="button"
    aria-disabled=${isAtEnd ? 'true' : nothing}
    @click=${onClick}
  >
    <span aria-hidden="true">${places < 0 ? '↑' : '↓'}</span
    ><span class="for-reader">${places < 0 ? up : down}: ${proposal.title}</span>
  </button>`;
}
