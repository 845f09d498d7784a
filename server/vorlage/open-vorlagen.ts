import { aktenvorlageRoutes } from './aktenvorlage.http.js';
import { serienbriefRoutes } from './serienbrief.http.js';
import type { TemplateParts } from './add-dokumentvorlage.js';
import { createTemplates } from './template/templates.js';
import { vorlageActs } from './vorlage.acts.js';
import { vorlageRoutes } from './vorlage.http.js';
import { serienbriefHandler } from './write-serienbrief.js';

type Parts = Pick<TemplateParts, 'runner'> & Parameters<typeof createTemplates>[0];

/** Templates of the house: their acts and routes, the job of serial letters, and the worker that fills. */
export function openVorlagen({ runner, ...parts }: Parts) {
  const templates = createTemplates(parts);
  return {
    acts: vorlageActs({ runner, templates }),
    routes: [...vorlageRoutes, ...aktenvorlageRoutes, ...serienbriefRoutes],
    handlers: serienbriefHandler(templates),
    close: () => templates.close(),
  };
}
