import type { PublicToken } from '../../stories/studio/choice.js';

/** Fetched, because the test server gives JSON as it is. */
const response = await fetch('/packages/core/tokens.json');
export const publicTokens = (await response.json()) as readonly PublicToken[];

export function tokenNamed(name: string): PublicToken {
  const token = publicTokens.find((each) => each.name === name);
  if (!token) throw new Error(`There is no token ${name}`);
  return token;
}
