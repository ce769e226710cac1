export const chromiumArgs: string[];
export function chromiumPath(): string | undefined;
export function firefoxPath(): string | undefined;
