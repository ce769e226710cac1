const storageKey = 'buurt-desk-shortcuts';

/** Whether single letters do something on this device; whoever speaks to their computer may not want that (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function keepShortcuts(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Without storage it holds until the page is closed.
  }
}

/** Whether a key is pressed in a field, where it is a letter. */
export const isTyping = (event: KeyboardEvent): boolean => {
  const [target] = event.composedPath();
  return (
    event.isComposing ||
    (target instanceof Element &&
      target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
};
