import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import { html } from 'lit';
import { placeFromPoint } from '../../packages/idea-form/src/place/addresses.js';
import '../../packages/idea-form/src/place/buurt-place-picker.js';
import type { PlaceChange, PlacePicker } from '../../packages/idea-form/src/place/place-picker.js';
import { addressEndpoint, storyAddresses, suggested } from '../support/address-service.js';
import { storyBuurt } from '../support/endpoint.js';
import { waitUntil } from './patience.js';

async function searchIn(element: PlacePicker): Promise<ShadowRoot> {
  const root = () => element.shadowRoot!.querySelector('buurt-address-search')?.shadowRoot;
  await waitUntil(() => root()?.childElementCount, 'no search');
  return root()!;
}

/** A place picker with a search, without a map: the address has to do it alone. */
async function search(respond: (url: URL) => Response | Promise<Response> = suggested) {
  const told: PlaceChange[] = [];
  const { asked, fetch } = storyAddresses(respond);
  const element = await fixture<PlacePicker>(
    html`<buurt-place-picker
      .buurtCode=${storyBuurt}
      .addressEndpoint=${addressEndpoint}
      .addressFetch=${fetch}
      @buurt-place-change=${({ detail }: CustomEvent<PlaceChange>) => told.push(detail)}
    ></buurt-place-picker>`,
  );
  const root = await searchIn(element);
  const said = () => root.querySelector('output')!.textContent;
  const results = () => [...root.querySelectorAll<HTMLButtonElement>('.result')];
  return {
    element,
    told,
    asked,
    said,
    results,
    type: async (words: string) => {
      root.querySelector('input')!.value = words;
      root.querySelector('input')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => said() && !said()!.includes('Even zoeken'), 'no answer');
    },
  };
}

const answer = (...docs: unknown[]) => Response.json({ response: { docs } });

