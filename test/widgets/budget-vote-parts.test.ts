import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { encodeBallot, decodeBallot } from '../../packages/budget-vote/src/ballot/ballot-encoding.js';
import { shuffled } from '../../packages/budget-vote/src/proposals/proposal-order.js';
import { openRound, proposal, roundWith } from '../support/round.js';
import { goodCode } from '../support/vote-endpoint.js';
import { opened } from './budget-vote-stage.js';

const hash = (text: string) =>
  history.replaceState(null, '', `${location.pathname}${location.search}#${text}`);

describe('the order of the plans', () => {
  it('gives every plan every place about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 6000; seed++) {
      const order = shuffled(['a', 'b', 'c'], seed * 2654435761).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).to.deep.equal(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // 1000 each, give or take five standard deviations.
    for (const count of counts.values()) expect(count).to.be.within(850, 1150);
  });
});

describe('a plan without a photo', () => {
  it('takes no room for a drawing on a phone, and shows it where there is room', async () => {
    for (const [width, isDrawn] of [
      [320, false],
      [768, true],
    ] as const) {
      await setViewport({ width, height: 800 });
      const { voter } = await opened({ round: roundWith({ expression: 'approve' }) });
      await voter.read('Bankje op het plein');
      const pictures = voter.all('.card .picture');
      const drawn = pictures.filter((each) => !each.querySelector('img'));
      expect(drawn.length).to.be.within(1, pictures.length - 1);
      for (const each of pictures)
        if (isDrawn || !drawn.includes(each)) expect(each.offsetHeight).to.be.greaterThan(80);
        else expect(each.offsetHeight).to.be.within(1, 16);
    }
    await setViewport({ width: 800, height: 600 });
  });
});

describe('a choice in an address', () => {
  const strange = ['.', '~', '%', 'é~1.b', '../x', 'a&keuze=b', '__proto__', '#'];
  const round = { ...openRound, proposals: strange.map((id) => proposal(id, {})) };

  it('comes back as it was, whatever the plans are called', () => {
    const lines = strange.map((proposalId) => ({ proposalId }));
    expect(encodeBallot(lines)).to.match(/^[\w%.~!*'()-]+$/);
    expect(decodeBallot(encodeBallot(lines), round)).to.deep.equal(lines);
  });

  it('keeps points and ranks', () => {
    const points = strange.map((proposalId, index) => ({ proposalId, points: index - 2 }));
    const scored = { ...round, rules: { expression: 'score' } as const };
    expect(decodeBallot(encodeBallot(points), scored)).to.deep.equal(points);
    const ranked = { ...round, rules: { expression: 'rank' } as const };
    const ranks = strange.map((proposalId, index) => ({ proposalId, rank: strange.length - index }));
    expect(decodeBallot(encodeBallot(ranks), ranked)).to.deep.equal(ranks.toReversed());
  });

  for (const word of ['', '...', 'nobody', '%E0%A4%A', 'bank~5', 'bank.bank', 'fontein'])
    it(`brings nothing that cannot be on a ballot: “${word}”`, () => {
      const ids = decodeBallot(word, openRound).map(({ proposalId }) => proposalId);
      expect(ids).to.deep.equal(word === 'bank.bank' ? ['bank'] : []);
    });

  it('goes to another device without the code, and is ready there', async () => {
    const { voter } = await opened({ round: roundWith({ expression: 'approve' }) });
    await voter.add('Bankje op het plein', 'Licht op het Kerkpad');
    await voter.check();
    await voter.typeCode();
    await voter.press('Verder op een ander apparaat');
    const link = ((await voter.see('#link')) as HTMLInputElement).value;
    expect(link).to.contain('#keuze=bank.licht');
    expect(link.toUpperCase()).not.to.contain(goodCode.slice(0, 4));
    hash(new URL(link).hash.slice(1));
    const { voter: other } = await opened({ round: roundWith({ expression: 'approve' }) });
    await other.read('Je koos 2 plannen.');
    expect(location.hash).to.equal('');
  });
});
