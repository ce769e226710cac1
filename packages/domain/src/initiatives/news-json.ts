import { moment, nullable, shape, text } from '../wire/json.js';
import { photoFrom } from './initiative-json.js';
import type { News } from './initiative.js';

export const newsFrom = shape<News>({ at: moment, text, photo: nullable(photoFrom) });
