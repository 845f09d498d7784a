import type { ZusatzDefinition, ZusatzKind } from '../zusatzfeld-views.js';
import type { Id } from '../views.js';
import { final, type ActDescription } from './describe.js';

export const zusatzfeldActs = {
  'zusatzfeld.defineZusatzfeld': {
    label: { de: 'Zusatzfeld anlegen', en: 'Add extra field' },
    permission: 'zusatzfeld.manage',
    undo: { kind: 'reversible', by: 'zusatzfeld.retireZusatzfeld' },
  },
  'zusatzfeld.changeZusatzfeld': {
    label: { de: 'Zusatzfeld ändern', en: 'Change extra field' },
    permission: 'zusatzfeld.manage',
    undo: final(
      'Was vorher galt, nennt das Protokoll; es wird neu eingetragen.',
      'The audit trail names what held before; it is entered anew.',
    ),
  },
  'zusatzfeld.retireZusatzfeld': {
    label: { de: 'Stilllegen', en: 'Retire' },
    permission: 'zusatzfeld.manage',
    undo: { kind: 'reversible', by: 'zusatzfeld.restoreZusatzfeld' },
  },
  'zusatzfeld.restoreZusatzfeld': {
    label: { de: 'Wieder verwenden', en: 'Use again' },
    permission: 'zusatzfeld.manage',
    undo: { kind: 'reversible', by: 'zusatzfeld.retireZusatzfeld' },
  },
  'zusatzfeld.orderZusatzfelder': {
    label: { de: 'Zusatzfelder ordnen', en: 'Order extra fields' },
    permission: 'zusatzfeld.manage',
    undo: final('Die Felder lassen sich neu ordnen.', 'The fields can be ordered anew.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface ZusatzfeldActTypes {
  'zusatzfeld.defineZusatzfeld': {
    input: ZusatzDefinition & { kind: ZusatzKind; key: string };
    output: { id: Id; version: number };
  };
  'zusatzfeld.changeZusatzfeld': {
    /** `breaking` as the preview has counted: so many stored values stay as they are and could not be typed any more. */
    input: ZusatzDefinition & { id: Id; version: number; breaking: number };
    output: { version: number };
  };
  'zusatzfeld.retireZusatzfeld': { input: { id: Id; version: number }; output: { id: Id; version: number } };
  'zusatzfeld.restoreZusatzfeld': { input: { id: Id; version: number }; output: { id: Id; version: number } };
  /** All fields of the kind, in their new order. */
  'zusatzfeld.orderZusatzfelder': { input: { kind: ZusatzKind; ids: Id[] }; output: { count: number } };
}
