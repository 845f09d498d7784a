import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { loadPerson, mandantName } from '../../identity/identity.queries.js';
import type { ActRunner } from '../../platform/act-runner.js';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import type { Transaction } from '../../platform/transaction.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import { german } from '../akte.js';
import { reasonOf } from '../closing/closing.jobs.js';
import type { ComposeRequest } from './compose-worker.js';
import { planParts, sizeOf, type Composed, type PlannedPart } from './plan-parts.js';
import { nameOfRecord, partsOfRecord } from './record-parts.queries.js';
import { findRecordPdf, saveComposed, saveNotComposed, saveProgress, type RecordPdf } from './record-pdf.store.js';
import { fetchObject } from '../../platform/objects/fetch-object.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';

export const RECORD_PDF_TOPIC = 'akte.composePdf';

export interface RecordPdfParts {
  readonly runner: ActRunner;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly scratchFolder: string;
}

/** 250 MB of files took 0.9 GB and 10 s; the worker ends itself at twice that. */
export const LARGEST_INPUT = 250_000_000;
const LIMITS = { size: 1, timeLimit: 300_000, memoryLimitMegabytes: 1_800 };
/** The page hears of progress that often; each time costs a transaction. */
const PROGRESS_MILLISECONDS = 1_000;

const input = z.object({ pdfId: z.uuid() });

/**
 * Puts an Akte or a Vorgang together as the person who asked may see it. It writes nothing into records, so it begins anew
 * after a crash; progress and the wish to abort go through transactions of their own.
 */
export function recordPdfHandlers(parts: RecordPdfParts): {
  handlers: Readonly<Record<string, OutboxHandler>>;
  close(): Promise<void>;
} {
  let pool: WorkerPool | null = null;
  const compose = (request: ComposeRequest) => {
    pool ??= createWorkerPool({ entry: new URL('./compose-worker.js', import.meta.url), ...LIMITS });
    return pool.run<Composed>('compose', request);
  };
  return {
    close: async () => pool?.close(),
    handlers: {
      [RECORD_PDF_TOPIC]: async (tx, payload) => {
        const pdf = await findRecordPdf(tx, input.parse(payload).pdfId);
        if (!pdf || !['waiting', 'running'].includes(pdf.state)) return undefined;
        const planned = await plan(parts, tx, pdf);
        if (isRejection(planned)) return saveNotComposed(tx, pdf.pdfId, reasonOf(planned));
        return inScratchFolder(parts.scratchFolder, 'record-pdf', async (folder) => {
          if (!(await fetchAll(parts, tx, pdf, planned.parts, folder))) return undefined;
          const result = join(folder, 'result.pdf');
          const answer = await compose({ ...planned, folder, result });
          if (answer.kind === 'failed') {
            if (answer.cause === 'unavailable') return reject('akte.pdfWorkerAway');
            return await saveNotComposed(tx, pdf.pdfId, reasonOf(reject('akte.pdfNotComposed')));
          }
          const stored = await parts.objects.put(createReadStream(result));
          if (isRejection(stored)) return stored;
          const file = { ...stored, mime: 'application/pdf', name: planned.fileName };
          await saveComposed(tx, pdf.pdfId, file, answer.value.pages);
          tx.changed(pdf.kind, pdf.id);
          return undefined;
        });
      },
    },
  };
}

interface Planned extends Pick<ComposeRequest, 'cover'> {
  readonly parts: readonly PlannedPart[];
  readonly fileName: string;
}

/** Reads with the rights that the person has now, not with those of the system or of then. */
async function plan({ runner }: RecordPdfParts, tx: Transaction, pdf: RecordPdf): Promise<Planned | Rejection> {
  const actor = await loadPerson(tx, pdf.personId);
  if (!actor) return reject('platform.notFound');
  const mandant = await mandantName(tx);
  return runner.transaction({ mandantId: tx.mandantId, actor }, async (own) => {
    const name = await nameOfRecord(own, pdf);
    if (!name) return reject('platform.notFound');
    const parts = planParts(await partsOfRecord(own, pdf));
    const size = sizeOf(parts);
    if (size > LARGEST_INPUT) {
      const found = Math.ceil(size / 1_000_000);
      return reject('akte.pdfInputTooLarge', { found, limit: LARGEST_INPUT / 1_000_000 });
    }
    const day = german(tx.clock.today());
    const cover = {
      ...{ mandant, title: `${name.aktenzeichen} ${name.betreff}`, createdAt: null },
      kind: pdf.kind === 'akte' ? 'Akte mit Register' : 'Vorgang mit Register',
      facts: [
        ['Stand', day],
        ['Zusammengestellt für', actor.name],
        ['Dokumente', String(parts.filter(({ kind }) => kind === 'dokument').length)],
      ] as const,
      notes: [
        `Enthalten ist, was ${actor.name} am ${day} sehen durfte, jeweils in der neuesten Fassung.`,
        'Diese Zusammenstellung ist eine Kopie. Signaturen lassen sich nur an den Originalen prüfen, die unverändert in der Akte liegen.',
      ],
    };
    return { cover, parts, fileName: `${name.aktenzeichen.replaceAll('/', '-')}.pdf` };
  });
}

/** @returns false where the person has aborted it */
async function fetchAll(
  { runner, objects }: RecordPdfParts,
  { mandantId }: Transaction,
  pdf: RecordPdf,
  parts: readonly PlannedPart[],
  folder: string,
): Promise<boolean> {
  const wanted = new Set(
    parts.flatMap((part) => (part.kind === 'dokument' && 'object' in part.content ? [part.content.object] : [])),
  );
  const tell = (done: number) =>
    runner.transaction({ mandantId, actor: { kind: 'system', name: 'record-pdf' } }, async (own) => {
      own.changed(pdf.kind, pdf.id);
      return saveProgress(own, pdf.pdfId, done, wanted.size);
    });
  let [done, told] = [0, performance.now()];
  if (!(await tell(done))) return false;
  for (const object of wanted) {
    await fetchObject(objects, object, join(folder, object));
    done += 1;
    if (performance.now() - told < PROGRESS_MILLISECONDS && done < wanted.size) continue;
    told = performance.now();
    if (!(await tell(done))) return false;
  }
  return true;
}
