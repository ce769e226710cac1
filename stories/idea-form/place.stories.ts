import { html, type TemplateResult } from 'lit';
import { BuurtApi } from '@buurt/core/http/api.js';
import '../../packages/idea-form/src/place/buurt-place-picker.js';
import type { PlacePicker } from '../../packages/idea-form/src/place/place-picker.js';
import { addressEndpoint, storyAddresses } from '../../test/support/address-service.js';
import {
  offline,
  problem,
  silence,
  storyBuurt,
  storyConnection,
  storyEndpoint,
} from '../../test/support/endpoint.js';
import { everywhere, until } from '../../test/support/resident.js';
import { staged, type Story } from '../../test/support/stage.js';

export default { title: 'Idea form/Place' };

const inside = { lat: 52.3718, lon: 4.8925 };
const outside = { lat: 52.3728, lon: 4.8972 };

type Given = Partial<
  Pick<PlacePicker, 'value' | 'addressFetch' | 'addressEndpoint' | 'locale' | 'problem' | 'api'>
>;

const answering = (fetch: typeof globalThis.fetch) => new BuurtApi({ endpoint: storyEndpoint, fetch });

const picker = ({ api = answering(storyConnection().fetch), ...given }: Given = {}): TemplateResult =>
  staged(
    html`<buurt-place-picker
      .api=${api}
      .buurtCode=${storyBuurt}
      .value=${given.value}
      .addressEndpoint=${given.addressEndpoint ?? ''}
      .addressFetch=${given.addressFetch ?? storyAddresses().fetch}
      .locale=${given.locale ?? 'nl'}
      .problem=${given.problem}
    ></buurt-place-picker>`,
  );

const searching =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const field = await until('search field', () => everywhere(canvasElement, '#words')[0]);
    (field as HTMLInputElement).value = words;
    const form = field.closest('form');
    form?.requestSubmit();
    const said = await until('answer', () => everywhere(canvasElement, '#status')[0]);
    await until('an answer in words', () => said.textContent && !said.textContent.includes('…'));
  };

export const Empty: Story = { render: () => picker() };

export const WithAddressSearch: Story = { render: () => picker({ addressEndpoint }) };

export const Inside: Story = { render: () => picker({ value: inside }) };

export const Outside: Story = { render: () => picker({ value: outside }) };

export const ByAddress: Story = {
  render: () =>
    picker({ addressEndpoint, value: { ...inside, address: 'Rozenplein 3, 1234AB Voorbeeldstad' } }),
};

export const NotBoundToOnePlace: Story = { render: () => picker({ value: null }) };

export const AddressesFound: Story = {
  render: () => picker({ addressEndpoint }),
  play: searching('Rozenplein'),
};

export const FoundElsewhere: Story = {
  render: () => picker({ addressEndpoint }),
  play: searching('Verreweg'),
};

export const NothingFound: Story = {
  render: () => picker({ addressEndpoint }),
  play: searching('Nergenslaan 1'),
};

export const SearchFails: Story = {
  render: () =>
    picker({ addressEndpoint, addressFetch: storyAddresses(() => Response.json({}, { status: 400 })).fetch }),
  play: searching('Rozenplein'),
};

export const SearchWronglySetUp: Story = { render: () => picker({ addressEndpoint: 'ftp://adressen' }) };

export const MapIsComing: Story = {
  render: () =>
    picker({ api: answering((input, init) => Promise.resolve(silence(new Request(input, init)))) }),
};

export const MapDoesNotLoad: Story = {
  render: () =>
    picker({
      addressEndpoint,
      api: answering((input) => Promise.resolve(problem(404, 'Not Found')(new Request(input)))),
    }),
};

export const Offline: Story = {
  render: () => picker({ api: answering((input) => Promise.resolve(offline(new Request(input)))) }),
};

export const WithAProblem: Story = { render: () => picker({ problem: 'Maak een keuze bij: De plek' }) };

export const English: Story = { render: () => picker({ addressEndpoint, value: inside, locale: 'en' }) };

export const EnglishOutside: Story = { render: () => picker({ value: outside, locale: 'en' }) };

export const HostileAddress: Story = {
  render: () =>
    picker({
      addressEndpoint,
      value: { ...inside, address: '<img src=x onerror=alert(1)>\u202Egnirts ' + 'lang'.repeat(40) },
    }),
};
