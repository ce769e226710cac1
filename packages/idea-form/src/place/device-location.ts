import type { Place } from '@buurt/domain/geo/place.js';

export type LocationFailure = 'refused' | 'unavailable' | 'timeout';

/** The device does not say where it is. */
export class LocationError extends Error {
  override readonly name = 'HereError';
  constructor(readonly reason: LocationFailure) {
    super(reason);
  }
}

const longestWaitMs = 12_000;
const reasons: Readonly<Record<number, LocationFailure>> = { 1: 'refused', 2: 'unavailable', 3: 'timeout' };

/**
 * Where the device is, and how many metres that may be off. Asks the resident for permission.
 * @throws {LocationError}
 */
export function locateDevice(): Promise<{ place: Place; withinMetres: number }> {
  // On a page without https some browsers have no geolocation at all.
  const device = (navigator as Partial<Navigator>).geolocation;
  if (!device) return Promise.reject(new LocationError('unavailable'));
  return new Promise((resolve, reject) => {
    device.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon, accuracy } }) =>
        resolve({ place: { lat, lon }, withinMetres: accuracy }),
      ({ code }) => reject(new LocationError(reasons[code] ?? 'unavailable')),
      { enableHighAccuracy: true, timeout: longestWaitMs, maximumAge: 60_000 },
    );
  });
}
