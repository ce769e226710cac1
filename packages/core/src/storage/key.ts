const digit = (of: string): string => {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return (of === '8' ? 8 + (random & 3) : random & 15).toString(16);
};

/** A random UUID (version 4), also on a page on plain http, where `crypto.randomUUID` is not there. */
export const newKey = (): string => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/[x8]/g, digit);
