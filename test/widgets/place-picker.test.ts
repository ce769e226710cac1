import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BuurtApi } from '@buurt/core/http/api.js';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { ideaProblems } from '@buurt/domain/ideas/idea.js';
import { metresBetween, type NamedPlace, type Place } from '@buurt/domain/geo/place.js';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import { html } from 'lit';
import '../../packages/idea-form/src/place/buurt-place-picker.js';
import type { PlaceChange, PlacePicker } from '../../packages/idea-form/src/place/place-picker.js';
import { storyBuurt, storyConnection, storyEndpoint } from '../support/endpoint.js';
import { rozenbuurtBorder } from '../support/rozenbuurt.js';
import * as stories from '../../stories/idea-form/place.stories.js';
import type { Story } from '../support/stage.js';
import { waitUntil } from './patience.js';

const inside: Place = { lat: 52.3718, lon: 4.8925 };
const outside: Place = { lat: 52.3728, lon: 4.8972 };

/** A place picker as a resident has it, and what it told the form. */
async function picker(given: Partial<PlacePicker> = {}) {
  const told: PlaceChange[] = [];
  const element = await fixture<PlacePicker>(
    html`<buurt-place-picker
      @buurt-place-change=${({ detail }: CustomEvent<PlaceChange>) => told.push(detail)}
    ></buurt-place-picker>`,
  );
  const api = new BuurtApi({ endpoint: storyEndpoint, fetch: storyConnection().fetch });
  Object.assign(element, { api, buurtCode: storyBuurt, ...given });
  await element.updateComplete;
  return { element, told };
}

const within = (element: PlacePicker, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const words = (element: PlacePicker) =>
  within(element, '.chosen output')!.textContent!.replace(/\s+/g, ' ').trim();

async function mapOf(element: PlacePicker) {
  await waitUntil(() => within(element, 'buurt-place-map')?.shadowRoot?.querySelector('.map'), 'no map');
  const root = within(element, 'buurt-place-map')!.shadowRoot!;
  return {
    map: root.querySelector<HTMLButtonElement>('.map button')!,
    picture: root.querySelector<SVGSVGElement>('.map svg')!,
    pin: () => root.querySelector('.pin'),
    nudge: (name: string) => root.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)!,
  };
}

/** A tap on the picture: so far from its left and its top, from 0 to 1. */
function tap(picture: SVGSVGElement, right: number, down: number): void {
  const { left, top, width, height } = picture.getBoundingClientRect();
  picture.parentElement!.querySelector('button')!.dispatchEvent(
    new MouseEvent('click', {
      bubbles: true,
      composed: true,
      detail: 1,
      clientX: left + width * right,
      clientY: top + height * down,
    }),
  );
}

const east = (from: NamedPlace | null | undefined, to: NamedPlace | null | undefined) => to!.lon - from!.lon;
const north = (from: NamedPlace | null | undefined, to: NamedPlace | null | undefined) => to!.lat - from!.lat;

