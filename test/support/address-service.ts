/** A search for addresses that answers like the PDOK Locatieserver, and remembers what it was asked. */
export interface StoryAddresses {
  readonly fetch: typeof fetch;
  readonly asked: URL[];
}

interface Document {
  readonly id: string;
  readonly weergavenaam: string;
  readonly centroide_ll?: string;
  readonly buurtcode?: string;
}

export const addressEndpoint = 'https://adressen.example/v3_1';

const rozenplein = (number: number, lon: number, lat: number): Document => ({
  id: `adr-${String(number)}`,
  weergavenaam: `Rozenplein ${String(number)}, 1234AB Voorbeeldstad`,
  centroide_ll: `POINT(${String(lon)} ${String(lat)})`,
  buurtcode: 'BU0363AA01',
});

const streets: readonly Document[] = [
  rozenplein(1, 4.8901, 52.3702),
  rozenplein(3, 4.8905, 52.3704),
  rozenplein(5, 4.8909, 52.3706),
  {
    id: 'adr-far',
    weergavenaam: 'Verreweg 9, 1235 ZZ Voorbeeldstad',
    centroide_ll: 'POINT(4.91 52.38)',
    buurtcode: 'BU0363AA09',
  },
  { id: 'weg-lost', weergavenaam: 'Kwijtsteeg, Voorbeeldstad', buurtcode: 'BU0363AA01' },
];

const answer = (docs: readonly unknown[]) =>
  Response.json({ response: { numFound: docs.length, start: 0, docs } });

export function storyAddresses(
  respond: (url: URL) => Response | Promise<Response> = suggested,
): StoryAddresses {
  const asked: URL[] = [];
  return {
    asked,
    fetch: async (input) => {
      const url = new URL(new Request(input).url);
      asked.push(url);
      return respond(url);
    },
  };
}

export function suggested({ pathname, searchParams }: URL): Response {
  if (pathname.endsWith('/lookup')) return answer(streets.filter(({ id }) => id === searchParams.get('id')));
  const words = searchParams.get('q')?.toLowerCase() ?? '';
  const buurt = searchParams.getAll('fq').find((each) => each.startsWith('buurtcode:'));
  return answer(
    streets.filter(
      ({ weergavenaam, buurtcode }) =>
        weergavenaam.toLowerCase().includes(words) && (!buurt || buurt === `buurtcode:${buurtcode ?? ''}`),
    ),
  );
}
