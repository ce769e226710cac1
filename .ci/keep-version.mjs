// The last step of `npm run build`.
import { keepVersion } from './releases.mjs';

console.log(`Widgets ${keepVersion()} in dist/`);
