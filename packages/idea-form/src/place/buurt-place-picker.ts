import { PlaceMap } from './place-map.js';
import { PlacePicker } from './place-picker.js';
import { PlacePicture } from './place-picture.js';

const parts = {
  'buurt-place-map': PlaceMap,
  'buurt-place-picker': PlacePicker,
  'buurt-place-picture': PlacePicture,
};
for (const [tag, part] of Object.entries(parts))
  if (!customElements.get(tag)) customElements.define(tag, part);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-place-map': PlaceMap;
    'buurt-place-picker': PlacePicker;
    'buurt-place-picture': PlacePicture;
  }
}