describe('a resident who points at the map', () => {
  it('puts the pin where he taps and hears where that is', async () => {
    const { element, told } = await picker();
    const { picture, pin } = await mapOf(element);
    expect(pin() === null).to.equal(true);
    tap(picture, 0.5, 0.5);
    await element.updateComplete;
    expect(told).to.have.lengthOf(1);
    expect(told[0]!.outside).to.equal(false);
    expect(metresBetween(told[0]!.place!, { lat: 52.37065, lon: 4.89055 })).to.be.below(5);
    await waitUntil(() => words(element) === 'Gekozen plek: Bij het Rozenplein. Midden in de buurt');
    await waitUntil(pin);
    const point = pin()!.getBoundingClientRect();
    const around = picture.getBoundingClientRect();
    expect(point.left + point.width / 2).to.be.closeTo(around.left + around.width / 2, 2);
    expect(point.bottom).to.be.closeTo(around.top + around.height / 2, 4);
  });

  it('is told at once that a place lies outside, how to mend it, and keeps the place', async () => {
    const { element, told } = await picker();
    const { picture } = await mapOf(element);
    tap(picture, 0.98, 0.1);
    await element.updateComplete;
    expect(told[0]!.outside).to.equal(true);
    expect(element.value).to.deep.equal(told[0]!.place);
    expect(words(element)).to.match(
      /ligt buiten de buurt: \d+ meter over de grens, aan de noordoostkant\. Kies een/,
    );
    expect(within(element, '.chosen')!.className).to.contain('warning');
  });

  it('may choose a place on the border or a few metres beside it, as the server takes it', async () => {
    const border = borderFrom(rozenbuurtBorder);
    const [lon, lat] = border.coordinates[0]![0]!.reduce((most, each) => (each[1] > most[1] ? each : most));
    for (const [metres, isTaken] of [
      [0, true],
      [5, true],
      [30, false],
    ] as const) {
      const value = { lat: lat + metres / 111_195, lon };
      const { element, told } = await picker({ value });
      await mapOf(element);
      expect(told.map(({ outside }) => outside)).to.deep.equal(isTaken ? [] : [true]);
      expect(within(element, '.chosen')!.className).to.contain(isTaken ? 'ok' : 'warning');
      if (metres === 5)
        expect(words(element)).to.match(/^Gekozen plek: Op de rand van de buurt, aan de \w+kant$/);
      if (!isTaken) expect(words(element)).to.contain('ligt buiten de buurt');
      const idea = { title: '', story: '', consent: true, place: value };
      const problems = ideaProblems(defaultIdeaSettings, idea, border);
      expect(problems.some(({ code }) => code === 'outside-buurt')).to.equal(!isTaken);
    }
  });

  it('recognises the buurt by its streets, and hears the nearest one', async () => {
    const { element } = await picker({ value: inside });
    const { picture } = await mapOf(element);
    await waitUntil(() => picture.querySelectorAll('.street').length === 9, 'no streets');
    const names = [...picture.querySelectorAll('.land text')].map(({ textContent }) => textContent);
    expect(names).to.include.members(['Rozenstraat', 'Lindelaan']);
    await waitUntil(() => words(element).startsWith('Gekozen plek: Bij het Kerkpad. In het '));
    element.locale = 'en';
    await waitUntil(() => words(element).startsWith('Chosen place: Near Kerkpad. In the '));
  });

  it('keeps the outline and the words without a street where no streets come', async () => {
    const { fetch } = storyConnection();
    const api = new BuurtApi({
      endpoint: storyEndpoint,
      fetch: (input, init) =>
        new Request(input, init).url.includes('/surroundings')
          ? Promise.resolve(new Response('', { status: 404 }))
          : fetch(input, init),
    });
    const { element } = await picker({ api, value: inside });
    const { picture, pin } = await mapOf(element);
    await waitUntil(pin);
    expect(picture.querySelector('.buurt') !== null).to.equal(true);
    expect(picture.querySelector('.street') === null).to.equal(true);
    expect(words(element)).to.match(/^Gekozen plek: In het /);
    expect(within(element, '.failed') === null).to.equal(true);
  });

  it('can take the place away, and stands where he can choose again', async () => {
    const { element, told } = await picker({ value: inside });
    await mapOf(element);
    within(element, '.chosen button')!.click();
    await element.updateComplete;
    expect(told).to.deep.equal([{ place: undefined, outside: false }]);
    expect(words(element)).to.equal('De plek is weg.');
    expect(element.shadowRoot!.activeElement === within(element, '.here')).to.equal(true);
  });

  it('moves the pin with buttons, for a finger or a voice', async () => {
    const { element, told } = await picker({ value: inside });
    const { nudge } = await mapOf(element);
    for (const name of ['noorden', 'oosten', 'zuiden', 'westen']) {
      nudge(`Naar het ${name}`).click();
      await element.updateComplete;
    }
    expect(north(inside, told[0]!.place)).to.be.above(0);
    expect(east(told[0]!.place, told[1]!.place)).to.be.above(0);
    expect(metresBetween(inside, told[3]!.place!)).to.be.below(1);
  });
});

describe('a resident who has only keys', () => {
  it('starts in the middle, goes by small and big steps, and confirms with Enter', async () => {
    const { element, told } = await picker();
    const { map } = await mapOf(element);
    map.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(told[0]!.place).to.deep.equal({ lat: 52.37065, lon: 4.89055 });
    await element.updateComplete;
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    const step = metresBetween(told[0]!.place!, told[1]!.place!);
    expect(step).to.be.within(5, 40);
    expect(east(told[0]!.place, told[1]!.place)).to.be.above(0);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Shift' });
    await element.updateComplete;
    expect(metresBetween(told[1]!.place!, told[2]!.place!)).to.be.closeTo(step * 5, 1);
    expect(north(told[1]!.place, told[2]!.place)).to.be.above(0);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.matches('.chosen'));
    expect(told).to.have.lengthOf(3);
  });

  it('finds the east on the right on a page that reads from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { element, told } = await picker({ value: inside });
    const { map, picture } = await mapOf(element);
    map.focus();
    await sendKeys({ press: 'ArrowRight' });
    tap(picture, 0.9, 0.5);
    document.documentElement.dir = '';
    expect(east(inside, told[0]!.place)).to.be.above(0);
    expect(east(inside, told[1]!.place)).to.be.above(0);
  });

  it('keeps his own shortcuts', async () => {
    const { element, told } = await picker({ value: inside });
    const { map } = await mapOf(element);
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowLeft',
      altKey: true,
      cancelable: true,
      bubbles: true,
    });
    map.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(told).to.deep.equal([]);
  });

  it('lands on the first way when the form sends him here', async () => {
    const { element } = await picker();
    element.focusField();
    expect(element.shadowRoot!.activeElement === within(element, '.here')).to.equal(true);
    const searching = await picker({ addressEndpoint: 'https://adressen.example' });
    await waitUntil(() =>
      within(searching.element, 'buurt-address-search')?.shadowRoot?.querySelector('input'),
    );
    searching.element.focusField();
    expect(
      searching.element.shadowRoot!.activeElement === within(searching.element, 'buurt-address-search'),
    ).to.equal(true);
  });
});

