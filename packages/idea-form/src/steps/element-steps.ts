import { html, type TemplateResult } from 'lit';
import type { LazyModule } from '@buurt/core/element/lazy-module.js';
import { fieldsOf, hintLine, optionalMark, problemLine, type FieldTemplate } from '../fields.js';
import { loadingPlaceholder } from '@buurt/core/element/screen.js';
import type { DraftPhoto } from '../photos/draft-photo.js';
import type { PlaceChange } from '../place/place-picker.js';
import type { StepView } from '../step-view.js';
import { hintOf, labelOf } from '../view.js';

/** The frame of a field whose answer is given in an element of its own, which comes when the step does. */
const framed = (
  view: StepView,
  name: 'place' | 'photos',
  required: boolean,
  element: LazyModule<unknown>,
  content: TemplateResult,
) =>
  html`<div class="field" part="field">
    <p class="label" id="${name}-label">${labelOf(view, name)}${optionalMark(view, required)}</p>
    ${hintLine(name, hintOf(view, name))} ${problemLine(view, name)}
    ${element.module ? content : loadingPlaceholder(view.t, element)}
  </div>`;

const place: FieldTemplate<StepView> = (view, { required }) =>
  framed(
    view,
    'place',
    required,
    view.controller.placeElement,
    html`<buurt-place-picker
      id="place"
      exportparts="input, choice, map, button, primary, quiet"
      .api=${view.api}
      .buurtCode=${view.buurtCode}
      .value=${view.draft.place}
      .addressEndpoint=${view.addressEndpoint}
      .locale=${view.locale}
      .ownTexts=${view.ownTexts}
      .required=${required}
      .problem=${view.wrong.get('place')}
      @buurt-place-change=${({ detail }: CustomEvent<PlaceChange>) =>
        view.controller.setPlace(detail.place, detail.outside)}
    ></buurt-place-picker>`,
  );

const photos: FieldTemplate<StepView> = (view, { required, max = 5 }) =>
  framed(
    view,
    'photos',
    required,
    view.controller.photosElement,
    html`<buurt-photo-picker
      id="photos"
      exportparts="input, button, primary, quiet"
      .value=${view.draft.photos}
      .most=${max}
      .storageMode=${view.controller.storageMode}
      .locale=${view.locale}
      .ownTexts=${view.ownTexts}
      .required=${required}
      .problem=${view.wrong.get('photos')}
      @buurt-photos-change=${({ detail }: CustomEvent<{ readonly photos: readonly DraftPhoto[] }>) =>
        view.edit({ photos: detail.photos })}
    ></buurt-photo-picker>`,
  );

/** Where is it: on the map, by its address, or nowhere in particular. */
export const placeStep = (view: StepView): TemplateResult => fieldsOf(view, 'place', { place });

/** A photo with it: up to five, made small on this device. */
export const photosStep = (view: StepView): TemplateResult => fieldsOf(view, 'photos', { photos });
