export const followed: string;
export function packageVersion(): string;
export function keepVersion(options?: { from?: string; version?: string; isReleased?: boolean }): string;
