/**
 * Where the page itself shows something: its address with the id in the place of `{…}`. Undefined where it does not, or
 * not at an address of the web.
 */
export function hostPage(address: string, id: string): string | undefined {
  const href = address.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
  const isWeb =
    URL.canParse(href, document.baseURI) && /^https?:$/.test(new URL(href, document.baseURI).protocol);
  return address && isWeb ? href : undefined;
}
