/** Where the page itself shows an initiative; undefined where it does not, or not at an address of the web. */
export function hostPage(detailHref: string, id: string): string | undefined {
  const href = detailHref.replaceAll('{id}', encodeURIComponent(id));
  const isWeb =
    URL.canParse(href, document.baseURI) && /^https?:$/.test(new URL(href, document.baseURI).protocol);
  return detailHref && isWeb ? href : undefined;
}
