import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { money } from '@buurt/core/messages/format.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { heading } from '@buurt/core/element/heading.js';
import type { Border } from '@buurt/domain/geo/border.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import { fit, svgPath } from '@buurt/domain/geo/projection.js';
import { stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import { offerKinds, type Help, type Initiative } from '@buurt/domain/initiatives/initiative.js';
import type { InitiativeListMessages } from '../initiative-list.messages.js';
import { picture } from '@buurt/core/element/picture.js';
import { placeIcon, tickIcon } from '@buurt/core/icons/icons.js';
import { offerIcons } from '@buurt/core/icons/offer-icons.js';
import { street } from '../icons.js';
import type { DetailMessages } from './detail.messages.js';

/** What every section of the detail shows with. */
export interface SectionContext {
  readonly t: DetailMessages;
  /** The texts of the list: what statuses and kinds of help are called, and how failures are worded. */
  readonly list: InitiativeListMessages & CoreMessages;
  readonly locale: Locale;
  /** Level of the headings of the sections. */
  readonly level: number;
  readonly now: number;
}

export const section = ({ level }: SectionContext, title: string, content: unknown): TemplateResult =>
  html`<section>${heading(level, title)}${content}</section>`;

function cost({ t, locale }: SectionContext, { cost: range }: Initiative) {
  if (!range) return nothing;
  const [min, max] = [money(range.minCents, locale), money(range.maxCents, locale)];
  return html`<p class="note">${min === max ? t.costAbout({ amount: max }) : t.cost({ min, max })}</p>`;
}

/** The story, who thought it up, what is there already and who could join. */
export function story(context: SectionContext, initiative: Initiative): TemplateResult {
  const { t } = context;
  const { story: text, initiator, assets, joiners, answers } = initiative;
  const answered = [
    { question: t.assets, answer: assets },
    { question: t.joiners, answer: joiners },
    ...answers,
  ].filter(({ answer }) => answer.trim() !== '');
  return section(
    context,
    t.story,
    html`<p class="prose" dir="auto">${text}</p>
      <p class="note"><bdi>${initiator ? t.by({ name: initiator }) : t.byNeighbour}</bdi></p>
      ${cost(context, initiative)}
      ${
        answered.length === 0
          ? nothing
          : html`<dl class="answers">
              ${answered.map(
                ({ question, answer }) =>
                  html`<div>
                    <dt>${question}</dt>
                    <dd class="prose" dir="auto">${answer}</dd>
                  </div>`,
              )}
            </dl>`
      }`,
  );
}

/** All photos but the first, which stands at the top. */
export const morePhotos = (context: SectionContext, { photos }: Initiative) =>
  photos.length < 2
    ? nothing
    : section(
        context,
        context.t.photos,
        html`<ul class="photos">
          ${photos.slice(1).map((photo) => html`<li>${picture(photo, '(min-width: 40rem) 20rem, 100vw', street)}</li>`)}
        </ul>`,
      );

const wanted = ({ t, list }: SectionContext, help: Help): TemplateResult => {
  const { kind, asked, offered } = help;
  const left = stillAsked(help);
  return html`<li class=${left > 0 ? 'wanted' : 'enough'}>
    ${left > 0 ? offerIcons[kind] : tickIcon}
    <span
      >${left > 0 ? t.wanted[kind]({ count: left }) : t.enough({ kind: list.kinds[kind] })}
      <bdi class="hint">${t.offered({ count: Math.min(offered, asked), of: asked })}</bdi></span
    >
  </li>`;
};

/** What is asked and what was offered, kind by kind; `join` is the way to offer, `own` what this device offered. */
export function neighbours(
  context: SectionContext,
  initiative: Initiative,
  own: unknown,
  join: unknown,
): TemplateResult {
  const { t, list } = context;
  const { help, offers, offerCount } = initiative;
  const extra = offerKinds.filter((kind) => offers[kind] > 0 && !help.some((each) => each.kind === kind));
  return section(
    context,
    t.help,
    html`<p><bdi>${t.joined({ count: offerCount })}</bdi></p>
      <ul class="needs">
        ${help.map((each) => wanted(context, each))}
        ${extra.map(
          (kind) =>
            html`<li>${offerIcons[kind]} ${t.extra({ kind: list.kinds[kind], count: offers[kind] })}</li>`,
        )}
      </ul>
      ${own} ${hasEnded(initiative.status) ? nothing : join}`,
  );
}

const size = { width: 320, height: 200, margin: 14 };

function map({ t }: SectionContext, border: Border, place: NamedPlace): TemplateResult {
  const projection = fit(border, size.width, size.height, size.margin);
  const { x, y } = projection.toPoint(place);
  const name = place.address ? t.map({ place: place.address }) : t.mapWithout;
  return html`<svg class="map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${name}>
    ${svg`<path class="border" fill-rule="evenodd" d=${svgPath(border, projection)}/>
    <circle class="ring" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="13"/>
    <circle class="dot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="6"/>`}
  </svg>`;
}

/** Where it is: its address, and a drawing of the buurt where its border is known. */
export const place = (context: SectionContext, at: NamedPlace, border: Border | undefined): TemplateResult =>
  section(
    context,
    context.t.place,
    html`${at.address ? html`<p class="note place">${placeIcon} <bdi>${at.address}</bdi></p>` : ''}
    ${border ? map(context, border, at) : ''}`,
  );

/** The ways to hear how it goes on: by e-mail, news for a feed reader, and what is promised by when for a calendar. */
export function follow(
  context: SectionContext,
  { id }: Initiative,
  endpoint: string,
  byMail: unknown,
): TemplateResult {
  const { t } = context;
  const base = `${endpoint}/initiatives/${encodeURIComponent(id)}`;
  return section(
    context,
    t.follow,
    html`${byMail}
      <ul class="follow">
        <li><a href="${base}/feed.atom" type="application/atom+xml">${t.feed}</a></li>
        <li><a href="${base}/agenda.ics" type="text/calendar">${t.agenda}</a></li>
      </ul>`,
  );
}
