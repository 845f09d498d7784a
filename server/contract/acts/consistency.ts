import { system, type ActDescription } from './describe.js';

export const consistencyActs = {
  'consistency.recordResult': {
    label: { de: 'Prüfung der Ablage festhalten', en: 'Record consistency check' },
    undo: system,
  },
  'consistency.restoreObject': {
    label: { de: 'Datei aus der Sicherung zurückholen', en: 'Restore file from backup' },
    undo: system,
  },
  'consistency.renewSearch': {
    label: { de: 'Suche für Einträge erneuern lassen', en: 'Have search renewed for records' },
    undo: system,
  },
} as const satisfies Record<string, ActDescription>;
