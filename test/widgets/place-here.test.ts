import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../packages/idea-form/src/place/buurt-place-picker.js';
import type { PlaceChange, PlacePicker } from '../../packages/idea-form/src/place/place-picker.js';
import { waitUntil } from './patience.js';

type Locate = Geolocation['getCurrentPosition'];

const at =
  (latitude: number, longitude: number, accuracy: number): Locate =>
  (found) =>
    found({ coords: { latitude, longitude, accuracy } } as GeolocationPosition);
const refusing =
  (code: number): Locate =>
  (_, refused) =>
    refused?.({ code } as GeolocationPositionError);

/** A picker on a device that answers like this when it is asked where it is. */
async function on(getCurrentPosition: Locate | undefined) {
  const questions: (PositionOptions | undefined)[] = [];
  const geolocation = getCurrentPosition && {
    getCurrentPosition: (...call: Parameters<Locate>) => {
      questions.push(call[2]);
      getCurrentPosition(...call);
    },
  };
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
  const told: PlaceChange[] = [];
  const element = await fixture<PlacePicker>(
    html`<buurt-place-picker
      @buurt-place-change=${({ detail }: CustomEvent<PlaceChange>) => told.push(detail)}
    ></buurt-place-picker>`,
  );
  const button = element.shadowRoot!.querySelector<HTMLButtonElement>('.here')!;
  const said = () => element.shadowRoot!.querySelector('.locating output')!.textContent;
  return { element, told, button, said, questions };
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'geolocation');
});

describe('a resident who uses his location', () => {
  it('is not asked for it before he presses the button', async () => {
    const { questions } = await on(at(52.37, 4.89, 10));
    expect(questions).to.have.lengthOf(0);
  });

  it('gets it as the place, and waits no longer than a quarter of a minute', async () => {
    const { button, told, element, questions } = await on(at(52.3718123456, 4.8925, 10));
    button.click();
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal([{ place: { lat: 52.371812, lon: 4.8925 }, outside: false }]);
    expect(questions[0]!.timeout).to.be.within(1000, 15_000);
    await waitUntil(() => element.shadowRoot!.activeElement?.matches('.chosen'));
  });

  it('hears that it is rough', async () => {
    const { button, said, told } = await on(at(52.37, 4.89, 1480));
    button.click();
    await waitUntil(() => told.length > 0 && said());
    expect(said()).to.contain('Je bent ongeveer hier, het kan 1,5 kilometer schelen.');
  });

  for (const [what, locate, words] of [
    ['he refuses', refusing(1), 'Je locatie staat uit. Geen probleem'],
    ['the device does not know', refusing(2), 'We kunnen niet zien waar je bent.'],
    ['it takes too long', refusing(3), 'Het duurt te lang'],
    ['the browser has no location', undefined, 'We kunnen niet zien waar je bent.'],
  ] as const)
    it(`hears it in plain words when ${what}, and can try again`, async () => {
      const { button, said, told, questions } = await on(locate);
      button.click();
      await waitUntil(() => said() && !said()!.includes('…'));
      expect(said()).to.contain(words);
      expect(told).to.deep.equal([]);
      button.click();
      expect(questions).to.have.lengthOf(locate ? 2 : 0);
    });

  it('asks once, however often he presses while the device thinks', async () => {
    const { button, questions, said } = await on(() => undefined);
    for (let press = 0; press < 5; press++) button.click();
    await waitUntil(() => said());
    expect(said()).to.equal('We zoeken waar je bent …');
    expect(questions).to.have.lengthOf(1);
  });

  it('is not followed when he has gone on', async () => {
    let answer = () => {};
    const { button, element, told } = await on((found) => {
      answer = () => at(52.37, 4.89, 5)(found);
    });
    button.click();
    element.remove();
    answer();
    await Promise.resolve();
    await element.updateComplete;
    expect(told).to.deep.equal([]);
  });
});
