import { BuurtDeskPhotos } from './photos.js';

if (!customElements.get('buurt-desk-photos')) customElements.define('buurt-desk-photos', BuurtDeskPhotos);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-photos': BuurtDeskPhotos;
  }
}
