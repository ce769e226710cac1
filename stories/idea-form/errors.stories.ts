import { html } from 'lit';
import {
  offline,
  problem,
  storyBuurt,
  storyConnection,
  storyEndpoint,
  type Answers,
} from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { form, after, filledIn, send, withPhoto, withoutNetwork } from './form.js';

export default { title: 'Idea form/Errors' };

export const PhotoRefused: Story = {
  render: () => form({ photos: problem(415, 'Unsupported Media Type') }),
  play: withPhoto((resident) => resident.read('Een foto erbij?')),
};

export const NoNetworkAndNothingKept: Story = {
  render: () => form({ ideas: offline }),
  play: filledIn((resident) =>
    withoutNetwork(async () => {
      await send(resident);
      await resident.read('Je hebt nu geen internet');
    }),
  ),
};

const failing = (answers: Answers, words: string): Story => ({
  render: () => form(answers),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read(words);
  }),
});

export const ServerFails = failing(
  { ideas: problem(500, 'Internal Server Error') },
  'Er ging bij ons iets mis',
);

export const ServerRefuses = failing({ ideas: problem(403, 'Forbidden') }, 'Dit lukt hier niet');

export const ServerRefusesAnAnswer = failing(
  {
    ideas: problem(400, 'Bad Request', {
      errors: [
        { pointer: '/title', code: 'too-long', limit: 10, actual: 28 },
        { pointer: '/story', code: 'required' },
      ],
    }),
  },
  'haal 18 tekens weg',
);

export const ServerRefusesInItsOwnWords = failing(
  {
    ideas: problem(400, 'Bad Request', {
      errors: [
        { pointer: '/__proto__/x', code: 'nope', detail: '<img src=x onerror=alert(1)> Dit idee mag niet.' },
        { pointer: '/../../etc', code: 'unknown-key' },
      ],
    }),
  },
  'Dit idee mag niet.',
);

export const AnswerCannotBeRead = failing(
  { ideas: () => new Response('<h1>Welkom', { status: 201 }) },
  'Er ging iets mis bij het laden',
);

export const StoppedByThePage: Story = {
  render: () =>
    html`<buurt-idea-form
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection()}
      @buurt-idea-submit=${(event: Event) => event.preventDefault()}
    ></buurt-idea-form>`,
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('hield het versturen tegen');
  }),
};

export const QuestionsDoNotLoad: Story = {
  render: () => form({ settings: problem(500, 'Internal Server Error') }),
  play: after((resident) => resident.read('Je kunt wel alvast beginnen')),
};

export const UnknownBuurt: Story = {
  render: () =>
    form({ settings: problem(404, 'Not Found') }, 'BU99999999', html`<p>Bel ons: 012 345 67 89.</p>`),
  play: after((resident) => resident.see('slot:not([name])')),
};

export const EndpointMissing: Story = {
  render: () => html`<buurt-idea-form buurt=${storyBuurt}>Bel ons: 012 345 67 89.</buurt-idea-form>`,
};

export const BuurtMissing: Story = {
  render: () => html`<buurt-idea-form endpoint=${storyEndpoint}>Bel ons: 012 345 67 89.</buurt-idea-form>`,
};
