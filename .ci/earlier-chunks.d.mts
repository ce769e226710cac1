export function makeRoom(dir: string, now?: Date): void;
export function dropOldChunks(dir: string, names: readonly string[], now?: Date): void;
