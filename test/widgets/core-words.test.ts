import { expect, fixtureSync, html } from '@open-wc/testing';
import { ApiError, type ApiErrorKind } from '@buurt/core/http/api-error.js';
import { errorSummary } from '@buurt/core/forms/error-summary.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime, money, relative, shortDate } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { newKey } from '@buurt/core/storage/key.js';
import { render } from 'lit';
import { nl } from '../../packages/core/src/messages/core.messages.js';
import { en } from '../../packages/core/src/messages/core.messages.en.js';

const nbsp = '\u00a0';

describe('Amounts and moments', () => {
  it('are written as the Dutch do', () => {
    expect(money(125_000, 'nl')).to.equal(`€${nbsp}1.250`);
    expect(money(12_50, 'nl')).to.equal(`€${nbsp}12,50`);
    expect(shortDate('2026-12-07T09:00:00+01:00', 'nl')).to.equal('7 december 2026');
    expect(relative('2026-12-01T12:00:00Z', 'nl', Date.parse('2026-12-22T12:00:00Z'))).to.equal(
      '3 weken geleden',
    );
    expect(relative('2026-12-22T12:00:20Z', 'nl', Date.parse('2026-12-22T12:00:00Z'))).to.equal('nu');
  });

  it('are written as the English do', () => {
    expect(money(125_000, 'en')).to.equal('€1,250');
    expect(shortDate('2026-12-07T09:00:00+01:00', 'en')).to.equal('7 December 2026');
  });

  it('are Dutch time wherever the device is', () => {
    expect(shortDate('2026-12-31T23:30:00Z', 'nl')).to.equal('1 januari 2027');
    expect(clockTime(new Date('2026-07-01T10:05:00Z'), 'nl'))
      .to.contain('12:05')
      .and.to.contain('1 juli');
    expect(clockTime(new Date(), 'nl')).to.match(/^\d\d:\d\d$/);
  });
});

describe('A failure', () => {
  const kinds = Object.keys(nl.failures).filter((kind) => kind !== 'later') as ApiErrorKind[];

  for (const [language, texts] of [
    ['nl', nl],
    ['en', en],
  ] as const)
    it(`of every kind has its own short sentences (${language})`, () => {
      const said = kinds.map((kind) => failureText(new ApiError(kind), texts, language));
      expect(new Set(said).size).to.equal(kinds.length);
      for (const sentence of said.join(' ').split(/[.!?]\s/))
        expect(sentence.split(' ').length).to.be.at.most(15);
    });

  it('with a time says when to come back', () => {
    const retryAt = new Date(Date.now() + 10 * 60_000);
    const said = failureText(new ApiError('later', { retryAt }), nl);
    expect(said).to.contain(clockTime(retryAt, 'nl'));
  });

  it('that nobody foresaw has a sentence too', () => {
    expect(failureText(new TypeError('x is undefined'), nl)).to.equal(nl.failures.server);
  });
});

describe('A key for one intent', () => {
  const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

  it('is a UUID that does not come twice, also on a plain http page', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    const keys = Array.from({ length: 1000 }, newKey);
    Reflect.deleteProperty(crypto, 'randomUUID');
    expect(new Set(keys).size).to.equal(1000);
    expect(keys.every((key) => uuid.test(key))).to.equal(true);
  });
});

describe('A heading', () => {
  for (const [level, tag] of [
    [1, 'H1'],
    [2, 'H2'],
    [3, 'H3'],
    [4, 'H4'],
    [5, 'H5'],
    [6, 'H6'],
    [0, 'H1'],
    [9, 'H6'],
    [NaN, 'H2'],
  ] as const)
    it(`of level ${level} is <${tag.toLowerCase()}>`, async () => {
      const box = fixtureSync(html`<div>${heading(level, 'Dag')}</div>`);
      expect(box.firstElementChild!.tagName).to.equal(tag);
    });
});

describe('A summary of what is wrong', () => {
  async function summary() {
    const host = fixtureSync(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    render(
      html`${errorSummary({
          title: 'Er zijn nog 2 dingen',
          entries: [
            { id: 'title', text: 'Geef je idee een titel' },
            { id: '', text: '<b>Iets anders</b>' },
          ],
        })}<input id="title" aria-label="Titel" />`,
      root,
    );
    return root;
  }

  it('is a named region that can take focus, with a link to each field', async () => {
    const root = await summary();
    const region = root.querySelector<HTMLElement>('.error-summary')!;
    region.focus();
    expect(root.activeElement).to.equal(region);
    root.querySelector('a')!.click();
    expect(root.activeElement!.id).to.equal('title');
    expect(location.hash).to.equal('');
  });

  it('shows what belongs to no field, as text', async () => {
    const root = await summary();
    expect(root.querySelectorAll('li')[1]!.textContent).to.contain('<b>Iets anders</b>');
    expect(root.querySelector('b')).to.equal(null);
  });

  it('can be read by everybody', async () => {
    const root = await summary();
    await expect(root.host).to.be.accessible();
  });
});
