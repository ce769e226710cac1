import { html } from 'lit';
import { json, offline, problem, silence, storyBuurt } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, book, reading } from './book.js';

export default { title: 'Cashbook/Errors' };

export const Loading: Story = {
  render: () => book(silence),
  play: reading('Het kasboek komt eraan'),
};

export const CashbookDoesNotLoad: Story = {
  render: () => book(problem(500, 'Internal Server Error')),
  play: reading('Het kasboek laadt nu niet.'),
};

export const Offline: Story = {
  render: () => book(offline),
  play: reading('Het kasboek laadt nu niet.'),
};

export const CannotBeRead: Story = {
  render: () => book(() => json({ rounds: 'many' })),
  play: reading('Er ging iets mis bij het laden.'),
};

export const EndpointMissing: Story = {
  render: () => html`<buurt-cashbook buurt=${storyBuurt}>Bel ons: 012 345 67 89.</buurt-cashbook>`,
  play: after((visitor) => visitor.see('slot:not([name])')),
};
