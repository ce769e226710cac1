import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../packages/idea-form/src/photos/buurt-photo-picker.js';
import type { DraftPhoto } from '../../packages/idea-form/src/photos/draft-photo.js';
import { photoStorage } from '../../packages/idea-form/src/photos/photo-storage.js';
import type { PhotoPicker } from '../../packages/idea-form/src/photos/photo-picker.js';
import * as stories from '../../stories/idea-form/photos.stories.js';
import { chooseFiles } from '../support/resident.js';
import type { Story } from '../support/stage.js';
import { cameraPhoto, heic, pngOf, seen } from './pictures.js';
import { waitUntil } from './patience.js';

/** A photo picker as a resident has it, and what it told the form. */
async function picker(given: Partial<PhotoPicker> = {}) {
  const told: (readonly DraftPhoto[])[] = [];
  const element = await fixture<PhotoPicker>(
    html`<buurt-photo-picker
      .storageMode=${given.storageMode ?? 'off'}
      .value=${given.value ?? []}
      .most=${given.most ?? 5}
      .locale=${given.locale ?? 'nl'}
      @buurt-photos-change=${({ detail }: HTMLElementEventMap['buurt-photos-change']) => told.push(detail.photos)}
    ></buurt-photo-picker>`,
  );
  return { element, told };
}

const all = (element: PhotoPicker, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const words = (element: PhotoPicker, selector: string) =>
  all(element, selector).map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());
const choose = (element: PhotoPicker, ...files: File[]) => chooseFiles(element.shadowRoot!, files);
const ready = (element: PhotoPicker) =>
  waitUntil(() => words(element, 'output')[0]!.includes('gekozen'), 'never ready');

const named = async (name: string, size = { width: 200, height: 100 }) =>
  new File([await cameraPhoto(size)], name, { type: 'image/jpeg' });
const drafted = (id: string, rest: Partial<DraftPhoto> = {}): DraftPhoto => ({
  id,
  name: `${id}.jpg`,
  alt: '',
  ...rest,
});

