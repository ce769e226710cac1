import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { relative } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { statusIcons } from '@buurt/core/messages/statuses.js';
import { silentDays, stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { handIcon, heartIcon, kindIcons, placeIcon } from './icons.js';
import { picture } from './pictures.js';
import { hasEnded, type View } from './view.js';

export const statusTag = ({ t }: Pick<View, 't'>, status: InitiativeStatus): TemplateResult =>
  html`<span class="status ${status}" part="status">${statusIcons[status]} ${t.statuses[status]}</span>`;

/** What help is still asked, kind by kind. */
export function helpAsked({ t }: Pick<View, 't'>, initiative: ListedInitiative) {
  const asked = initiative.help.filter((help) => stillAsked(help) > 0);
  if (asked.length === 0 || hasEnded(initiative)) return nothing;
  return html`<div class="help">
    <span class="help-label">${t.asked}</span>
    <ul>
      ${asked.map(
        (help) =>
          html`<li>
            ${kindIcons[help.kind]}
            <bdi>${t.stillAsked[help.kind]({ count: stillAsked(help) })}</bdi>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** How old the last news is; said aloud where the buurt has waited long for it. */
export function newsAge({ t, locale, now }: View, initiative: ListedInitiative): TemplateResult {
  const days = silentDays(initiative, now);
  const { newsAt, publishedAt } = initiative;
  if (days > 0) return html`<p class="news silent"><bdi>${t.silence({ days })}</bdi></p>`;
  return html`<p class="news">
    ${newsAt ? t.lastNews({ when: relative(newsAt, locale, now) }) : t.published({ when: relative(publishedAt, locale, now) })}
  </p>`;
}

/** The button to stand behind it, with how many do; only the number where that is over. */
export function supportButton(view: View, initiative: ListedInitiative): TemplateResult {
  const { t, supported, toggleSupport } = view;
  const count = view.supportCount(initiative);
  const words = t.supporters({ count });
  if (hasEnded(initiative)) return html`<p class="supporters">${heartIcon} <bdi>${words}</bdi></p>`;
  return html`<button
    type="button"
    class="button support printed"
    part="support"
    aria-pressed=${supported(initiative.id)}
    @click=${() => toggleSupport(initiative)}
  >
    ${heartIcon} <span>${t.support}<span class="for-reader">: ${initiative.title}.</span></span>
    <span class="number" aria-hidden="true">${count}</span><span class="for-reader">${words}</span>
  </button>`;
}

const title = (view: View, { id, title }: ListedInitiative, index: number): TemplateResult => {
  const href = view.hrefOf(id);
  const name = `title-${String(index)}`;
  const words = html`<bdi>${title}</bdi>`;
  return href === undefined
    ? html`<button
        type="button"
        class="link title printed"
        part="title"
        id=${name}
        @click=${(e: Event) => view.open(id, e)}
      >
        ${words}
      </button>`
    : html`<a class="title" part="title" id=${name} href=${href} @click=${(e: Event) => view.open(id, e)}
        >${words}</a
      >`;
};

function card(view: View, initiative: ListedInitiative, index: number): TemplateResult {
  const { t, themeName } = view;
  const { id, theme, status, photo, place, excerpt } = initiative;
  const trouble = view.trouble(id);
  return html`<div class="card" role="listitem" part="initiative" data-initiative=${id}>
    ${picture(photo, '(min-width: 40rem) 22rem, 100vw')}
    <div class="card-words">
      <p class="tags">
        ${statusTag(view, status)}
        ${theme && themeName(theme) ? html`<span class="theme"><bdi>${themeName(theme)}</bdi></span>` : nothing}
      </p>
      ${heading(view.look.headingLevel + 1, title(view, initiative, index))}
      ${place?.address ? html`<p class="note place">${placeIcon} <bdi>${place.address}</bdi></p>` : nothing}
      <p class="excerpt" dir="auto">${excerpt}</p>
      ${helpAsked(view, initiative)} ${newsAge(view, initiative)}
    </div>
    <div class="card-actions">
      ${supportButton(view, initiative)}
      ${
        hasEnded(initiative)
          ? nothing
          : html`<button
              type="button"
              class="button quiet"
              part="join"
              aria-haspopup="dialog"
              @click=${(event: Event) => view.open(id, event, true)}
            >
              ${handIcon} <span>${t.join}<span class="for-reader">: ${initiative.title}</span></span>
            </button>`
      }
      ${trouble ? html`<p class="problem">${trouble}</p>` : nothing}
    </div>
  </div>`;
}

/** A card that shows nothing else than before is not drawn again: of a thousand, a press changes one. */
function unchanged(view: View, initiative: ListedInitiative, index: number) {
  const { t, look, locale, now, themeName } = view;
  const { id, theme } = initiative;
  const shown = [
    ...[initiative, index, t, locale, look.headingLevel, Math.floor(now / 60_000), view.hrefOf(id)],
    ...[view.supported(id), view.supportCount(initiative), view.trouble(id), theme && themeName(theme)],
  ];
  return guard(shown, () => card(view, initiative, index));
}

/** A browser measures all cards of a grid together, so a grid has few: a multiple of any number beside each other. */
const perLeaf = 24;

/** Cards in leaves of a few: a thousand scroll like ten, and all can be found and read out. */
export function cards(view: View, initiatives: readonly ListedInitiative[]): TemplateResult {
  const { layout, columns } = view.look;
  const leaves = [...new Array(Math.ceil(initiatives.length / perLeaf)).keys()].map((leaf) => leaf * perLeaf);
  return html`<div class="cards ${layout} most-${columns}" role="list">
    ${leaves.map(
      (from) =>
        html`<div class="leaf">
          ${repeat(
            initiatives.slice(from, from + perLeaf),
            ({ id }) => id,
            (each, index) => unchanged(view, each, from + index),
          )}
        </div>`,
    )}
  </div>`;
}
