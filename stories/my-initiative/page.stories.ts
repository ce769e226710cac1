import { html } from 'lit';
import {
  anOffer,
  aQuestion,
  asked,
  makerConnection,
  openLink,
  running,
  waiting,
} from '../../test/support/my-initiative-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { mine, reading } from './mine.js';

export default { title: 'My initiative/Where it stands' };

export const NeighboursWait: Story = { render: () => mine(), play: reading('2 buren wachten') };

export const TookTheOfferBack: Story = {
  render: () =>
    mine({
      ...running,
      offers: [anOffer('o-weg', { name: null, contact: null, message: '', outcome: 'withdrawn' })],
    }),
  play: reading('Heeft het aanbod ingetrokken'),
};

export const WaitsToBeRead: Story = { render: () => mine(waiting), play: reading('leest je idee') };

export const NobodyYet: Story = {
  render: () => mine({ ...running, offers: [], questions: [], news: [], needs: [], supportCount: 1 }),
  play: reading('Er heeft zich nog niemand gemeld.'),
};

export const Declined: Story = {
  render: () =>
    mine({
      ...waiting,
      state: 'declined',
      isEditable: false,
      reason: 'Dit plein is volgend jaar aan de beurt.',
    }),
  play: reading('komt niet op de site'),
};

export const OnTheBallot: Story = {
  render: () =>
    mine({
      ...running,
      status: 'onBallot',
      round: {
        name: 'Buurtbudget 2026',
        opensAt: '2026-12-01T07:00:00.000Z',
        closesAt: '2026-12-21T18:00:00.000Z',
      },
    }),
  play: reading('De buurt stemt'),
};

export const GotMoney: Story = {
  render: () =>
    mine({
      ...running,
      status: 'granted',
      promises: [
        {
          who: 'Woonstichting De Linde',
          what: 'Geld voor tafels en banken',
          dueOn: '2027-03-01',
          state: 'open',
          grantedCents: 250_000,
          spentCents: 41_250,
        },
      ],
    }),
  play: reading('Je initiatief krijgt geld.'),
};

export const Done: Story = {
  render: () => mine({ ...running, status: 'done', statusReason: 'Dank aan iedereen die meehielp!' }),
  play: reading('Je initiatief is klaar.'),
};

export const NeighbourWasAsked: Story = {
  render: () => mine({ ...running, handover: asked }),
  play: reading('om het over te nemen'),
};

export const NeighbourSaidNo: Story = {
  render: () => mine({ ...running, handover: { ...asked, email: null, state: 'declined' } }),
  play: reading('Je buur neemt het niet over.'),
};

const long = 'Een-heel-lange-naam-zonder-spaties-'.repeat(4);

export const LongTexts: Story = {
  render: () =>
    mine({
      ...running,
      title: long,
      story: `${'Een verhaal dat lang is, omdat er veel te vertellen valt. '.repeat(12)}\n\n${long}`,
      offers: [anOffer('o-lang', { name: long, message: long, contact: `${'a'.repeat(60)}@voorbeeld.nl` })],
      questions: [aQuestion('q-lang', { text: long, name: long })],
      handover: { ...asked, email: `${'b'.repeat(60)}@voorbeeld.nl` },
    }),
  play: reading('Een verhaal'),
};

export const Corrected: Story = {
  render: () => mine({ ...running, correctedAt: '2026-11-20T10:00:00.000Z' }),
  play: reading('een tikfout in je tekst'),
};

export const PhotoHidden: Story = {
  render: () =>
    mine({
      ...running,
      hiddenPhotos: [{ alt: 'Kinderen op het plein', reason: 'Er staat een kind op de foto.' }],
    }),
  play: reading('laat een foto bij je idee niet zien'),
};

export const ContactErased: Story = {
  render: () =>
    mine({ ...running, offers: [anOffer('o-weg', { name: null, contact: null, outcome: 'joined' })] }),
  play: reading('Naam en gegevens zijn gewist.'),
};

export const English: Story = {
  render: () => html`<div lang="en">${mine()}</div>`,
  play: reading('Who wants to join'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${mine()}</div>`,
  play: reading('2 buren wachten'),
};

export const Dark: Story = {
  render: () => {
    openLink();
    return html`<buurt-my-initiative
      theme-preset="dark"
      .connection=${makerConnection()}
    ></buurt-my-initiative>`;
  },
  play: reading('2 buren wachten'),
};
