import '@buurt/idea-form/buurt-idea-form.js';
import { BuurtDeskFormPreview } from './form-preview.js';

if (!customElements.get('buurt-desk-form-preview'))
  customElements.define('buurt-desk-form-preview', BuurtDeskFormPreview);

declare global {
  interface HTMLElementTagNameMap {
    'buurt-desk-form-preview': BuurtDeskFormPreview;
  }
}
