import { system, type ActDescription } from './describe.js';

export const dokumentActs = {
  'dokument.addDokument': { label: { de: 'Dokument ablegen', en: 'File document' }, undo: system },
} as const satisfies Record<string, ActDescription>;