describe('an idea that is not bound to one place', () => {
  it('says so, and takes the pin away', async () => {
    const { element, told } = await picker({ value: inside });
    const { pin } = await mapOf(element);
    within(element, 'input[type=checkbox]')!.click();
    await element.updateComplete;
    expect(told).to.deep.equal([{ place: null, outside: false }]);
    await waitUntil(() => !pin());
    within(element, 'input[type=checkbox]')!.click();
    expect(told[1]!.place).to.equal(undefined);
  });

  it('is bound again by a place', async () => {
    const { element } = await picker({ value: null });
    const { picture } = await mapOf(element);
    tap(picture, 0.5, 0.5);
    await element.updateComplete;
    expect((within(element, 'input[type=checkbox]') as HTMLInputElement).checked).to.equal(false);
  });
});

describe('a map that does not come', () => {
  it('leaves the other ways, says so, and comes when it is asked again', async () => {
    const { fetch } = storyConnection();
    let up = false;
    const api = new BuurtApi({
      endpoint: storyEndpoint,
      fetch: (...call) => (up ? fetch(...call) : Promise.resolve(new Response('', { status: 404 }))),
    });
    const { element } = await picker({ api, addressEndpoint: 'https://adressen.example' });
    await waitUntil(() => within(element, '.failed'));
    expect(within(element, '.failed p')!.textContent).to.contain('De kaart laadt niet');
    await waitUntil(() => within(element, 'buurt-address-search'));
    for (const way of ['buurt-address-search', '.here', 'input[type=checkbox]'])
      expect(within(element, way) !== null, way).to.equal(true);
    up = true;
    within(element, '.failed button')!.click();
    await mapOf(element);
    expect(within(element, '.failed') === null).to.equal(true);
  });

  it('does not hold a restored place against its resident until the border is there', async () => {
    const { fetch } = storyConnection();
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const api = new BuurtApi({
      endpoint: storyEndpoint,
      fetch: (...call) => gate.then(() => fetch(...call)),
    });
    const { element, told } = await picker({ api, value: outside });
    expect(words(element)).to.equal('Gekozen plek: Een plek op de kaart');
    expect(told).to.deep.equal([]);
    const change = oneEvent(element, 'buurt-place-change');
    open();
    await change;
    expect(told).to.deep.equal([{ place: outside, outside: true }]);
    await waitUntil(() => words(element).includes('buiten de buurt'));
  });

  it('comes after all when the element is put back on the page', async () => {
    const { element } = await picker();
    const { parentElement } = element;
    element.remove();
    parentElement!.append(element);
    await mapOf(element);
  });
});

describe('every state of the place picker', () => {
  for (const [name, story] of Object.entries(stories).filter(([key]) => key !== 'default')) {
    const { render, play } = story as Story;
    it(`can be used by everybody: ${name}`, async () => {
      const stage = await fixture<HTMLElement>(render());
      await play?.({ canvasElement: stage });
      const element = stage.querySelector('buurt-place-picker')!;
      await element.updateComplete;
      if (!/Coming|Offline|Load/.test(name)) await mapOf(element);
      await expect(stage).to.be.accessible();
    });
  }

  it('speaks English when the form does', async () => {
    const stage = await fixture<HTMLElement>(stories.EnglishOutside.render());
    const element = stage.querySelector('buurt-place-picker')!;
    await mapOf(element);
    expect(words(element)).to.match(
      /^Chosen place: This is outside the neighbourhood: 100 metres over the border/,
    );
  });

  it('says what the page wants it to say', async () => {
    const ownTexts = [
      { place: { nowhere: 'Overal' } },
      { place: { here: { button: 'Hier' } }, photos: null, x: 1 },
    ];
    const { element } = await picker({ ownTexts });
    expect(within(element, '.choice')!.textContent!.trim()).to.equal('Overal');
    expect(within(element, '.here')!.textContent!.trim()).to.equal('Hier');
  });

  it('shows hostile text as text, and writes no style into the page', async () => {
    const stage = await fixture<HTMLElement>(stories.HostileAddress.render());
    const element = stage.querySelector('buurt-place-picker')!;
    await mapOf(element);
    expect(words(element)).to.contain('<img src=x onerror=alert(1)>');
    const roots = [element, ...element.shadowRoot!.querySelectorAll('*')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    );
    expect(roots.flatMap((root) => [...root.querySelectorAll('[style], img')]).length).to.equal(0);
  });

  it('is defined once, also when its script comes twice', async () => {
    const again = new URL('../../packages/idea-form/src/place/buurt-place-picker.ts?again', import.meta.url)
      .href;
    const known = customElements.get('buurt-place-picker');
    await import(again);
    expect(customElements.get('buurt-place-picker')).to.equal(known);
  });
});