describe('a resident who chooses photos', () => {
  it('sees each, small and upright in the store before anybody gets it', async () => {
    const { element, told } = await picker();
    choose(element, await named('plein.jpg', { width: 2400, height: 1200 }), await named('boom.jpg'));
    await ready(element);
    const photos = told.at(-1)!;
    expect(photos.map(({ name, alt }) => [name, alt])).to.deep.equal([
      ['plein.jpg', ''],
      ['boom.jpg', ''],
    ]);
    const kept = await Promise.all(photos.map(({ id }) => photoStorage('off').get(id)));
    const { width, height } = await seen(kept[0]!);
    expect([width, height]).to.deep.equal([1600, 800]);
    await waitUntil(() => all(element, 'img').length === 2);
    for (const image of all(element, 'img') as HTMLImageElement[]) {
      expect(image.src).to.match(/^blob:/);
      await waitUntil(() => image.naturalWidth > 0);
    }
    expect(words(element, 'output')).to.deep.equal(['2 van 5 foto’s gekozen.']);
  });

  it('gives each photo a key of its own, a UUID', async () => {
    const { element, told } = await picker();
    const file = await named('twee-keer.jpg');
    choose(element, file, file);
    await ready(element);
    const ids = told.at(-1)!.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(2);
    for (const id of ids)
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('sees which one is being made ready, and that the others wait: one at a time', async () => {
    const { element, told } = await picker();
    choose(element, await named('een.jpg'), await named('twee.jpg'), await named('drie.jpg'));
    await element.updateComplete;
    expect(all(element, 'progress')).to.have.lengthOf(1);
    expect(words(element, '.file')).to.deep.equal([
      '“een.jpg” wordt klaargemaakt …',
      '“twee.jpg” wacht even …',
      '“drie.jpg” wacht even …',
    ]);
    await ready(element);
    expect(told.map(({ length }) => length)).to.deep.equal([1, 2, 3]);
    expect(all(element, 'progress')).to.have.lengthOf(0);
  });

  it('reads of each file why it cannot come along, while the others do', async () => {
    const { element, told } = await picker({ most: 6 });
    choose(
      element,
      new File([], 'leeg.jpg', { type: 'image/jpeg' }),
      new File(['Geachte buren'], 'brief.txt', { type: 'text/plain' }),
      new File([heic], 'IMG_1.HEIC', { type: 'image/heic' }),
      new File([pngOf({ width: 30_000, height: 30_000 })], 'muur.png', { type: 'image/png' }),
      new File([(await cameraPhoto({ width: 300, height: 300 })).slice(0, 700)], 'half.jpg', {
        type: 'image/jpeg',
      }),
      await named('goed.jpg'),
    );
    await ready(element);
    expect(words(element, '.troubles li')).to.deep.equal([
      '“leeg.jpg” is leeg. Kies de foto opnieuw.',
      '“brief.txt” is geen foto. Kies een foto.',
      '“IMG_1.HEIC” is een HEIC-foto. Die kan deze browser niet lezen. Sla hem op als JPG.',
      '“muur.png” is te groot. Kies een kleinere foto.',
      '“half.jpg” is beschadigd. Kies hem opnieuw.',
    ]);
    expect(told.at(-1)!.map(({ name }) => name)).to.deep.equal(['goed.jpg']);
  });

  it('reads which photos are too many, and can choose again after taking one away', async () => {
    const { element, told } = await picker({ most: 2 });
    choose(element, await named('een.jpg'), await named('twee.jpg'), await named('drie.jpg'));
    await ready(element);
    expect(told.at(-1)!.map(({ name }) => name)).to.deep.equal(['een.jpg', 'twee.jpg']);
    expect(words(element, '.troubles li')).to.deep.equal([
      '“drie.jpg” past er niet meer bij. Er kunnen 2 foto’s mee.',
    ]);
    expect(all(element, 'input[type=file]')).to.have.lengthOf(0);
    expect(words(element, '.photos > .hint')).to.deep.equal([
      'Je hebt 2 foto’s. Verwijder er een om een andere te kiezen.',
    ]);
    all(element, '.remove')[0]!.click();
    await element.updateComplete;
    expect(all(element, 'input[type=file]')).not.to.have.lengthOf(0);
  });

  it('can drag them here', async () => {
    const { element, told } = await picker();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(await named('gesleept.jpg'));
    const over = new DragEvent('dragover', { dataTransfer, cancelable: true });
    all(element, '.choose')[0]!.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    all(element, '.choose')[0]!.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await ready(element);
    expect(told.at(-1)!.map(({ name }) => name)).to.deep.equal(['gesleept.jpg']);
  });

  it('may go to the next step: what was chosen still comes', async () => {
    const { element, told } = await picker();
    choose(element, await named('een.jpg'), await named('twee.jpg'));
    element.remove();
    await waitUntil(() => told.at(-1)?.length === 2);
  });
});

describe('a resident who looks at his photos', () => {
  it('says what one shows', async () => {
    const { element, told } = await picker({ value: [drafted('a'), drafted('b', { uploaded: uploaded })] });
    await waitUntil(() => all(element, 'input[type=text]').length === 1);
    const field = all(element, 'input[type=text]')[0] as HTMLInputElement;
    expect(element.shadowRoot!.querySelector(`label[for="${field.id}"]`)!.textContent).to.equal(
      'Wat is er te zien?',
    );
    field.value = 'Een leeg plein';
    field.dispatchEvent(new InputEvent('input'));
    expect(told).to.deep.equal([[drafted('a'), drafted('b', { uploaded: uploaded, alt: 'Een leeg plein' })]]);
  });

  it('takes one away and stands at the next; after the last he can choose again', async () => {
    const { element, told } = await picker({ value: ['a', 'b', 'c'].map((id) => drafted(id)) });
    const focus = () => element.shadowRoot!.activeElement?.id;
    all(element, '.remove')[1]!.click();
    await element.updateComplete;
    expect(focus()).to.equal('remove-c');
    expect(words(element, 'output')).to.deep.equal(['“b.jpg” is verwijderd.']);
    all(element, '.remove')[1]!.click();
    await element.updateComplete;
    expect(focus()).to.equal('remove-a');
    all(element, '.remove')[0]!.click();
    await element.updateComplete;
    expect(focus()).to.equal('choose');
    expect(told.map((photos) => photos.map(({ id }) => id).join(''))).to.deep.equal(['ac', 'a', '']);
  });

  it('leaves nothing of a photo behind that he took away', async () => {
    const { element, told } = await picker({ storageMode: 'local' });
    choose(element, await named('weg.jpg'));
    await ready(element);
    const { id } = told[0]![0]!;
    await waitUntil(() => all(element, 'img').length === 1);
    const { src } = all(element, 'img')[0] as HTMLImageElement;
    all(element, '.remove')[0]!.click();
    await waitUntil(async () => (await photoStorage('local').get(id)) === undefined);
    const gone = await fetch(src).then(
      () => false,
      () => true,
    );
    expect(gone).to.equal(true);
  });

  it('finds them back after a reload', async () => {
    const id = crypto.randomUUID();
    const { PhotoStore } = await import('@buurt/core/storage/photo-store.js');
    await new PhotoStore('local').put(id, await cameraPhoto({ width: 20, height: 10 }));
    const { element } = await picker({ storageMode: 'local', value: [drafted(id, { alt: 'Een plein' })] });
    await waitUntil(() => all(element, 'img').length === 1);
    expect((all(element, 'input[type=text]')[0] as HTMLInputElement).value).to.equal('Een plein');
  });

  it('is told when one was not kept', async () => {
    const { element } = await picker({ value: [drafted('lost')] });
    await waitUntil(() => all(element, '.problem').length === 1);
    expect(words(element, '.problem')[0]).to.contain('niet bewaard op dit apparaat');
    expect(all(element, '.remove')).to.have.lengthOf(1);
  });

  it('is told why the server refused one', async () => {
    const { element } = await picker({ value: [drafted('no', { failed: 'De server kan dit niet lezen.' })] });
    expect(words(element, '.problem')).to.deep.equal(['De server kan dit niet lezen.']);
  });
});

const uploaded = {
  id: 'photo-1',
  alt: '',
  sources: [{ url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', width: 1, height: 1 }],
};

describe('every state of the photo picker', () => {
  for (const [name, story] of Object.entries(stories).filter(
    ([key]) => !['default', 'choose'].includes(key),
  )) {
    const { render, play } = story as Story;
    it(`can be used by everybody: ${name}`, async () => {
      const stage = await fixture<HTMLElement>(render());
      await play?.({ canvasElement: stage });
      await stage.querySelector('buurt-photo-picker')!.updateComplete;
      await expect(stage).to.be.accessible();
    });
  }

  it('speaks English when the form does', async () => {
    const { element } = await picker({ locale: 'en' });
    expect(words(element, '.choose label')[0]).to.equal('Choose photos');
  });

  it('shows hostile names as text, and writes no style into the page', async () => {
    const stage = await fixture<HTMLElement>(stories.HostileNames.render());
    const element = stage.querySelector('buurt-photo-picker')!;
    expect(words(element, '.file')[0]).to.equal('Foto 1 <img src=x onerror=alert(1)>.jpg');
    expect(all(element, '[style], script, img[src="x"]')).to.have.lengthOf(0);
  });
});
