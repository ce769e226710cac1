import '@buurt/my-initiative/buurt-my-initiative.js';
import { html } from 'lit';
import { json, offline, problem, silence, type Answer } from '../../test/support/endpoint.js';
import { makerConnection, openLink } from '../../test/support/my-initiative-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, mine, reading } from './mine.js';

export default { title: 'My initiative/Errors' };

export const NoLink: Story = {
  render: () => html`<buurt-my-initiative .connection=${makerConnection()}></buurt-my-initiative>`,
  play: reading('Open je eigen link'),
};

const withoutLink = (acting?: Answer) =>
  html`<buurt-my-initiative .connection=${makerConnection(undefined, acting)}></buurt-my-initiative>`;
const askingForLink = (then: string, address = 'samira@voorbeeld.nl') =>
  after(async (visitor) => {
    await visitor.press('Mail me mijn link');
    await visitor.see('buurt-lost-link-form');
    await visitor.type('email', address);
    await visitor.press('Versturen');
    await visitor.read(then);
  });

export const LinkIsLost: Story = {
  render: () => withoutLink(),
  play: after(async (visitor) => {
    await visitor.press('Mail me mijn link');
    await visitor.see('buurt-lost-link-form');
  }),
};

export const LinkIsMailed: Story = {
  render: () => withoutLink(() => json({ asked: true }, 202)),
  play: askingForLink('Als dit adres bij een initiatief hoort, krijg je een mail.'),
};

export const NoAddress: Story = {
  render: () => withoutLink(),
  play: askingForLink('Kijk dit nog na', 'samira'),
};

export const LinkIsNotAskedFor: Story = {
  render: () => withoutLink(problem(500, 'Internal Server Error')),
  play: askingForLink('Het is niet verstuurd.'),
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
