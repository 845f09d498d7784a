export { LAUFWEG_ACTS } from './laufweg.acts.js';
export { laufwegRoutes } from './laufweg.http.js';
export { laufwegProjector } from './laufweg-projector.js';
export { laufwegHandlers } from './run-laufweg.js';
