import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { anIdea, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(() => stage.clear());

type Rgb = readonly [number, number, number];

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'navy' } });

/** A photo that is red at its left and blue at its right. */
const leftRed = (width: number, height: number): Sharp => {
  const half = { create: { width: width / 2, height, channels: 3, background: 'blue' } } as const;
  const red = { create: { width, height, channels: 3, background: 'red' } } as const;
  return sharp(red).composite([{ input: half, left: width / 2, top: 0 }]);
};

const pathsOf = async (answer: Response): Promise<string[]> =>
  (await answer.json()).sources.map(({ url }: { url: string }) => `/${url}`);
const picture = async (path: string) => Buffer.from(await (await stage.get(path)).arrayBuffer());
async function colourAt(file: Buffer, left: number, top: number): Promise<Rgb> {
  const { data } = await sharp(file)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [data[0]!, data[1]!, data[2]!];
}

describe('A photo that a resident sends', () => {
  it('comes back as WebP in two widths, with its sizes', async () => {
    const answer = await stage.upload(await plain(2000, 1000).jpeg().toBuffer());
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { alt, sources } = await answer.clone().json();
    assert.equal(alt, '');
    assert.deepEqual(
      sources.map(({ width, height }: { width: number; height: number }) => [width, height]),
      [
        [640, 320],
        [1600, 800],
      ],
    );
    for (const path of await pathsOf(answer)) {
      const { format, width } = await sharp(await picture(path)).metadata();
      assert.equal(format, 'webp');
      assert.ok(path.includes(`/${String(width)}.webp?`));
    }
  });

  it('is never made larger', async () => {
    const { sources } = await (
      await stage.upload(await plain(300, 200).png().toBuffer(), { 'Content-Type': 'image/png' })
    ).json();
    assert.deepEqual(
      sources.map(({ width, height }: { width: number; height: number }) => [width, height]),
      [[300, 200]],
    );
  });

  it('loses where and with what it was taken', async () => {
    const exif = { IFD0: { Make: 'Spycam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' } };
    const original = await plain(100, 80)
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .jpeg()
      .toBuffer();
    assert.ok(original.includes('Spycam'));
    const [path = ''] = await pathsOf(await stage.upload(original));
    const { exif: kept, xmp, icc, iptc } = await sharp(await picture(path)).metadata();
    assert.deepEqual(
      { kept, xmp, icc, iptc },
      { kept: undefined, xmp: undefined, icc: undefined, iptc: undefined },
    );
    assert.ok(!(await picture(path)).includes('Spycam'));
  });

  it('stands upright, however the telephone was held', async () => {
    const original = await leftRed(100, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [path = ''] = await pathsOf(await stage.upload(original));
    const file = await picture(path);
    const { width, height, orientation } = await sharp(file).metadata();
    assert.deepEqual({ width, height, orientation }, { width: 40, height: 100, orientation: undefined });
    const [red, , blue] = await colourAt(file, 20, 10);
    assert.ok(red > 200 && blue < 60, 'what was left is up now');
  });

  it('is shown to others only with a published idea', async () => {
    await stage.clear({ moderated: true });
    const answer = await stage.upload(await plain(100, 80).jpeg().toBuffer());
    const { id: photoId } = await answer.clone().json();
    const [signed = ''] = await pathsOf(answer);
    const bare = signed.split('?')[0] ?? '';
    const { id } = await (
      await stage.handIn({ ...anIdea, photos: [{ id: photoId, alt: ' Een plein ' }] })
    ).json();
    assert.equal((await stage.get(bare)).status, 404);
    const preview = await stage.get(signed);
    assert.equal(preview.headers.get('cache-control'), 'private, no-store');
    await stage.store.db
      .updateTable('initiative')
      .set({ review: 'published', published_at: stage.now })
      .execute();
    const shown = await stage.get(bare);
    assert.equal(shown.status, 200);
    assert.match(shown.headers.get('cache-control') ?? '', /^public, max-age=300$/);
    assert.equal(shown.headers.get('content-security-policy'), "sandbox; default-src 'none'");
    assert.equal(shown.headers.get('x-content-type-options'), 'nosniff');
    const { photos } = await (await stage.get(`/initiatives/${id}`)).json();
    assert.deepEqual(photos[0].alt, 'Een plein');
    assert.equal(`/${photos[0].sources[0].url}`, bare);
  });

  it('is shown by its link for an hour, and by no forged one', async () => {
    const [signed = ''] = await pathsOf(await stage.upload(await plain(100, 80).jpeg().toBuffer()));
    const later = signed.replace(
      /expires=\d+/,
      (expires) => `expires=${String(Number(expires.slice(8)) + 60)}`,
    );
    assert.equal((await stage.get(later)).status, 404);
    assert.equal((await stage.get(signed)).status, 200);
    const before = stage.now;
    stage.now = new Date(before.getTime() + 61 * 60_000);
    assert.equal((await stage.get(signed)).status, 404);
    stage.now = before;
  });
});

describe('A file that cannot be taken in', () => {
  let photo: Buffer;
  before(async () => (photo = await leftRed(400, 300).jpeg({ quality: 95 }).toBuffer()));

  const refused: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, number, RegExp])[] = [
    ['nothing', () => new Uint8Array(), 400, /leeg/],
    ['half a JPEG', () => photo.subarray(0, photo.length / 2), 400, /niet heel/],
    ['half a PNG', async () => (await sharp(photo).png().toBuffer()).subarray(0, 900), 400, /niet heel/],
    ['half a WebP', async () => (await sharp(photo).webp().toBuffer()).subarray(0, 300), 400, /niet heel/],
    [
      'the beginning of a JPEG and then a page',
      () => Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1'),
      400,
      /niet heel/,
    ],
    ['HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 415, /HEIC/],
    [
      'SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      415,
      /JPEG, PNG of WebP/,
    ],
    ['GIF', () => sharp(photo).gif().toBuffer(), 415, /JPEG, PNG of WebP/],
    ['TIFF', () => sharp(photo).tiff().toBuffer(), 415, /JPEG, PNG of WebP/],
    ['text', () => Buffer.from('hello'), 415, /JPEG, PNG of WebP/],
    [
      'a bomb: 81 million points in some kilobytes',
      () => plain(9000, 9000).png({ compressionLevel: 9 }).toBuffer(),
      413,
      /64 miljoen/,
    ],
    ['more than 8 MiB', () => new Uint8Array(8 * 1024 * 1024 + 1), 413, /8 MB/],
  ];
  for (const [name, file, status, words] of refused)
    it(`is refused with ${String(status)} and a reason: ${name}`, async () => {
      const answer = await stage.upload(await file());
      const problem = await answer.json();
      assert.equal(answer.status, status, JSON.stringify(problem));
      assert.match(problem.detail, words);
      assert.deepEqual(await stage.store.db.selectFrom('photo').select('id').execute(), []);
    });

  it('is taken in at 108 megapixels, as telephones make them', async () => {
    const answer = await stage.upload(await plain(12_000, 9000).jpeg().toBuffer());
    assert.equal(answer.status, 201);
    const { sources } = await answer.json();
    assert.deepEqual(
      sources.map(({ width, height }: { width: number; height: number }) => [width, height]),
      [
        [640, 480],
        [1600, 1200],
      ],
    );
  });

  it('is refused by its type before it is read', async () => {
    for (const type of ['image/svg+xml', 'image/heic', 'multipart/form-data', ''])
      assert.equal((await stage.upload(photo, { 'Content-Type': type })).status, 415, type);
  });

  it('does not keep the next photo from being taken in', async () => {
    const bomb = await plain(6300, 6300).png().toBuffer();
    const [, good] = await Promise.all([stage.upload(bomb), stage.upload(photo)]);
    assert.equal(good.status, 201);
  });
});

