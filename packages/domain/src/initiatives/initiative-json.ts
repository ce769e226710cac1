import type { InitiativeSummary, Photo } from './initiative.js';
import { initiativeStatuses } from './initiative-status.js';
import { count, list, moment, nullable, oneOf, shape, ShapeError, text, type Reader } from '../wire/json.js';
import { readableFrom, type Readable } from '../wire/readable.js';
import { namedPlaceFrom } from '../geo/place.js';

/** A reference relative to the endpoint (`photos/…/640.webp`) or a whole http(s) address; never another scheme. */
const imageUrl: Reader<string> = (json, at = '') => {
  const url = text(json, at);
  const otherScheme = /^[a-z][a-z\d+.-]*:/i.test(url) && !/^https?:\/\//i.test(url);
  // Browsers drop white space and control characters, and so find a scheme behind or between them.
  if (otherScheme || /[\s\p{Cc}]/u.test(url)) throw new ShapeError(at, 'the address of a picture');
  return url;
};

export const photoFrom = shape<Photo>({
  id: text,
  alt: text,
  sources: list(shape<Photo['sources'][number]>({ url: imageUrl, width: count, height: count })),
});

/** How each part of a summary is read. */
export const summaryReaders: { readonly [K in keyof InitiativeSummary]: Reader<InitiativeSummary[K]> } = {
  id: text,
  buurtCode: text,
  title: text,
  excerpt: text,
  theme: nullable(text),
  status: oneOf(...initiativeStatuses),
  place: nullable(namedPlaceFrom),
  photo: nullable(photoFrom),
  supportCount: count,
  offerCount: count,
  publishedAt: moment,
};
export const summaryFrom = shape<InitiativeSummary>(summaryReaders);

/** Reads `{ initiatives: […] }`; entries of the wrong shape and repeated ids are skipped and counted. */
export function summariesFrom(json: unknown): Readable<InitiativeSummary> {
  const { initiatives } = shape<{ initiatives: unknown[] }>({ initiatives: list((each) => each) })(json);
  return readableFrom(initiatives, summaryFrom);
}
