import '@buurt/idea-form/buurt-idea-form.js';
import { storyConnection } from '../../test/support/endpoint.js';
import { playground } from '../playground/playground.js';

export default { title: 'Idea form' };

export const Playground = playground('buurt-idea-form', { serve: () => storyConnection() });
