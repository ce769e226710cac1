import '@buurt/my-initiative/buurt-my-initiative.js';
import { html } from 'lit';
import { json, offline, problem, silence } from '../../test/support/endpoint.js';
import { makerConnection, openLink } from '../../test/support/my-initiative-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, mine, reading } from './mine.js';

export default { title: 'My initiative/Errors' };

export const NoLink: Story = {
  render: () => html`<buurt-my-initiative .connection=${makerConnection()}></buurt-my-initiative>`,
  play: reading('Open je eigen link'),
};

export const LinkIsNotWhole: Story = {
  render: () => {
    openLink('6f1d3f0e-3a5e');
    return html`<buurt-my-initiative .connection=${makerConnection()}></buurt-my-initiative>`;
  },
  play: reading('Deze link werkt niet.'),
};

export const LinkWasRenewed: Story = {
  render: () => mine(problem(404, 'Not Found')),
  play: reading('Deze link werkt niet.'),
};

export const Loading: Story = { render: () => mine(silence), play: reading('komt eraan') };

export const DoesNotLoad: Story = {
  render: () => mine(problem(500, 'Internal Server Error')),
  play: reading('laadt nu niet'),
};

export const Offline: Story = { render: () => mine(offline), play: reading('laadt nu niet') };

export const CannotBeRead: Story = {
  render: () => mine(() => json({ title: 3 })),
  play: reading('Er ging iets mis bij het laden.'),
};

export const EndpointMissing: Story = {
  render: () => html`<buurt-my-initiative>Bel ons: 012 345 67 89.</buurt-my-initiative>`,
  play: after((visitor) => visitor.see('slot:not([name])')),
};