describe('Photos that no idea asks for', () => {
  let photo: Buffer;
  before(async () => (photo = await plain(40, 30).jpeg().toBuffer()));
  const statusesOf = async (count: number): Promise<readonly number[]> =>
    (await Promise.all(Array.from({ length: count }, () => stage.upload(photo)))).map(({ status }) => status);
  const waiting = (count: number, of: { bytes?: number; source?: string; minutesAgo?: number } = {}) =>
    stage.store.db
      .insertInto('photo')
      .values(
        Array.from({ length: count }, () => ({
          id: randomUUID(),
          created_at: new Date(stage.now.getTime() - (of.minutesAgo ?? 0) * 60_000),
          bytes: of.bytes ?? 1000,
          source: of.source ?? null,
        })),
      )
      .execute();

  it('are sixty of one address at most, also all at once, until ideas ask for them', async () => {
    const statuses: number[] = [];
    while (statuses.length < 64) statuses.push(...(await statusesOf(8)));
    assert.equal(statuses.filter((status) => status === 201).length, 60);
    const refused = await stage.upload(photo);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), String(6 * 3600));
    assert.match((await refused.json()).detail, /zonder foto/);
    const kept = await stage.store.db.selectFrom('photo').select(['id', 'source', 'bytes']).execute();
    assert.ok(kept.every(({ source, bytes }) => bytes > 0 && /^[\w-]{43}$/.test(source ?? '')));
    const photos = kept.slice(0, 2).map(({ id }) => ({ id, alt: '' }));
    assert.equal((await stage.handIn({ ...anIdea, photos })).status, 201);
    assert.deepEqual((await statusesOf(4)).toSorted(), [201, 201, 429, 429]);
  });

  it('are as many again after six hours, also past midnight', async () => {
    const before = stage.now;
    stage.now = new Date('2026-11-23T21:30:00.000Z');
    assert.equal((await stage.upload(photo)).status, 201);
    const { source = null } =
      (await stage.store.db.selectFrom('photo').select('source').executeTakeFirst()) ?? {};
    await waiting(59, { source: source ?? '' });
    stage.now = new Date('2026-11-24T03:00:00.000Z');
    assert.equal((await stage.upload(photo)).status, 429);
    stage.now = new Date('2026-11-24T03:31:00.000Z');
    assert.equal((await stage.upload(photo)).status, 201);
    stage.now = before;
  });

  it('take so much room for one address, however few they are', async () => {
    await stage.upload(photo);
    const { source } = await stage.store.db.selectFrom('photo').select('source').executeTakeFirstOrThrow();
    await waiting(2, { source: source ?? '', bytes: 31 * 1024 * 1024 });
    assert.equal((await stage.upload(photo)).status, 429);
  });

  it('take so much room for all addresses together', async () => {
    await waiting(1999);
    assert.equal((await stage.upload(photo)).status, 201);
    const full = await stage.upload(photo);
    assert.equal(full.status, 503);
    assert.equal(full.headers.get('retry-after'), '3600');
    assert.match((await full.json()).detail, /zonder foto/);
  });

  it('do not become room for a script that hands in ideas with them: 400 photos in a day', async () => {
    await stage.upload(photo);
    const { source } = await stage.store.db.selectFrom('photo').select('source').executeTakeFirstOrThrow();
    await waiting(399, { source: source ?? '', minutesAgo: 600 });
    const initiative_id = await stage.addInitiative();
    await stage.store.db.updateTable('photo').set({ initiative_id }).execute();
    const refused = await stage.upload(photo);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), String(14 * 3600));
  });

  it('do not tell for more than a day that they came from one address', async () => {
    const { id } = await (await stage.upload(photo)).json();
    await stage.handIn({ ...anIdea, photos: [{ id, alt: '' }] });
    await erase(stage.store, new Date(stage.now.getTime() + 25 * 3_600_000));
    const [left] = await stage.store.db.selectFrom('photo').select(['id', 'source']).execute();
    assert.deepEqual(left, { id, source: null });
  });
});
