import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import { takesPoints } from '@buurt/domain/rounds/limits.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { cannotAddTexts } from '../ballot/ballot-texts.js';
import { pointsField } from '../ballot/steps/points-field.js';
import { placeIcon, tickIcon } from '@buurt/core/icons/icons.js';
import { picture } from '@buurt/core/element/picture.js';
import { houses } from '../icons.js';
import { amount, groupName } from '../round/round-texts.js';
import { isSelected, proposalElementId, type BallotView, type ProposalsView } from '../view.js';
import { filterFields, matching, noFilter, type ProposalFilter } from './proposal-filter.js';

export interface ProposalListOptions {
  readonly filter: ProposalFilter;
  readonly onFilter: (change: Partial<ProposalFilter>) => void;
  readonly onOpen: (proposal: Proposal) => void;
  /** Absent where the proposals can only be read. */
  readonly ballot: BallotView | undefined;
}

export const photoSizes = '(min-width: 40rem) 22rem, 100vw';

/** Themes, parts of the area and place. */
export const tags = (
  { round }: ProposalsView,
  { categories, neighborhoods, place }: Proposal,
): TemplateResult =>
  html`<p class="tags">
    ${[...categories, ...neighborhoods].map((key) => html`<span class="tag">${groupName(round, key)}</span>`)}
    ${place?.address ? html`<span class="note">${placeIcon} <bdi>${place.address}</bdi></span>` : nothing}
  </p>`;

export const remark = ({ t }: ProposalsView, { remark: words }: Proposal) =>
  words ? html`<p class="remark" part="remark"><strong>${t.remark}</strong> ${words}</p>` : nothing;

/** Points for a proposal that is on the ballot, and the button that puts it there or takes it off. */
export const ballotControls = (ballot: BallotView, proposal: Proposal): TemplateResult => {
  const isOn = isSelected(ballot.lines, proposal);
  return html`${isOn && takesPoints(ballot.round.rules) ? pointsField(ballot, proposal) : nothing}
  ${isOn || !proposal.withdrawn ? toggleButton(ballot, proposal, isOn) : nothing}`;
};

/** The button says beside it why it cannot be pressed, when it cannot. */
function toggleButton(ballot: BallotView, proposal: Proposal, isOn: boolean): TemplateResult {
  const { t, round, actions } = ballot;
  const reasons = isOn ? [] : cannotAddTexts(ballot, proposal.id);
  const id = proposalElementId(round, proposal);
  return html`<button
      type="button"
      id="${id}-pick"
      class="button ${isOn ? '' : 'primary'}"
      part=${isOn ? 'button remove' : 'button primary add'}
      aria-disabled=${reasons.length > 0 ? 'true' : nothing}
      aria-describedby=${reasons.length > 0 ? `${id}-why` : nothing}
      @click=${() => actions.toggle(proposal.id)}
    >
      ${isOn ? t.remove : t.add}<span class="for-reader">: ${proposal.title}</span>
    </button>
    ${reasons.length > 0 ? html`<p class="why" id="${id}-why">${reasons.join(' ')}</p>` : nothing}`;
}

function card(
  view: ProposalsView,
  proposal: Proposal,
  { onOpen, ballot }: ProposalListOptions,
): TemplateResult {
  const { t, headingLevel, lines } = view;
  const { title, story, photo, costCents, withdrawn } = proposal;
  const chosen = isSelected(lines, proposal);
  return html`<li class="card ${chosen ? 'chosen' : ''} ${withdrawn ? 'withdrawn' : ''}" part="proposal">
    ${picture(photo, photoSizes, houses, view.placeholder)}
    <div class="card-words">
      ${tags(view, proposal)} ${heading(headingLevel + 2, html`<bdi>${title}</bdi>`)}
      <p class="cost">
        <strong dir="ltr">${amount(view, costCents)}</strong>
        ${chosen ? html`<span class="mark">${tickIcon} ${t.chosen}</span>` : nothing}
      </p>
      <p class="excerpt" dir="auto">${story}</p>
      ${remark(view, proposal)} ${withdrawn ? html`<p class="why">${t.withdrawn}</p>` : nothing}
    </div>
    <div class="card-actions">
      ${ballot ? ballotControls(ballot, proposal) : nothing}
      <button
        type="button"
        class="button quiet"
        part="button quiet more"
        aria-haspopup="dialog"
        @click=${() => onOpen(proposal)}
      >
        ${t.more}<span class="for-reader">: ${title}</span>
      </button>
    </div>
  </li>`;
}

/** All proposals, or those that the visitor looks for, in their own order. */
export function proposalList(view: ProposalsView, options: ProposalListOptions): TemplateResult {
  const { t, ordered } = view;
  const { filter, onFilter } = options;
  const shown = matching(ordered, filter);
  const words =
    shown.length === ordered.length
      ? t.proposalCount({ count: shown.length })
      : t.found({ count: shown.length, of: ordered.length });
  return html`<div class="proposals">
    ${filterFields(view, filter, onFilter)}
    <p class="hint">${spokenWhen(filter !== noFilter, `${words}.`)} ${t.order} ${t.mostCost}</p>
    ${shown.length === 0 ? html`<p>${t.nothingFound}</p>` : nothing}
    <ul class="cards">
      ${repeat(
        shown,
        ({ id }) => id,
        (proposal) => card(view, proposal, options),
      )}
    </ul>
  </div>`;
}
