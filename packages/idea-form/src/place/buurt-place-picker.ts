import { PlaceMap } from './place-map.js';
import { PlacePicker } from './place-picker.js';

const parts = {
  'buurt-place-map': PlaceMap,
  'buurt-place-picker': PlacePicker,
};
for (const [tag, part] of Object.entries(parts))
  if (!customElements.get(tag)) customElements.define(tag, part);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-place-map': PlaceMap;
    'buurt-place-picker': PlacePicker;
  }
}
