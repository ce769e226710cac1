import { expect } from '@open-wc/testing';
import { silence } from '../support/endpoint.js';
import { until } from '../support/waiting.js';
import { focused, opened } from './budget-vote-stage.js';

/** A clock that a test winds: what is done every second is done when the test says that seconds went by. */
function clockInHand() {
  const { setInterval: begin, clearInterval: end } = window;
  const today = Date.now;
  const every = new Map<number, () => void>();
  let passedMs = 0;
  let begun = 0;
  Date.now = () => today() + passedMs;
  window.setInterval = ((deed: () => void) => {
    begun -= 1;
    every.set(begun, deed);
    return begun;
  }) as typeof setInterval;
  window.clearInterval = ((id: number) => void every.delete(id)) as typeof clearInterval;
  return {
    pass(seconds: number, { asleep = false } = {}): void {
      for (let second = 0; second < seconds; second++) {
        passedMs += 1000;
        if (!asleep) for (const deed of [...every.values()]) deed();
      }
    },
    get running(): number {
      return every.size;
    },
    putBack(): void {
      Object.assign(window, { setInterval: begin, clearInterval: end });
      Date.now = today;
    },
  };
}

const touch = () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));

describe('a device of a helper that nobody touches any more', () => {
  let clock: ReturnType<typeof clockInHand>;
  beforeEach(() => (clock = clockInHand()));
  afterEach(() => clock.putBack());

  const left = async () => {
    const opening = await opened({}, { helper: true });
    const { voter } = opening;
    await voter.add('Bankje op het plein');
    await voter.see('buurt-vote-idle');
    const isAsked = async () => {
      await Promise.all(voter.all('buurt-vote-idle').map((each: any) => each.updateComplete));
      return voter.all('dialog[part~=idle]').length > 0;
    };
    return { ...opening, isAsked };
  };

  it('asks after 90 seconds whether somebody is there, and wipes everything 20 seconds later', async () => {
    const { voter, isAsked } = await left();
    clock.pass(88);
    expect(await isAsked()).to.equal(false);
    clock.pass(3);
    await voter.see('dialog[part~=idle][open]');
    await voter.read('Nog 19 seconden.');
    expect(voter.all('.card.chosen')).to.have.length(1);
    clock.pass(19);
    await voter.read('Je koos nog niets');
    expect(voter.all('.card.chosen')).to.deep.equal([]);
    expect(focused()?.matches('h3.screen-title')).to.equal(true);
    expect(voter.all('buurt-vote-idle')).to.deep.equal([]);
    expect(clock.running).to.equal(0);
  });

  it('goes on where it was when somebody says that he is there, as often as he likes', async () => {
    const { voter, isAsked } = await left();
    for (let time = 0; time < 12; time++) {
      clock.pass(100);
      await voter.see('dialog[part~=idle][open]');
      await voter.press('Ik ben er nog');
      await until('quiet screen', () => voter.all('dialog[part~=idle]').length === 0);
    }
    clock.pass(80);
    expect(await isAsked()).to.equal(false);
    expect(voter.all('.card.chosen')).to.have.length(1);
  });

  it('counts anew from each touch, and does not take a touch for an answer', async () => {
    const { voter, isAsked } = await left();
    clock.pass(80);
    touch();
    clock.pass(80);
    expect(await isAsked()).to.equal(false);
    clock.pass(12);
    touch();
    await voter.see('dialog[part~=idle][open]');
    clock.pass(20);
    await voter.read('Je koos nog niets');
  });

  it('says the seconds aloud only twice, and shows all of them', async () => {
    const { voter } = await left();
    clock.pass(91);
    const dialog = await voter.see('dialog[part~=idle][open]');
    const aloud = () => dialog.querySelector('[role=status]')?.textContent?.trim();
    const said = [aloud()];
    for (let second = 0; second < 18; second++) {
      clock.pass(1);
      await (voter.all('buurt-vote-idle')[0] as any).updateComplete;
      if (said.at(-1) !== aloud()) said.push(aloud());
    }
    expect(said).to.deep.equal(['', 'Nog 10 seconden.', 'Nog 5 seconden.']);
    expect(dialog.querySelector('.left')?.textContent).to.equal('Nog 1 seconde.');
  });

  it('that slept longer is wiped before whoever wakes it sees anything', async () => {
    const { voter } = await left();
    clock.pass(600, { asleep: true });
    touch();
    await voter.read('Je koos nog niets');
  });

  it('does not break off a vote that is on its way', async () => {
    const { voter } = await opened({ ballots: silence }, { helper: true });
    await voter.castVote('Bankje op het plein');
    await voter.read('We versturen je stem');
    clock.pass(300);
    await voter.vote.updateComplete;
    expect(voter.state).to.equal('We versturen je stem');
  });

  it('asks nothing when there is nothing to wipe, nor where the page says 0, nor on a device of one’s own', async () => {
    const { voter } = await opened({}, { helper: true });
    await voter.button('Controleer je keuze');
    expect(voter.all('buurt-vote-idle')).to.deep.equal([]);
    voter.vote.idleSeconds = 0;
    await voter.add('Bankje op het plein');
    await voter.read('Je koos 1 plan');
    expect(clock.running).to.equal(0);
    const { voter: atHome } = await opened();
    await atHome.add('Bankje op het plein');
    await atHome.read('Je koos 1 plan');
    expect(clock.running).to.equal(0);
  });
});
