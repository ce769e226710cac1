import { html } from 'lit';
import { problem, silence } from '../../test/support/endpoint.js';
import { asked, running, waiting } from '../../test/support/my-initiative-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, mine } from './mine.js';

export default { title: 'My initiative/Answering and telling' };

const pressing = (button: string) =>
  after(async (visitor) => {
    await visitor.press(button);
    await visitor.see('buurt-maker-form');
  });

export const AnsweringByMail: Story = { render: () => mine(), play: pressing('Antwoord aan Samira') };

export const AnsweringByPhone: Story = { render: () => mine(), play: pressing('Antwoord aan Bo') };

export const AnsweringAQuestion: Story = { render: () => mine(), play: pressing('Geef antwoord') };

export const TellingNews: Story = { render: () => mine(), play: pressing('Vertel hoe het gaat') };

export const AskingForHelp: Story = { render: () => mine(), play: pressing('Verander wat je vraagt') };

export const ChangingTheIdea: Story = { render: () => mine(waiting), play: pressing('Verander je idee') };

export const Stopping: Story = { render: () => mine(), play: pressing('Ik stop ermee') };

export const HandingOver: Story = { render: () => mine(), play: pressing('Iemand anders neemt het over') };

export const HandingOverInEnglish: Story = {
  render: () => html`<div lang="en">${mine()}</div>`,
  play: after(async (visitor) => {
    await visitor.read('Who wants to join');
    await visitor.press('Somebody else takes it over');
    await visitor.see('buurt-maker-form');
  }),
};

export const HandingOverToNobody: Story = {
  render: () => mine(),
  play: after(async (visitor) => {
    await visitor.press('Iemand anders neemt het over');
    await visitor.see('buurt-maker-form');
    await visitor.press('Vraag je buur');
    await visitor.read('Kijk dit nog na');
  }),
};

export const TakingBack: Story = {
  render: () => mine({ ...running, handover: asked }),
  play: pressing('Trek in'),
};

const sending = (button: string) =>
  after(async (visitor) => {
    await visitor.press(button);
    await visitor.see('buurt-maker-form');
    await visitor.press('Versturen');
  });

export const NothingWritten: Story = { render: () => mine(), play: sending('Vertel hoe het gaat') };

export const Sending: Story = {
  render: () => mine(running, silence),
  play: after(async (visitor) => {
    await visitor.press('Antwoord aan Bo');
    await visitor.see('buurt-maker-form');
    await visitor.press('Ja, doe mee');
    await visitor.read('Even geduld');
  }),
};

export const NotSent: Story = {
  render: () => mine(running, problem(500, 'Internal Server Error')),
  play: after(async (visitor) => {
    await visitor.press('Antwoord aan Bo');
    await visitor.see('buurt-maker-form');
    await visitor.press('Ja, doe mee');
    await visitor.read('Het is niet verstuurd.');
  }),
};
