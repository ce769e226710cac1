import { textProblems, type Problem } from '../wire/problem.js';
import { mostCharacters } from './settings.js';

/** A photo that the server has already, and what is to be seen on it, in the words of whoever sends it. */
export interface UploadedPhoto {
  readonly id: string;
  readonly alt: string;
}

/** Everything that is wrong with what is said of a photo, if there is one. */
export const uploadedPhotoProblems = (
  photo: Pick<UploadedPhoto, 'alt'> | undefined,
  { required = false }: { readonly required?: boolean } = {},
): Problem[] => (photo ? textProblems('/photo/alt', photo.alt, { required, max: mostCharacters.alt }) : []);
