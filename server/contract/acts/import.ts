import { system, type ActDescription } from './describe.js';

export const importActs = {
  'import.beginImport': { label: { de: 'Import beginnen', en: 'Begin import' }, undo: system },
  'import.importVorgang': { label: { de: 'Vorgang übernehmen', en: 'Take over case' }, undo: system },
  'import.finishImport': { label: { de: 'Import abschließen', en: 'Finish import' }, undo: system },
} as const satisfies Record<string, ActDescription>;
