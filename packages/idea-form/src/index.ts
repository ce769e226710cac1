export { BuurtIdeaForm } from './idea-form.js';
export type { PublicReceipt } from './events.js';
export type { IdeaFormMessages } from './idea-steps.messages.js';
