/** What happens on a page whose storage the browser keeps shut; afterwards it is as it was. */
export async function withBlockedStorage(visit: () => Promise<void>): Promise<void> {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  const usual = Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', { get: blocked, configurable: true });
  try {
    await visit();
  } finally {
    if (usual) Object.defineProperty(window, 'localStorage', usual);
    else Reflect.deleteProperty(window, 'localStorage');
  }
}
