import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { offline, received, rozenbuurt, silence } from '../../test/support/endpoint.js';
import { until } from '../../test/support/resident.js';
import type { Story } from '../../test/support/stage.js';
import { form, after, filledIn, send, withPhoto, keeping, withoutNetwork } from './form.js';

export default { title: 'Idea form/Sending' };

export const Preview: Story = { render: () => form(), play: filledIn() };

export const PreviewOfAShortIdea: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.type('title', 'Meer bankjes');
    await resident.type('story', 'Dan kun je onderweg even zitten.');
    await resident.goTo('Wie ben jij?');
    (await resident.see('#consent')).click();
    await resident.goTo('Klopt het zo?');
  }),
};

export const Sending: Story = {
  render: () => form({ ideas: silence }),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('We sturen je idee');
  }),
};

export const SendingPhotos: Story = {
  render: () => form({ photos: silence }),
  play: withPhoto((resident) => resident.read('Foto 1 van 1')),
};

export const Sent: Story = {
  render: () => form(),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('RB-7K42');
  }),
};

const direct: IdeaSettings = { ...rozenbuurt, moderated: false };

export const SentAndOnline: Story = {
  render: () =>
    form({
      settings: direct,
      ideas: received({ state: 'published', reachable: false, mailed: false }),
      ownIdea: () =>
        Response.json({
          id: 'idea-1',
          reference: 'RB-7K42',
          title: 'Tafel',
          state: 'published',
          supportCount: 3,
        }),
    }),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('3 buren steunen het');
  }),
};

export const WaitingForTheNetwork: Story = {
  render: () => keeping('waiting', { ideas: offline }),
  play: after((resident) =>
    withoutNetwork(async () => {
      await until('form or screen', () => resident.title);
      if (resident.title === 'Je idee wacht op internet') return;
      await resident.fillIn();
      await send(resident);
      await resident.read('Je idee wacht op internet');
    }),
  ),
};

export const DataWiped: Story = {
  render: () => form(),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.press('Wis mijn gegevens');
    await resident.read('Je gegevens zijn van dit apparaat gewist');
  }),
};
