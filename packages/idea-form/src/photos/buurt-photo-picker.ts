import { PhotoPicker } from './photo-picker.js';

if (!customElements.get('buurt-photo-picker')) customElements.define('buurt-photo-picker', PhotoPicker);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-photo-picker': PhotoPicker;
  }
}
