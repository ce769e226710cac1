import { waitUntil as within } from '@open-wc/testing';

/** Waits until it holds; on a busy machine a second is soon over. */
export const waitUntil = (holds: Parameters<typeof within>[0], what?: string): Promise<void> =>
  within(holds, what, { timeout: 8000 });
