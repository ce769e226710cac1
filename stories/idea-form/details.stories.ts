import type { Story } from '../../test/support/stage.js';
import { form, after } from './form.js';

export default { title: 'Idea form/Details' };

export const PlaceStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Waar is het?');
    await resident.see('buurt-place-picker');
  }),
};

export const TogetherStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
  }),
};

export const TogetherFilledIn: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.tellTogether();
  }),
};

export const AmountsTheWrongWayRound: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
    await resident.choose('cost', 'own');
    await resident.type('cost-from', '500');
    await resident.type('cost-to', '250');
    await resident.goOn();
  }),
};

export const PhotosStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Een foto erbij?');
    await resident.see('buurt-photo-picker');
  }),
};

export const ContactStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Wie ben jij?');
  }),
};

export const ContactWithProblems: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Wie ben jij?');
    await resident.type('email', 'samira at voorbeeld');
    await resident.goOn();
  }),
};