describe('a resident who looks for an address', () => {
  it('is asked nothing and tells nobody anything before he searches', async () => {
    const { asked, results, said } = await search();
    expect([asked.length, results().length, said()]).to.deep.equal([0, 0, '']);
  });

  it('finds addresses in his buurt, in the way of the PDOK Locatieserver', async () => {
    const { type, asked, said, results } = await search();
    await type('rozenplein');
    expect(asked).to.have.lengthOf(1);
    expect(asked[0]!.origin + asked[0]!.pathname).to.equal(`${addressEndpoint}/suggest`);
    expect(asked[0]!.searchParams.get('q')).to.equal('rozenplein');
    expect(asked[0]!.searchParams.getAll('fq')).to.deep.equal([
      'type:(adres OR weg)',
      `buurtcode:${storyBuurt}`,
    ]);
    expect(said()).to.equal('3 adressen gevonden. Kies er een.');
    expect(results().map(({ textContent }) => textContent!.trim())).to.deep.equal([
      'Rozenplein 1, 1234AB Voorbeeldstad',
      'Rozenplein 3, 1234AB Voorbeeldstad',
      'Rozenplein 5, 1234AB Voorbeeldstad',
    ]);
  });

  it('chooses one, and stands at what he chose', async () => {
    const { type, results, told, element } = await search();
    await type('rozenplein 3');
    results()[0]!.click();
    await waitUntil(() => told.length > 0);
    const place = { lat: 52.3704, lon: 4.8905, address: 'Rozenplein 3, 1234AB Voorbeeldstad' };
    expect(told).to.deep.equal([{ place, outside: false }]);
    await waitUntil(() => results().length === 0);
    const chosen = element.shadowRoot!.querySelector('.chosen')!;
    await waitUntil(() => element.shadowRoot!.activeElement === chosen);
    expect(chosen.textContent!.replace(/\s+/g, ' ')).to.contain('Gekozen plek: Rozenplein 3');
  });

  it('is told when it is only found elsewhere', async () => {
    const { type, said, results, asked } = await search();
    await type('Verreweg');
    expect(asked).to.have.lengthOf(2);
    expect(said()).to.equal('Niet gevonden in deze buurt. Dit lijkt erop.');
    expect(results()).to.have.lengthOf(1);
  });

  it('is told when nothing is found, with his own words as text', async () => {
    const { type, said, results } = await search();
    await type('<b>Nergenslaan</b>');
    expect(said()).to.contain('Niets gevonden voor “<b>Nergenslaan</b>”');
    expect(results()).to.have.lengthOf(0);
  });

  it('is told when he wrote nothing, and nothing is asked', async () => {
    const { type, said, asked } = await search();
    await type('   ');
    expect(said()).to.equal('Schrijf eerst een straat of adres.');
    expect(asked).to.have.lengthOf(0);
  });

  it('is told that searching fails, and can search again', async () => {
    let up = false;
    const { type, said, results } = await search((url) =>
      up ? suggested(url) : new Response('<html>', { status: 400 }),
    );
    await type('Rozenplein');
    expect(said()).to.contain('Zoeken lukt nu niet');
    up = true;
    await type('Rozenplein');
    expect(results()).to.have.lengthOf(3);
  });

  it('has the place looked up where a service does not tell it at once', async () => {
    const { type, results, told, asked } = await search(({ pathname }) =>
      pathname.endsWith('/lookup')
        ? answer({ id: 'a', weergavenaam: 'Dam 1', centroide_ll: 'POINT(4.8926 52.3731)' })
        : answer({ id: 'a', weergavenaam: 'Dam 1', type: 'adres', score: 9 }),
    );
    await type('Dam');
    results()[0]!.click();
    await waitUntil(() => told.length > 0);
    expect(asked.at(-1)!.pathname).to.equal('/v3_1/lookup');
    expect(asked.at(-1)!.searchParams.get('id')).to.equal('a');
    expect(told[0]!.place).to.deep.equal({ lat: 52.3731, lon: 4.8926, address: 'Dam 1' });
  });

  it('is told when an address has no place, and can choose another', async () => {
    const { type, results, said, told } = await search();
    await type('Kwijtsteeg');
    results()[0]!.click();
    await waitUntil(() => said()!.includes('We weten niet waar “Kwijtsteeg, Voorbeeldstad” ligt'));
    expect(results()).to.have.lengthOf(1);
    expect(told).to.deep.equal([]);
  });

  it('sees what can be read of an answer of the wrong shape', async () => {
    const { type, results } = await search(() =>
      answer(null, { id: 1 }, 'x', { id: 'a', weergavenaam: 'x'.repeat(5000), centroide_ll: 'POINT(0 0)' }),
    );
    await type('Dam');
    expect(results().map(({ textContent }) => textContent!.trim().length)).to.deep.equal([200]);
  });

  for (const [what, body] of [
    ['an empty answer', ''],
    ['no JSON', '<html></html>'],
    ['null', 'null'],
    ['no list', '{"response":{"docs":{}}}'],
  ] as const)
    it(`is told that searching fails after ${what}`, async () => {
      const { type, said } = await search(() => new Response(body));
      await type('Dam');
      expect(said()).to.contain('Zoeken lukt nu niet');
    });
});

describe('a webmaster who names a wrong address service', () => {
  it('reads what to mend', async () => {
    const element = await fixture<PlacePicker>(
      html`<buurt-place-picker .addressEndpoint=${'ftp://adressen'}></buurt-place-picker>`,
    );
    const root = await searchIn(element);
    expect(root.textContent).to.contain('“ftp://adressen” is geen webadres. Verbeter address-endpoint.');
  });
});

describe('a place in well-known text', () => {
  it('has the longitude first', () => {
    expect(placeFromPoint('POINT(4.8926 52.3731)')).to.deep.equal({ lat: 52.3731, lon: 4.8926 });
    expect(placeFromPoint(' point ( -4.5   -52 ) ')).to.deep.equal({ lat: -52, lon: -4.5 });
  });

  it('is none for anything else', () => {
    for (const text of ['', 'POINT(4)', 'POINT(4.8 95)', 'POINT(181 5)', 'POINT(. .)', 'LINESTRING(4 52)'])
      expect(placeFromPoint(text), text).to.equal(undefined);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(placeFromPoint(`POINT(${text}`) === undefined || /^[-\d. ]+\)\s*$/.test(text)).to.equal(true);
      }),
    );
  });
});
