/** Where the tiles of the map with streets come from. */
export interface Background {
  /** The address of a tile, with `{z}`, `{x}` and `{y}` in it, and `{layer}` where there are several. */
  readonly urlTemplate: string;
  readonly layers: readonly string[];
  readonly attribution: string;
  /** Who learns that somebody looks, by the name that people know; empty where that is the page itself. */
  readonly provider: string;
}

/** The background map of the Dutch government: no key, CC BY 4.0. */
const pdok = {
  urlTemplate: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/{layer}/EPSG:3857/{z}/{x}/{y}.png',
  attribution: 'Kaart: © Kadaster (CC BY 4.0)',
  layers: ['grijs', 'standaard'],
};

/** The tiles of the page, or PDOK where it names none; `undefined` for `off` and for what is not an address. */
export function backgroundOf(tiles: string, attribution: string): Background | undefined {
  const source =
    tiles === ''
      ? pdok
      : { urlTemplate: tiles, attribution, layers: tiles.includes('{layer}') ? pdok.layers : [] };
  if (tiles === 'off' || !URL.canParse(source.urlTemplate, document.baseURI)) return undefined;
  const { protocol, host } = new URL(source.urlTemplate, document.baseURI);
  const provider = tiles === '' ? 'PDOK' : host === location.host ? '' : host;
  return /^https?:$/.test(protocol) ? { ...source, provider } : undefined;
}
