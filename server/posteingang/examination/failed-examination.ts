import type { Examination } from '../../contract/examination.js';
import type { WorkerFailureCause } from '../../platform/worker/worker-answer.js';
import { note, type NoteCode } from './notes.js';
import { visibleText } from './visible-text.js';

/** The document about a file that brought its examination down: quarantine with the reason, nothing else is known. */
export function failedExamination(name: string, cause: Exclude<WorkerFailureCause, 'unavailable'>): Examination {
  return {
    schema: 1,
    outcome: 'quarantaene',
    reason: note(REASONS[cause]),
    fileType: 'unknown',
    mime: 'application/octet-stream',
    virus: 'nichtGeprueft',
    kind: 'schreiben',
    confidence: 'unklar',
    title: visibleText(name).slice(0, 200),
    sender: '',
    senderAddress: '',
    letterDate: null,
    amountCent: null,
    rechnung: null,
    aktenzeichen: [],
    pages: null,
    textLayer: 'noPages',
    textExcerpt: '',
    places: [],
    warnings: [],
    parts: [],
    signatures: null,
    mail: null,
  };
}

const REASONS: Readonly<Record<Exclude<WorkerFailureCause, 'unavailable'>, NoteCode>> = {
  time: 'examination.time',
  memory: 'examination.memory',
  crash: 'examination.failed',
  error: 'examination.failed',
};
