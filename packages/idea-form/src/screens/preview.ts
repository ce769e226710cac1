import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '@buurt/core/http/api-error.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { heading } from '@buurt/core/element/heading.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import { PhotosRefused } from '../submit-idea.js';
import { lockIcon, placeIcon } from '@buurt/core/icons/icons.js';
import { offerIcons } from '@buurt/core/icons/offer-icons.js';
import { eyeIcon } from '../icons.js';
import { toNewIdea } from '../new-idea.js';
import { stepsUnder, type FormStep } from '../steps.js';
import { answered, organisationOf, themeNameOf, type StepView } from '../step-view.js';
import { labelOf } from '../view.js';
import { costText } from '../steps/together-step.js';

function failure({ state: { failure: error }, t, locale, headingLevel }: StepView) {
  if (error === undefined) return nothing;
  const photos = error instanceof PhotosRefused ? error.photos : [];
  return html`<div class="failure" tabindex="-1">
    ${notice(
      'error',
      html`${heading(headingLevel + 2, t.failed.title)}
      ${
        photos.length > 0
          ? html`<p>${t.failed.photos({ count: photos.length })}:</p>
              <ul>
                ${photos.map(({ name, failed }) => html`<li>${name}: ${failed}</li>`)}
              </ul>
              <p>${t.failed.withoutPhotos}</p>`
          : html`<p>${error instanceof ApiError ? failureText(error, t, locale) : t.failed.prevented}</p>
              <p>${t.failed.kept}</p>`
      }
      ${helpSlot}`,
    )}
  </div>`;
}

/** One block of the preview with the way back to its step; left out when that step does not exist. */
function block(view: StepView, step: FormStep, content: unknown): unknown {
  if (!stepsUnder(view.settings, view.draft).includes(step)) return nothing;
  return html`<section class="shown">
    <div class="shown-content">${content}</div>
    <button type="button" class="link" part="change" @click=${() => view.controller.goToStep(step)}>
      ${view.t.preview.change}<span class="for-reader">: ${view.t.steps[step]}</span>
    </button>
  </section>`;
}

const line = (label: string, text: string) =>
  text.trim() === ''
    ? nothing
    : html`<div class="line">
        <dt>${label}</dt>
        <dd dir="auto">${text}</dd>
      </div>`;

function placeText({ draft: { place }, t }: StepView): string {
  if (place === undefined) return t.preview.noPlaceYet;
  if (place === null) return t.preview.noPlace;
  return place.address ?? t.preview.pointed;
}

const place = (view: StepView): TemplateResult => {
  const text = html`<p>${placeIcon} ${placeText(view)}</p>`;
  const { place: chosen } = view.draft;
  return chosen && view.controller.placeElement.module
    ? html`<buurt-place-picture
        exportparts="map"
        .api=${view.api}
        .buurtCode=${view.buurtCode}
        .place=${chosen}
        .locale=${view.locale}
        .ownTexts=${view.ownTexts}
        >${text}</buurt-place-picture
      >`
    : text;
};

const kinds = (view: StepView, name: 'needs' | 'offers') =>
  view.draft[name].length === 0
    ? nothing
    : html`<div class="line">
        <dt>${labelOf(view, name)}</dt>
        <dd class="kinds">
          ${view.draft[name].map((kind) => html`<span class="kind">${offerIcons[kind]}${view.t.kinds[kind].name}</span>`)}
        </dd>
      </div>`;

function together(view: StepView) {
  const { draft, t } = view;
  const { cost } = toNewIdea(draft, view.settings);
  const empty =
    draft.assets.trim() + draft.joiners.trim() === '' &&
    draft.needs.length + draft.offers.length === 0 &&
    !cost;
  return html`${heading(view.headingLevel + 2, t.steps.together)}
  ${
    empty && cost === undefined
      ? html`<p class="hint">${t.preview.none}</p>`
      : html`<dl>
          ${line(labelOf(view, 'assets'), draft.assets)} ${line(labelOf(view, 'joiners'), draft.joiners)}
          ${kinds(view, 'needs')} ${kinds(view, 'offers')}
          ${line(labelOf(view, 'cost'), cost ? costText(cost, view) : cost === null ? t.cost.unknown : '')}
        </dl>`
  }`;
}

const photos = ({ draft, controller, t }: StepView) =>
  draft.photos.length === 0
    ? html`<p class="hint">${t.fields.photos.label}: ${t.preview.none}</p>`
    : html`<ul class="photos">
        ${draft.photos.map(
          (photo) =>
            html`<li>
              <img
                src=${controller.photos.addressOf(photo) ?? nothing}
                alt=${photo.alt}
                width="160"
                height="120"
              />
              <span class="hint">${photo.alt.trim() || t.preview.photoWithoutAlt}</span>
            </li>`,
        )}
      </ul>`;

function idea(view: StepView) {
  const theme = themeNameOf(view);
  return html`${theme ? html`<p class="tag">${theme}</p>` : nothing}
    ${heading(view.headingLevel + 2, html`<bdi>${view.draft.title}</bdi>`)}
    <p class="prose" dir="auto">${view.draft.story}</p>`;
}

function privateThings(view: StepView) {
  const { draft, t } = view;
  const hidden = answered(view).filter(({ shown }) => !shown);
  return draft.email.trim() + draft.phone.trim() === '' && hidden.length === 0
    ? html`<p class="hint">${t.preview.noContact}</p>`
    : html`<dl>
        ${line(labelOf(view, 'email'), draft.email)} ${line(labelOf(view, 'phone'), draft.phone)}
        ${hidden.map(({ label, answer }) => line(label, answer))}
      </dl>`;
}

/** Everything as neighbours will see it, and apart from it what they will not. */
export const preview = (view: StepView): TemplateResult => html`
  ${failure(view)}
  <p class="lead">${view.t.preview.lead}</p>
  <article class="sheet" part="preview">
    <p class="note">${eyeIcon} ${view.t.seen}</p>
    ${block(view, 'idea', idea(view))} ${block(view, 'photos', photos(view))}
    ${block(view, 'place', place(view))} ${block(view, 'together', together(view))}
    ${block(
      view,
      'you',
      html`<dl>
        ${line(labelOf(view, 'name'), view.draft.name.trim() || view.t.preview.anonymous)}
        ${answered(view)
          .filter(({ shown }) => shown)
          .map(({ label, answer }) => line(label, answer))}
      </dl>`,
    )}
  </article>
  <section class="sheet private" part="private">
    <p class="note">${lockIcon} ${view.t.preview.private({ organisation: organisationOf(view) })}</p>
    ${block(view, 'you', privateThings(view))}
  </section>
  <p class="hint">${view.settings.moderated ? view.t.preview.moderated : view.t.preview.direct}</p>
`;
