import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { relative } from '@buurt/core/messages/format.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { heading } from '@buurt/core/element/heading.js';
import { statusIcons } from '@buurt/core/messages/statuses.js';
import { silentDays, stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import { hasEnded, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import type { InitiativeListMessages } from '../initiative-list.messages.js';
import { supportCount, type SupportFailure, type SupportState } from '../support/support-controller.js';
import { picture } from '@buurt/core/element/picture.js';
import { placeIcon } from '@buurt/core/icons/icons.js';
import { offerIcons } from '@buurt/core/icons/offer-icons.js';
import { handIcon, heartIcon, street } from '../icons.js';
import { themeName, type ThemeNames } from './theme-names.js';

/** The texts of the list and those that all widgets have. */
export type ListTexts = InitiativeListMessages & CoreMessages;

/** What all cards show with, and what is done when somebody presses on one. */
export interface CardOptions {
  readonly t: ListTexts;
  readonly locale: Locale;
  readonly now: number;
  readonly headingLevel: number;
  readonly layout: 'cards' | 'rows';
  /** At most so many beside each other; 0 for as many as fit. */
  readonly columns: number;
  readonly themes: ThemeNames | undefined;
  /** What the page wants to see where there is no photo. */
  readonly placeholder: Element | undefined;
  /** Where an initiative is to be read; undefined where it has no address. */
  readonly hrefOf: (id: string) => string | undefined;
  readonly supportOf: (id: string) => SupportState;
  readonly onOpen: (id: string, event: Event) => void;
  readonly onJoin: (id: string, event: Event) => void;
  readonly onSupport: (initiative: ListedInitiative) => void;
}

/** So many cards in one grid, which a browser measures together: a multiple of any number beside each other. */
const perGrid = 24;

/** Cards in grids of a few: a thousand scroll like ten, and all can be found and read out. */
export function cards(options: CardOptions, initiatives: readonly ListedInitiative[]): TemplateResult {
  const { layout, columns } = options;
  const starts = [...new Array(Math.ceil(initiatives.length / perGrid)).keys()].map((grid) => grid * perGrid);
  return html`<div class="cards ${layout} most-${columns}" role="list">
    ${starts.map(
      (start) =>
        html`<div class="leaf">
          ${repeat(
            initiatives.slice(start, start + perGrid),
            ({ id }) => id,
            (each, index) => guardedCard(options, each, start + index),
          )}
        </div>`,
    )}
  </div>`;
}

/** A card that shows nothing else than before is not drawn again: of a thousand, a press changes one. */
function guardedCard(options: CardOptions, initiative: ListedInitiative, index: number) {
  const { t, locale, now, headingLevel, themes, placeholder, hrefOf, supportOf } = options;
  const { id } = initiative;
  const { isSupported, failure } = supportOf(id);
  const count = supportCount(supportOf(id), initiative);
  const minute = Math.floor(now / 60_000);
  const shown = [initiative, index, t, locale, headingLevel, minute, themes, placeholder, hrefOf(id)];
  return guard([...shown, isSupported, count, failure], () => card(options, initiative, index));
}

function card(options: CardOptions, initiative: ListedInitiative, index: number): TemplateResult {
  const { t, locale, headingLevel, themes, supportOf, onJoin, onSupport } = options;
  const { id, theme, status, photo, place, excerpt } = initiative;
  const support = supportOf(id);
  return html`<div class="card" role="listitem" part="initiative" data-initiative=${id}>
    ${picture(photo, '(min-width: 40rem) 22rem, 100vw', street, options.placeholder)}
    <div class="card-words">
      <p class="tags">${statusTag(t, status)} ${themeTag(themes, theme, locale)}</p>
      ${heading(headingLevel + 1, title(options, initiative, index))}
      ${place?.address ? html`<p class="note place">${placeIcon} <bdi>${place.address}</bdi></p>` : nothing}
      <p class="excerpt" dir="auto">${excerpt}</p>
      ${helpAsked(t, initiative)} ${newsAge(options, initiative)}
    </div>
    <div class="card-actions">
      ${supportButton(t, initiative, support, () => onSupport(initiative))}
      ${
        hasEnded(status)
          ? nothing
          : html`<button
              type="button"
              class="button quiet"
              part="button quiet join"
              aria-haspopup="dialog"
              @click=${(event: Event) => onJoin(id, event)}
            >
              ${handIcon} <span>${t.join}<span class="for-reader">: ${initiative.title}</span></span>
            </button>`
      }
      ${supportProblem(t, locale, support)}
    </div>
  </div>`;
}

function title(options: CardOptions, { id, title }: ListedInitiative, index: number): TemplateResult {
  const href = options.hrefOf(id);
  const titleId = `title-${String(index)}`;
  const text = html`<bdi>${title}</bdi>`;
  const onClick = (event: Event) => options.onOpen(id, event);
  return href === undefined
    ? html`<button type="button" class="link title printed" part="title" id=${titleId} @click=${onClick}>
        ${text}
      </button>`
    : html`<a class="title" part="title" id=${titleId} href=${href} @click=${onClick}>${text}</a>`;
}

/** What help is still asked, kind by kind. */
function helpAsked(t: ListTexts, { help, status }: ListedInitiative) {
  const asked = help.filter((each) => stillAsked(each) > 0);
  if (asked.length === 0 || hasEnded(status)) return nothing;
  return html`<div class="help">
    <span class="help-label">${t.asked}</span>
    <ul>
      ${asked.map(
        (each) =>
          html`<li>
            ${offerIcons[each.kind]}
            <bdi>${t.stillAsked[each.kind]({ count: stillAsked(each) })}</bdi>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** How old the last news is, with emphasis where the buurt has waited long for it. */
function newsAge({ t, locale, now }: CardOptions, initiative: ListedInitiative): TemplateResult {
  const days = silentDays(initiative, now);
  const { newsAt, publishedAt } = initiative;
  if (days > 0) return html`<p class="news silent"><bdi>${t.silence({ days })}</bdi></p>`;
  return html`<p class="news">
    ${newsAt ? t.lastNews({ when: relative(newsAt, locale, now) }) : t.published({ when: relative(publishedAt, locale, now) })}
  </p>`;
}

/** Named whole, so that a page can style one status. */
const statusParts: Readonly<Record<InitiativeStatus, string>> = {
  new: 'status status-new',
  onBallot: 'status status-on-ballot',
  granted: 'status status-granted',
  underway: 'status status-underway',
  done: 'status status-done',
  declined: 'status status-declined',
};

export const statusTag = (t: ListTexts, status: InitiativeStatus): TemplateResult =>
  html`<span class="status ${status}" part=${statusParts[status]}
    >${statusIcons[status]} ${t.statuses[status]}</span
  >`;

export function themeTag(themes: ThemeNames | undefined, theme: string | null, locale: Locale) {
  const name = theme ? themeName(themes, theme, locale) : '';
  return name ? html`<span class="theme"><bdi>${name}</bdi></span>` : nothing;
}

/** The button to support an initiative, with how many do; only the number where the initiative has ended. */
export function supportButton(
  t: ListTexts,
  initiative: ListedInitiative,
  support: SupportState,
  onPress: () => void,
): TemplateResult {
  const count = supportCount(support, initiative);
  const supporters = t.supporters({ count });
  if (hasEnded(initiative.status))
    return html`<p class="supporters">${heartIcon} <bdi>${supporters}</bdi></p>`;
  return html`<button
    type="button"
    class="button support printed"
    part="button support"
    aria-pressed=${support.isSupported}
    @click=${onPress}
  >
    ${heartIcon} <span>${t.support}<span class="for-reader">: ${initiative.title}.</span></span>
    <span class="number" aria-hidden="true">${count}</span><span class="for-reader">${supporters}</span>
  </button>`;
}

/** Says at the button why a press on it did not arrive. */
export const supportProblem = (t: ListTexts, locale: Locale, { failure }: SupportState) =>
  failure ? html`<p class="problem">${supportFailureText(t, locale, failure)}</p>` : nothing;

export function supportFailureText(t: ListTexts, locale: Locale, failure: SupportFailure): string {
  const why = failureText(failure.error, t, locale);
  return failure.isSupport ? t.supportLost({ why }) : t.takeBackLost({ why });
}
