import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { tickIcon } from '../icons.js';
import { amount, groupName, isChosen, proposalElementId, type ProposalsView } from '../round/round-view.js';
import { houses, placeIcon } from './drawings.js';
import { filterFields, matching, noFilter, type ProposalFilter } from './proposal-filter.js';

/** What can be done with the proposals; nothing but reading where the round is not open. */
export interface Hands {
  readonly toggle: (proposal: Proposal) => void;
  /** Why it cannot be added, one sentence each; empty when it can. */
  readonly against: (proposal: Proposal) => readonly string[];
  /** Points, where the rules have them. */
  readonly points: (proposal: Proposal) => unknown;
}

export interface Proposals {
  readonly filter: ProposalFilter;
  readonly onFilter: (change: Partial<ProposalFilter>) => void;
  readonly open: (proposal: Proposal) => void;
  readonly hands?: Hands | undefined;
}

const hide = ({ target }: Event) => (target as Element).classList.add('broken');

export const picture = (photo: Photo | null): TemplateResult => {
  const [first, ...more] = photo?.sources ?? [];
  if (!photo || !first) return html`<div class="picture">${houses}</div>`;
  const srcset = [first, ...more].map(({ url, width }) => `${url} ${String(width)}w`).join(', ');
  return html`<div class="picture">
    <img
      src=${first.url}
      srcset=${srcset}
      sizes="(min-width: 40rem) 22rem, 100vw"
      alt=${photo.alt}
      width=${first.width}
      height=${first.height}
      loading="lazy"
      decoding="async"
      @error=${hide}
    />
  </div>`;
};

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

/** The one button that puts a proposal on the ballot or takes it off, with its reason beside it when it cannot. */
export function pickButton(view: ProposalsView, proposal: Proposal, hands: Hands): TemplateResult {
  const { t, lines, round } = view;
  const chosen = isChosen(lines, proposal);
  const against = chosen ? [] : hands.against(proposal);
  const mark = proposalElementId(round, proposal);
  const id = `${mark}-why`;
  return html`<button
      type="button"
      id="${mark}-pick"
      class="button ${chosen ? '' : 'primary'}"
      part=${chosen ? 'remove' : 'add'}
      aria-disabled=${against.length > 0 ? 'true' : nothing}
      aria-describedby=${against.length > 0 ? id : nothing}
      @click=${() => hands.toggle(proposal)}
    >
      ${chosen ? t.remove : t.add}<span class="for-reader">: ${proposal.title}</span>
    </button>
    ${against.length > 0 ? html`<p class="why" id=${id}>${against.join(' ')}</p>` : nothing}`;
}

function card(view: ProposalsView, proposal: Proposal, { open, hands }: Proposals): TemplateResult {
  const { t, headingLevel, lines } = view;
  const { title, story, photo, costCents, withdrawn } = proposal;
  const chosen = isChosen(lines, proposal);
  return html`<li class="card ${chosen ? 'chosen' : ''} ${withdrawn ? 'withdrawn' : ''}" part="proposal">
    ${picture(photo)}
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
      ${chosen && hands ? hands.points(proposal) : nothing}
      ${hands && (chosen || !withdrawn) ? pickButton(view, proposal, hands) : nothing}
      <button
        type="button"
        class="button quiet"
        part="more"
        aria-haspopup="dialog"
        @click=${() => open(proposal)}
      >
        ${t.more}<span class="for-reader">: ${title}</span>
      </button>
    </div>
  </li>`;
}

/** All proposals, or those that the visitor looks for, in his own order. */
export function proposalCards(view: ProposalsView, proposals: Proposals): TemplateResult {
  const { t, ordered } = view;
  const { filter, onFilter } = proposals;
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
        (proposal) => card(view, proposal, proposals),
      )}
    </ul>
  </div>`;
}
