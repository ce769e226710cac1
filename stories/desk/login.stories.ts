import { html } from 'lit';
import { loggedOut, withAccounts } from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Log in' };

const token = `#login=${'t'.repeat(43)}`;

export const LoggedOut: Story = { render: () => desk({ session: loggedOut }), play: reading('Inloggen') };

export const WithAccount: Story = {
  render: () => desk({ session: loggedOut, loginOptions: withAccounts(false) }),
  play: reading('Log in met je werkaccount'),
};

export const WithAccountOrLink: Story = {
  render: () => desk({ session: loggedOut, loginOptions: withAccounts(true) }),
  play: reading('Lukt dat niet?'),
};

export const NoWays: Story = {
  render: () => desk({ session: loggedOut, loginOptions: offline }),
  play: reading('Dit laadt nu niet.'),
};

export const NoAddress: Story = {
  render: () => desk({ session: loggedOut }),
  play: after(async (visitor) => {
    await visitor.type('email', 'noor');
    await visitor.press('Stuur mij een link');
    await visitor.read('Vul een mailadres in, zoals');
  }),
};

export const LinkIsOnItsWay: Story = {
  render: () => desk({ session: loggedOut }),
  play: after(async (visitor) => {
    await visitor.type('email', 'noor@corporatie.example');
    await visitor.press('Stuur mij een link');
    await visitor.read('Kijk in je mail');
  }),
};

export const Offline: Story = {
  render: () => desk({ session: loggedOut, requestLink: offline }),
  play: after(async (visitor) => {
    await visitor.type('email', 'noor@corporatie.example');
    await visitor.press('Stuur mij een link');
    await visitor.read('Het lukte niet.');
  }),
};

export const LinkOpened: Story = { render: () => desk({}, token), play: reading('Welkom terug') };

export const LoggingIn: Story = {
  render: () => desk({ logIn: silence }, token),
  play: after(async (visitor) => {
    await visitor.press('Log in');
    await visitor.read('Bezig');
  }),
};

export const LinkRefused: Story = {
  render: () =>
    desk(
      {
        session: loggedOut,
        logIn: problem(403, 'Met deze link kun je niet inloggen', {
          type: 'https://buurt.example/problems/login-refused',
        }),
      },
      token,
    ),
  play: after(async (visitor) => {
    await visitor.press('Log in');
    await visitor.read('Deze link werkt niet meer.');
  }),
};

export const ServerDown: Story = {
  render: () => desk({ session: offline }),
  play: reading('Dit laadt nu niet.'),
};

export const English: Story = {
  render: () => html`<div lang="en">${desk({ session: loggedOut })}</div>`,
  play: reading('Send me a link'),
};
