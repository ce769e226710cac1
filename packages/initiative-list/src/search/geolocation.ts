const timeoutMs = 15_000;
const maxAgeMs = 10 * 60_000;

/** To about a hundred metres: enough for an order, too little for an address. */
const rounded = (degrees: number): string => String(Number(degrees.toFixed(3)));

/** Where this device is, as `lat,lon` in degrees; `undefined` when its owner does not want to say, or it does not know. */
export const currentPosition = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    // Missing on pages on plain http.
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) return resolve(undefined);
    geolocation.getCurrentPosition(
      ({ coords }) => resolve(`${rounded(coords.latitude)},${rounded(coords.longitude)}`),
      () => resolve(undefined),
      { timeout: timeoutMs, maximumAge: maxAgeMs },
    );
  });
