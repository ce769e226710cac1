import { gardens } from './gardens.js';
import { indoors } from './indoors.js';
import { streets } from './streets.js';

export interface Scene {
  /** What a neighbour who cannot see it should know. */
  readonly alt: string;
  readonly svg: () => string;
}

export const scenes = { ...gardens, ...streets, ...indoors } as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;
