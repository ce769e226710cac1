import { expect } from '@open-wc/testing';
import { ApiError } from '@buurt/core/http/api-error.js';
import { BuurtApi } from '@buurt/core/http/api.js';
import type { DraftPhoto } from '../../packages/idea-form/src/photos/draft-photo.js';
import { photoStorage } from '../../packages/idea-form/src/photos/photo-storage.js';
import { uploadPhotos, type PhotoUpload } from '../../packages/idea-form/src/photos/upload.js';

const stored = (id: string) => ({
  id: `server-${id}`,
  alt: '',
  sources: [{ url: `photos/server-${id}/640.webp`, width: 640, height: 480 }],
});

/** A photo of a draft whose pixels wait on this device. */
async function waiting(id: string, content = `pixels of ${id}`): Promise<DraftPhoto> {
  await photoStorage('off').put(id, new Blob([content], { type: 'image/webp' }));
  return { id, name: `${id}.jpg`, alt: 'Een plein' };
}

/** A server that answers each upload, by the key that came with it. */
function server(respond: (key: string) => Response | Promise<Response>) {
  const got: { key: string; body: string; type: string | null }[] = [];
  let busy = 0;
  let atOnce = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    atOnce = Math.max(atOnce, ++busy);
    const { headers, ...request } = new Request(input, init);
    const key = new Headers(init?.headers).get('idempotency-key') ?? '';
    const body = await new Response(init?.body).text();
    got.push({ key, body, type: new Headers(init?.headers).get('content-type') });
    void [headers, request];
    await Promise.resolve();
    busy--;
    return respond(key);
  };
  return { got, atOnce: () => atOnce, api: new BuurtApi({ endpoint: 'https://stories.example/v1', fetch }) };
}

const taking = (key: string) => Response.json(stored(key), { status: 201 });
const options = (rest: Partial<PhotoUpload> = {}): PhotoUpload => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  storageMode: 'off',
  ...rest,
});

describe('photos that go to the server', () => {
  it('go one at a time, in order, each under its own key, with nothing but their pixels', async () => {
    const { api, got, atOnce } = server(taking);
    const photos = [await waiting('a'), await waiting('b'), await waiting('c')];
    const results = await uploadPhotos(api, photos, options());
    expect(got).to.deep.equal(
      ['a', 'b', 'c'].map((key) => ({ key, body: `pixels of ${key}`, type: 'image/webp' })),
    );
    expect(atOnce()).to.equal(1);
    expect(results.map(({ id, alt, uploaded }) => [id, alt, uploaded?.id])).to.deep.equal([
      ['a', 'Een plein', 'server-a'],
      ['b', 'Een plein', 'server-b'],
      ['c', 'Een plein', 'server-c'],
    ]);
    expect(results[0]!.uploaded!.sources[0]!.url).to.equal(
      'https://stories.example/v1/photos/server-a/640.webp',
    );
  });

  it('say when each is there', async () => {
    const { api } = server(taking);
    const progress: [string, number][] = [];
    await uploadPhotos(
      api,
      [await waiting('a'), await waiting('b')],
      options({ onProgress: (...each) => progress.push(each) }),
    );
    expect(progress.filter(([, fraction]) => fraction === 1).map(([id]) => id)).to.include.members([
      'a',
      'b',
    ]);
  });

  it('do not go again when the server has them', async () => {
    const { api, got } = server(taking);
    const there: DraftPhoto = { id: 'x', name: 'x.jpg', alt: '', uploaded: stored('x') };
    const results = await uploadPhotos(api, [there, await waiting('b')], options());
    expect(got.map(({ key }) => key)).to.deep.equal(['b']);
    expect(results[0]).to.deep.equal(there);
  });

  for (const [status, words] of [
    [413, 'Deze foto is te groot voor de server.'],
    [415, 'Dit soort foto kan de server niet gebruiken.'],
    [400, 'De server kan deze foto niet lezen.'],
    [403, 'De server neemt deze foto niet aan.'],
  ] as const)
    it(`come back with words when the server says ${String(status)}, and the others go on`, async () => {
      const { api } = server((key) =>
        key === 'a' ? Response.json({ title: 'No' }, { status }) : taking(key),
      );
      const [refused, taken] = await uploadPhotos(api, [await waiting('a'), await waiting('b')], options());
      expect(refused).to.deep.equal({ id: 'a', name: 'a.jpg', alt: 'Een plein', failed: words });
      expect(taken!.uploaded!.id).to.equal('server-b');
    });

  it('come back with words when they are no longer on this device', async () => {
    const { api, got } = server(taking);
    const [lost] = await uploadPhotos(api, [{ id: 'lost', name: 'x', alt: '' }], options({ locale: 'en' }));
    expect(lost!.failed).to.equal('This photo is no longer on this device. Choose it again.');
    expect(got).to.deep.equal([]);
  });

  it('stop when the way to the server is the trouble; what went before is told and not lost', async () => {
    const { api, got } = server((key) => (key === 'b' ? new Response('x', { status: 201 }) : taking(key)));
    const told: (readonly DraftPhoto[])[] = [];
    const photos = [await waiting('a'), await waiting('b'), await waiting('c')];
    const failure = await uploadPhotos(api, photos, options({ onUploaded: (each) => told.push(each) })).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(ApiError);
    expect(got.map(({ key }) => key)).to.deep.equal(['a', 'b']);
    expect(told).to.have.lengthOf(1);
    expect(told[0]!.map(({ uploaded }) => uploaded?.id)).to.deep.equal(['server-a', undefined, undefined]);
    const again = server(taking);
    await uploadPhotos(again.api, told[0]!, options());
    expect(again.got.map(({ key }) => key)).to.deep.equal(['b', 'c']);
  });

  it('stop when the resident stops', async () => {
    const stop = new AbortController();
    const { api, got } = server((key) => {
      stop.abort();
      return taking(key);
    });
    const photos = [await waiting('a'), await waiting('b')];
    const failure = await uploadPhotos(api, photos, options({ signal: stop.signal })).catch(
      (error: unknown) => error,
    );
    expect((failure as ApiError).kind).to.equal('aborted');
    expect(got).to.have.lengthOf(1);
  });
});
