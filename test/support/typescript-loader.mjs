// Lets Node run the TypeScript of the server as it lies there: worker processes in tests, without a build that could be
// stale. Preloaded by `node --import`; the product itself runs compiled JavaScript only.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
