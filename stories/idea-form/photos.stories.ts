import { html, type TemplateResult } from 'lit';
import '../../packages/idea-form/src/photos/buurt-photo-picker.js';
import type { DraftPhoto } from '../../packages/idea-form/src/photos/draft-photo.js';
import type { PhotoPicker } from '../../packages/idea-form/src/photos/photo-picker.js';
import { picture } from '../../test/support/endpoint.js';
import { chooseFiles, everywhere, until } from '../../test/support/resident.js';
import { staged, type Story } from '../../test/support/stage.js';

export default { title: 'Idea form/Photos' };

const photo = (nth: number, rest: Partial<DraftPhoto> = {}): DraftPhoto => ({
  id: `story-${String(nth)}`,
  name: `IMG_${String(2040 + nth)}.jpg`,
  alt: '',
  uploaded: { id: `p-${String(nth)}`, alt: '', sources: [{ url: picture, width: 320, height: 240 }] },
  ...rest,
});

type Given = Partial<Pick<PhotoPicker, 'value' | 'most' | 'locale' | 'problem'>>;

const picker = ({ value = [], most = 5, locale = 'nl', problem }: Given = {}): TemplateResult =>
  staged(
    html`<buurt-photo-picker
      .storageMode=${'off'}
      .value=${value}
      .most=${most}
      .locale=${locale}
      .problem=${problem}
    ></buurt-photo-picker>`,
  );

const choosing =
  (...files: readonly File[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await until('field', () => everywhere(canvasElement, 'input[type=file]')[0]);
    chooseFiles(canvasElement, files);
    await until('words about each', () => everywhere(canvasElement, '.troubles li').length === files.length);
  };

export const Empty: Story = { render: () => picker() };

export const Two: Story = {
  render: () => picker({ value: [photo(1, { alt: 'Een bank onder een boom op een grasveld' }), photo(2)] }),
};

export const Full: Story = { render: () => picker({ value: [1, 2, 3].map((nth) => photo(nth)), most: 3 }) };

export const One: Story = { render: () => picker({ most: 1 }) };

export const Refused: Story = {
  render: () => picker({ value: [photo(1), photo(2, { failed: 'De server kan deze foto niet lezen.' })] }),
};

export const NotKept: Story = {
  render: () => picker({ value: [{ id: 'story-lost', name: 'IMG_2041.jpg', alt: 'Een plein' }] }),
};

export const NoPhotos: Story = {
  render: () => picker(),
  play: choosing(
    new File([], 'leeg.jpg', { type: 'image/jpeg' }),
    new File(['Geachte buren'], 'brief.txt', { type: 'text/plain' }),
    new File(['....ftypheic....'], 'IMG_0001.HEIC', { type: 'image/heic' }),
    new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'half.jpg', { type: 'image/jpeg' }),
  ),
};

export const WithAProblem: Story = { render: () => picker({ problem: 'Maak een keuze bij: Foto’s' }) };

export const English: Story = { render: () => picker({ value: [photo(1)], locale: 'en' }) };

export const HostileNames: Story = {
  render: () =>
    picker({
      value: [
        photo(1, { name: '<img src=x onerror=alert(1)>.jpg', alt: '"><script>alert(1)</script>' }),
        photo(2, { name: `\u202Egnp.${'lang'.repeat(60)}.jpg` }),
      ],
    }),
};
