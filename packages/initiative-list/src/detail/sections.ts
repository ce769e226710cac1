import { html, nothing, type TemplateResult } from 'lit';
import { money } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import { offerKinds, type Help, type Initiative } from '@buurt/domain/initiatives/initiative.js';
import { kindIcons, tickIcon } from '../icons.js';
import { picture } from '../pictures.js';
import { hasEnded } from '../view.js';
import type { Telling } from './story.js';

export const section = ({ level }: Telling, title: string, content: unknown, look = ''): TemplateResult =>
  html`<section class=${look}>${heading(level, title)}${content}</section>`;

function cost({ t, locale }: Telling, { cost: range }: Initiative) {
  if (!range) return nothing;
  const [min, max] = [money(range.minCents, locale), money(range.maxCents, locale)];
  return html`<p class="note">${min === max ? t.costAbout({ amount: max }) : t.cost({ min, max })}</p>`;
}

/** The story, who thought it up, what is there already and who could join. */
export function story(telling: Telling, initiative: Initiative): TemplateResult {
  const { t } = telling;
  const { story: words, initiator, assets, joiners, answers } = initiative;
  const told = [
    { question: t.assets, answer: assets },
    { question: t.joiners, answer: joiners },
    ...answers,
  ].filter(({ answer }) => answer.trim() !== '');
  return section(
    telling,
    t.story,
    html`<p class="prose" dir="auto">${words}</p>
      <p class="note"><bdi>${initiator ? t.by({ name: initiator }) : t.byNeighbour}</bdi></p>
      ${cost(telling, initiative)}
      ${
        told.length === 0
          ? nothing
          : html`<dl class="told">
              ${told.map(
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
export const morePhotos = (telling: Telling, { photos }: Initiative) =>
  photos.length < 2
    ? nothing
    : section(
        telling,
        telling.t.photos,
        html`<ul class="photos">
          ${photos.slice(1).map((photo) => html`<li>${picture(photo, '(min-width: 40rem) 20rem, 100vw')}</li>`)}
        </ul>`,
      );

const wanted = ({ t, list }: Telling, help: Help): TemplateResult => {
  const { kind, asked, offered } = help;
  const left = stillAsked(help);
  return html`<li class=${left > 0 ? 'wanted' : 'enough'}>
    ${left > 0 ? kindIcons[kind] : tickIcon}
    <span
      >${left > 0 ? t.wanted[kind]({ count: left }) : t.enough({ kind: list.kinds[kind] })}
      <bdi class="hint">${t.offered({ count: Math.min(offered, asked), of: asked })}</bdi></span
    >
  </li>`;
};

/** What is asked and what was offered, kind by kind; `join` is the way to offer. */
export function neighbours(telling: Telling, initiative: Initiative, join: unknown): TemplateResult {
  const { t, list } = telling;
  const { help, offers, offerCount } = initiative;
  const extra = offerKinds.filter((kind) => offers[kind] > 0 && !help.some((each) => each.kind === kind));
  return section(
    telling,
    t.help,
    html`<p><bdi>${t.joined({ count: offerCount })}</bdi></p>
      <ul class="needs">
        ${help.map((each) => wanted(telling, each))}
        ${extra.map(
          (kind) =>
            html`<li>${kindIcons[kind]} ${t.extra({ kind: list.kinds[kind], count: offers[kind] })}</li>`,
        )}
      </ul>
      ${hasEnded(initiative) ? nothing : join}`,
  );
}
