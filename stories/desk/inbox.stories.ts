import { html } from 'lit';
import { entries, inboxWith } from '../../test/support/desk-endpoint.js';
import { offline, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, desk, reading } from './desk.js';

export default { title: 'Desk/Inbox' };

export const WhatWaits: Story = { render: () => desk(), play: reading('Bankjes langs het water') };

export const OnlyOfOneKind: Story = {
  render: () => desk(),
  play: after(async (visitor) => {
    await visitor.read('Ideeën (2)');
    const kinds = (await visitor.see('#kind')) as HTMLSelectElement;
    kinds.value = 'idea';
    kinds.dispatchEvent(new Event('change'));
    await visitor.read('Een moestuin');
  }),
};

export const Searching: Story = {
  render: () => desk(),
  play: after(async (visitor) => {
    await visitor.type('search', 'tafel');
    await visitor.read('1 idee gevonden');
  }),
};

export const NothingMatches: Story = {
  render: () => desk(),
  play: after(async (visitor) => {
    await visitor.type('search', 'zwembad');
    await visitor.read('Niets gevonden.');
  }),
};

export const Empty: Story = {
  render: () => desk({ inbox: inboxWith([]) }),
  play: reading('Er wacht niets op je.'),
};

export const ThereIsMore: Story = {
  render: () => desk({ inbox: inboxWith(entries, 'next') }),
  play: reading('Toon meer'),
};

export const Loading: Story = { render: () => desk({ inbox: silence }), play: reading('Even wachten') };

export const Offline: Story = { render: () => desk({ inbox: offline }), play: reading('Dit laadt nu niet.') };

export const Shortcuts: Story = {
  render: () => desk(),
  play: after(async (visitor) => {
    await visitor.press('Sneltoetsen');
    await visitor.read('volgende bericht');
  }),
};

const long = 'Een-heel-lange-titel-zonder-spaties-'.repeat(3);

export const LongTexts: Story = {
  render: () => desk({ inbox: inboxWith(entries.map((each) => ({ ...each, title: long }))) }),
  play: reading(long),
};

export const English: Story = {
  render: () => html`<div lang="en">${desk()}</div>`,
  play: reading('Inbox'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${desk()}</div>`,
  play: reading('Bankjes langs het water'),
};
