export interface PublicToken {
  name: string;
  group: string;
  syntax: string;
  default: string;
  theme: boolean;
  description: string;
}
export const publicTokens: readonly PublicToken[];
export function readmeWithTokens(): Promise<string>;
