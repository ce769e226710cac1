import { AddressSearch } from './address-search.js';
import { PlaceMap } from './place-map.js';
import { PlacePicker } from './place-picker.js';

const parts = {
  'buurt-address-search': AddressSearch,
  'buurt-place-map': PlaceMap,
  'buurt-place-picker': PlacePicker,
};
for (const [tag, part] of Object.entries(parts))
  if (!customElements.get(tag)) customElements.define(tag, part);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-address-search': AddressSearch;
    'buurt-place-map': PlaceMap;
    'buurt-place-picker': PlacePicker;
  }
}
