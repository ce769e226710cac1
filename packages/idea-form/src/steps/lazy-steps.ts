import { html, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Lazy } from '@buurt/core/element/lazy.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import { fieldsOf, hintLine, optionalMark, problemLine, type FieldTemplate } from '../fields.js';
import { loadingPlaceholder } from '../frame.js';
import type { DraftPhoto } from '../photos/draft-photo.js';
import type { StorageMode } from '../photos/photo-storage.js';
import { hintOf, labelOf, type View } from '../view.js';

/** A view with what the map and the photos need; `element`: the code of that element, which comes on its own. */
export interface ElementView extends View {
  readonly api: BuurtApi | undefined;
  readonly buurt: string;
  readonly addressEndpoint: string;
  /** The page's own words. */
  readonly ownTexts: readonly object[];
  /** Where the photos wait. */
  readonly keep: StorageMode;
  readonly element: Lazy<unknown> | undefined;
  readonly onPlace: (place: NamedPlace | null | undefined, outside: boolean) => void;
}

export type PlaceChange = CustomEvent<{ place: NamedPlace | null | undefined; outside: boolean }>;
export type PhotosChange = CustomEvent<{ photos: readonly DraftPhoto[] }>;

/** The frame of a field whose answer is given in an element of its own. */
const framed = (view: ElementView, name: 'place' | 'photos', required: boolean, content: TemplateResult) =>
  html`<div class="field" part="field">
    <p class="label" id="${name}-label">${labelOf(view, name)}${optionalMark(view, required)}</p>
    ${hintLine(name, hintOf(view, name))} ${problemLine(view, name)}
    ${view.element && !view.element.module ? loadingPlaceholder(view, view.element) : content}
  </div>`;

const place =
  (view: ElementView): FieldTemplate =>
  (_, { required }) =>
    framed(
      view,
      'place',
      required,
      html`<buurt-place-picker
        id="place"
        exportparts="input, choice, map"
        .api=${view.api}
        .buurtCode=${view.buurt}
        .value=${view.draft.place}
        .addressEndpoint=${view.addressEndpoint}
        .locale=${view.locale}
        .ownTexts=${view.ownTexts}
        .required=${required}
        .problem=${view.wrong.get('place')}
        @buurt-place-change=${({ detail }: PlaceChange) => view.onPlace(detail.place, detail.outside)}
      ></buurt-place-picker>`,
    );

const photos =
  (view: ElementView): FieldTemplate =>
  (_, { required, max = 5 }) =>
    framed(
      view,
      'photos',
      required,
      html`<buurt-photo-picker
        id="photos"
        exportparts="input"
        .value=${view.draft.photos}
        .most=${max}
        .keep=${view.keep}
        .locale=${view.locale}
        .ownTexts=${view.ownTexts}
        .required=${required}
        .problem=${view.wrong.get('photos')}
        @buurt-photos-change=${({ detail }: PhotosChange) => view.edit({ photos: detail.photos })}
      ></buurt-photo-picker>`,
    );

/** Where is it: on the map, by its address, or nowhere in particular. */
export const placeStep = (view: ElementView): TemplateResult =>
  fieldsOf(view, 'place', { place: place(view) });

/** A photo with it: up to five, made small on this device. */
export const photosStep = (view: ElementView): TemplateResult =>
  fieldsOf(view, 'photos', { photos: photos(view) });
