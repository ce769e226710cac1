import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { storyBuurt } from '../support/endpoint.js';
import { listConnection } from '../support/initiative-endpoint.js';
import { Neighbour } from '../support/neighbour.js';
import { voteConnection } from '../support/vote-endpoint.js';
import { Voter } from '../support/voter.js';
import { registerIcons } from '../../packages/buurt/src/register-icons.js';

const drawing = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/%3E';
const placeholder = html`<img slot="placeholder" id="ours" src=${drawing} alt="" />`;

function onThePage(content: TemplateResult): HTMLElement {
  for (const old of document.querySelectorAll('main')) old.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  return page;
}
const list = (content: unknown = '') =>
  onThePage(
    html`<buurt-initiative-list buurt=${storyBuurt} history="off" .connection=${listConnection()}
      >${content}</buurt-initiative-list
    >`,
  );
const vote = (content: unknown = '') =>
  onThePage(
    html`<buurt-budget-vote round="ronde-1" buurt=${storyBuurt} .connection=${voteConnection()}
      >${content}</buurt-budget-vote
    >`,
  );

/** What each card shows: the photo, the page's own picture, or ours. */
const picturesIn = (cards: readonly Element[]) =>
  cards.map((card) => {
    const picture = card.querySelector('.picture')!;
    if (picture.querySelector('img:not(.placeholder)')) return 'photo';
    return picture.querySelector('.placeholder') ? 'own' : 'ours';
  });

describe('a picture of the page', () => {
  it('stands where an initiative has no photo, in the list and in its dialog', async () => {
    const neighbour = new Neighbour(list(placeholder));
    await neighbour.read('8 initiatieven');
    const pictures = picturesIn(neighbour.all('.card'));
    expect(pictures).to.include('photo').and.to.include('own').and.not.to.include('ours');
    const [copy] = neighbour.all('.card .placeholder') as HTMLImageElement[];
    expect(copy?.src).to.equal(drawing);
    expect([copy?.id, copy?.slot]).to.deep.equal(['', '']);
    await neighbour.press('Een bankje bij de bushalte');
    expect((await neighbour.see('dialog .placeholder')).localName).to.equal('img');
  });

  it('stands where a plan has no photo', async () => {
    const page = vote(placeholder);
    const voter = new Voter(page);
    await voter.read('Kies je plannen');
    expect(picturesIn(voter.all('.card')))
      .to.include('own')
      .and.not.to.include('ours');
  });

  it('is ours when the page has none', async () => {
    const neighbour = new Neighbour(list());
    await neighbour.read('8 initiatieven');
    expect(picturesIn(neighbour.all('.card')))
      .to.include('ours')
      .and.not.to.include('own');
  });
});

describe('icons of the page', () => {
  const registry = Symbol.for('buurt:icons');
  afterEach(() => Reflect.deleteProperty(globalThis, registry));

  it('take the place of ours in every widget, by name', async () => {
    registerIcons({ place: { path: 'M1 1h2' } });
    registerIcons({ heart: { path: 'M0 0h256v256z', viewBox: '0 0 256 256', filled: true } });
    const neighbour = new Neighbour(list());
    await neighbour.read('8 initiatieven');
    const heart = (await neighbour.see('[part~=support] .icon')) as unknown as SVGElement;
    expect(heart.getAttribute('viewBox')).to.equal('0 0 256 256');
    const path = heart.querySelector('path')!;
    expect(path.getAttribute('d')).to.equal('M0 0h256v256z');
    expect(getComputedStyle(path).stroke).to.equal('none');
    const others = neighbour.all('.card .place .icon path').map((each) => each.getAttribute('d'));
    expect(new Set(others)).to.deep.equal(new Set(['M1 1h2']));
    const voter = new Voter(vote());
    await voter.read('Kies je plannen');
    expect(voter.all('.card .note .icon path')[0]?.getAttribute('d')).to.equal('M1 1h2');
  });

  it('leave the others as they are', async () => {
    registerIcons({ heart: { path: 'M1 1h2' } });
    const neighbour = new Neighbour(list());
    await neighbour.read('8 initiatieven');
    expect(neighbour.all('.card .place .icon circle').length).to.be.above(0);
  });
});
