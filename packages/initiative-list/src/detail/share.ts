/** How sharing went: the device shows its own window, the link is on the clipboard, or neither is possible here. */
export type ShareOutcome = 'shared' | 'copied' | 'not-copied';

/** Shares a link by what the device has for it, else by the clipboard. */
export async function share(title: string, url: string): Promise<ShareOutcome> {
  // Missing in many browsers, and on pages on plain http.
  const { share: nativeShare, clipboard } = navigator as Partial<Navigator>;
  if (nativeShare) {
    try {
      await nativeShare.call(navigator, { title, url });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'shared';
    }
  }
  try {
    if (!clipboard) return 'not-copied';
    await clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'not-copied';
  }
}
