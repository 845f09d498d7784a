/** The rows of a Protokoll, for those outside the slice who copy it. */
export { streamProtokoll } from './protokoll.store.js';
