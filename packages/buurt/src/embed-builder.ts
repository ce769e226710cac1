/** `<buurt-embed-builder>`, for a page that is bundled with its own code. */
export { EmbedBuilder } from '@buurt/embed-tools/embed-builder.js';
