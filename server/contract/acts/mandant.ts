import { system, type ActDescription } from './describe.js';

/** Acts of the shared administration. No person of a Mandant performs them, so they have no permission and no route there. */
export const mandantActs = {
  'mandant.createMandant': { label: { de: 'Mandant einrichten', en: 'Create tenant' }, undo: system },
  'mandant.acceptInvitation': { label: { de: 'Einladung annehmen', en: 'Accept invitation' }, undo: system },
  'mandant.suspendMandant': { label: { de: 'Mandant anhalten', en: 'Suspend tenant' }, undo: system },
  'mandant.resumeMandant': { label: { de: 'Mandant wieder aufnehmen', en: 'Resume tenant' }, undo: system },
  'mandant.recordExport': { label: { de: 'Export festhalten', en: 'Record export' }, undo: system },
} as const satisfies Record<string, ActDescription>;
