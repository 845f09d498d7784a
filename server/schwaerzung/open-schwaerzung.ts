import type { ActRunner } from '../platform/act-runner.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { discardEntwurf } from './discard-entwurf.js';
import { createMakeSchwaerzung } from './make-schwaerzung.js';
import { createRedactor } from './redactor.js';
import { saveEntwurf } from './save-entwurf.js';
import { schwaerzungRoutes } from './schwaerzung.http.js';

/** Everything about blackening; its process starts with the first page that is drawn. */
export function openSchwaerzung(parts: { runner: ActRunner; objects: ObjectStore; scratchFolder: string }) {
  const redactor = createRedactor(parts);
  return {
    acts: [saveEntwurf, discardEntwurf, createMakeSchwaerzung({ runner: parts.runner, redactor })] as const,
    routes: schwaerzungRoutes(redactor),
    close: () => redactor.close(),
  };
}
