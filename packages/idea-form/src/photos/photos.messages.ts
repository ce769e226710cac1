import type { PhotoProblem } from './shrink.js';

type Named = { name: string };

/** The Dutch texts; they set which texts there are. */
export const nl = {
  group: 'Foto’s bij je idee',
  required: 'verplicht',
  choose: ({ chosen }: { chosen: number }): string => (chosen === 0 ? 'Kies foto’s' : 'Kies nog een foto'),
  take: 'Maak een foto',
  hint: ({ most }: { most: number }) =>
    `${most === 1 ? 'Eén foto kan mee' : `Hooguit ${String(most)} foto’s`}, elk tot 64 MB. We maken ze kleiner en bewaren niet waar je ze maakte.`,
  drop: 'Je kunt ze ook hierheen slepen.',
  full: ({ most }: { most: number }) =>
    most === 1
      ? 'Je hebt een foto. Verwijder hem om een andere te kiezen.'
      : `Je hebt ${String(most)} foto’s. Verwijder er een om een andere te kiezen.`,
  preparing: ({ name }: Named) => `“${name}” wordt klaargemaakt …`,
  waiting: ({ name }: Named) => `“${name}” wacht even …`,
  ready: ({ count, most }: { count: number; most: number }) =>
    `${String(count)} van ${String(most)} foto’s gekozen.`,
  photo: ({ nth }: { nth: number }) => `Foto ${String(nth)}`,
  alt: 'Wat is er te zien?',
  altHint: 'Voor wie de foto niet ziet. Bijvoorbeeld: een leeg grasveld met twee bomen',
  remove: 'Verwijder',
  removeNamed: ({ name }: Named) => `Verwijder foto “${name}”`,
  removed: ({ name }: Named) => `“${name}” is verwijderd.`,
  lost: 'Deze foto is niet bewaard op dit apparaat. Verwijder hem en kies hem opnieuw.',
  tooMany: ({ name, most }: Named & { most: number }) =>
    `“${name}” past er niet meer bij. Er kunnen ${String(most)} foto’s mee.`,
  trouble: {
    empty: ({ name }) => `“${name}” is leeg. Kies de foto opnieuw.`,
    'too-big': ({ name }) => `“${name}” is groter dan 64 MB. Kies een kleinere foto.`,
    'no-picture': ({ name }) => `“${name}” is geen foto. Kies een foto.`,
    'too-many-pixels': ({ name }) => `“${name}” is te groot. Kies een kleinere foto.`,
    'cut-off': ({ name }) => `“${name}” is beschadigd. Kies hem opnieuw.`,
    heic: ({ name }) => `“${name}” is een HEIC-foto. Die kan deze browser niet lezen. Sla hem op als JPG.`,
    unreadable: ({ name }) => `“${name}” kan deze browser niet lezen. Kies een andere foto.`,
  } satisfies Record<PhotoProblem, (values: Named) => string>,
};

export type PhotosMessages = typeof nl;
