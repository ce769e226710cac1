import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { mostPhotoBytes, readBody, requireType } from '../http/body.js';
import { endpoint } from '../http/endpoint.js';
import { fingerprint, runIdempotent } from '../http/idempotency.queries.js';
import { replayHeader } from '../http/idempotent-route.js';
import type { AppDeps } from '../http/app-deps.js';
import { countedAddress } from '../http/rate-limit.js';
import { notFound, HttpProblem } from '../http/problem-json.js';
import { PhotoProblem, type PhotoFault } from './photos.js';
import { PhotoShape } from '../http/shared.schemas.js';
import { timingSafeEqualStrings, type PhotoViewer } from '../secrets/secrets.js';
import { hold } from '../db/locks.js';
import { requireRoom, sourcesAt } from './photo-quota.queries.js';
import { signedPhoto } from './signed-photo.js';
import { addPhoto, findPhotoFile, photoFrom, photoSizes } from './photos.queries.js';
import { okResponse, Id, idempotent, createdResponse } from '../http/contract.js';

const tags = ['Photos'];
const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
const picture = z.string().openapi({ format: 'binary' });

export const uploadPhoto = createRoute({
  method: 'post',
  path: '/photos',
  operationId: 'uploadPhoto',
  tags,
  summary: 'Send a photo, for an idea or news that is sent afterwards',
  description:
    'The body is the file itself, at most 8 MiB and 64 megapixels (a baseline JPEG: 256). It is decoded and encoded again: upright, without ' +
    'metadata. A photo that no idea and no news asks for is erased after six hours. One address can have 60 such photos, ' +
    'and send 400 photos in a day. The addresses in the answer hold for an hour.',
  request: {
    headers: idempotent,
    body: {
      required: true,
      content: Object.fromEntries(photoTypes.map((type) => [type, { schema: picture }])),
    },
  },
  responses: createdResponse('The photo in its widths; `alt` comes with the idea or the news', PhotoShape),
});

export const getPhoto = createRoute({
  method: 'get',
  path: '/photos/{id}/{file}',
  operationId: 'getPhoto',
  tags,
  summary: 'A photo in one width',
  description:
    'Of a published initiative; any other only with the `expires` and `signature` that its upload gave, or the desk. One that ' +
    'the organisation hides only with those of the desk.',
  request: {
    params: z.strictObject({
      id: Id,
      file: z
        .string()
        .max(9)
        .regex(/^[1-9]\d{0,3}\.webp$/)
        .openapi({ example: '640.webp' }),
    }),
    query: z.strictObject({
      expires: z
        .string()
        .max(12)
        .regex(/^\d{1,12}$/)
        .optional(),
      signature: z.string().max(100).optional(),
    }),
  },
  responses: okResponse('The picture', picture, 'image/webp'),
});

const refusalsOfPhotos: Readonly<Record<PhotoFault, () => HttpProblem>> = {
  empty: () =>
    new HttpProblem('invalid-input', 'Dit bestand is leeg. Kies de foto nog een keer.', {
      problems: [{ pointer: '', code: 'required' }],
    }),
  heic: () =>
    new HttpProblem('unsupported-type', 'Een HEIC-foto kunnen we niet lezen. Maak er een JPEG van.'),
  unsupported: () =>
    new HttpProblem('unsupported-type', 'Dit is geen JPEG, PNG of WebP. Kies een ander bestand.'),
  broken: () =>
    new HttpProblem('invalid-input', 'Deze foto is beschadigd of niet heel. Kies hem nog een keer.', {
      problems: [{ pointer: '', code: 'malformed' }],
    }),
  'too-many-pixels': () =>
    new HttpProblem('too-big', 'Deze foto heeft te veel punten (meer dan 64 miljoen). Maak hem kleiner.'),
  'too-slow': () => new HttpProblem('invalid-input', 'Deze foto kost te veel tijd. Maak hem kleiner.'),
  busy: () =>
    new HttpProblem('busy', 'Er komen nu veel foto’s tegelijk. Probeer het zo nog eens.', {
      headers: { 'Retry-After': '5' },
    }),
};

export function photoRoutes(app: Hono, { store, photos, secrets, clock, callerOf }: AppDeps): void {
  const shrink = async (original: Uint8Array) => {
    try {
      return await photos.shrink(original);
    } catch (error) {
      if (error instanceof PhotoProblem) throw refusalsOfPhotos[error.fault]();
      throw error;
    }
  };
  const mayBeSeenBy = (viewer: PhotoViewer, id: string, expires: string | undefined, signature = '') =>
    expires !== undefined &&
    Number(expires) > clock().getTime() / 1000 &&
    timingSafeEqualStrings(signature, secrets.photoSignature(viewer, id, Number(expires)));

  endpoint(app, uploadPhoto, async (c, { headers }) => {
    requireType(c.req.raw, ...photoTypes);
    const original = await readBody(c.req.raw, { mostBytes: mostPhotoBytes, idleMs: 20_000 });
    const key = headers['idempotency-key'].toLowerCase();
    const intent = { scope: 'photo', key, fingerprint: fingerprint(c.req.method, c.req.path, original) };
    const at = clock();
    const address = countedAddress(callerOf(c));
    const sources = sourcesAt((day) => secrets.source(day, address), at);
    const { answer, replayed } = await runIdempotent(
      store,
      intent,
      at,
      async () => {
        await requireRoom(store.db, sources, at);
        return shrink(original);
      },
      async (db, files) => {
        await hold(db, 'photos', 'room');
        await requireRoom(db, sources, at);
        return { id: await addPhoto(db, files, at, sources[0]) };
      },
    );
    const photo = photoFrom(answer.id, '', await photoSizes(store.db, answer.id));
    return c.json(signedPhoto(photo, 'sender', secrets, clock()), 201, {
      'Cache-Control': 'no-store',
      ...replayHeader(replayed),
    });
  });

  endpoint(app, getPhoto, async (c, { params: { id, file }, query: { expires, signature } }) => {
    const shown = await findPhotoFile(store.db, id, Number.parseInt(file, 10));
    const isPublic = shown?.state === 'public';
    const viewers: readonly PhotoViewer[] = shown?.state === 'hidden' ? ['staff'] : ['staff', 'sender'];
    const isSigned = () => viewers.some((viewer) => mayBeSeenBy(viewer, id, expires, signature));
    if (!shown || !(isPublic || isSigned())) throw notFound();
    // What is hidden is to be gone soon, also where a browser or a proxy kept it; asking again costs no bytes.
    c.header('Cache-Control', isPublic ? 'public, max-age=300' : 'private, no-store');
    c.header('Content-Security-Policy', "sandbox; default-src 'none'");
    c.header('ETag', `"${id}-${file}"`);
    return c.body(new Uint8Array(shown.bytes), 200, { 'Content-Type': 'image/webp' });
  });
}
