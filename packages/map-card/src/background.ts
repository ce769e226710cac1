/** Where the pictures of a map with streets come from. */
export interface Background {
  /** An address with `{z}`, `{x}` and `{y}`, and `{layer}` where there are several. */
  readonly address: string;
  readonly layers: readonly string[];
  readonly attribution: string;
  /** Who learns that somebody looks, by the name that people know; empty where that is the page itself. */
  readonly provider: string;
}

/** The background map of the Dutch government: no key, CC BY 4.0. */
const pdok = {
  address: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/{layer}/EPSG:3857/{z}/{x}/{y}.png',
  attribution: 'Kaart: © Kadaster (CC BY 4.0)',
  layers: ['grijs', 'standaard'],
};

/** What the page asks: its own tiles, or those of PDOK; undefined where it asks for none, or for what is no address. */
export function backgroundOf(tiles: string, attribution: string): Background | undefined {
  const wanted =
    tiles === ''
      ? pdok
      : { address: tiles, attribution, layers: tiles.includes('{layer}') ? pdok.layers : [] };
  if (tiles === 'off' || !URL.canParse(wanted.address, document.baseURI)) return undefined;
  const { protocol, host } = new URL(wanted.address, document.baseURI);
  const provider = tiles === '' ? 'PDOK' : host === location.host ? '' : host;
  return /^https?:$/.test(protocol) ? { ...wanted, provider } : undefined;
}
