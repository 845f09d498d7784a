import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { addDokument } from '../dokument/add-dokument.js';
import { currentVersion, fileOfHash, holdsDokument } from '../dokument/dokument.queries.js';
import type { StoredFile } from '../platform/http/routes.js';
import { derivedId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { examinedFile } from '../posteingang/eingang.queries.js';
import { fillText, isMissing, missingValuesError } from '../vorlage/fill-text.js';
import { headerChoice, idVariable, textVariable } from '../workflow/job-variables.js';
import type { Job, JobResult, Variables } from '../workflow/process-engine.js';

/**
 * Job `akte.dokumentAblegen`: what came in, or what lies in another Vorgang of the Mandant, becomes a Dokument of the
 * Vorgang of the process. The bytes are not copied: they lie under their hash. Repeating the job gives the same Dokument.
 *
 * @throws Error where the model names no source, or a variable is missing
 */
export async function ablegenDokument(
  tx: Transaction,
  objects: Pick<ObjectStore, 'stat'>,
  job: Job,
): Promise<JobResult | Rejection> {
  const vorgangId = idVariable(job.variables, 'vorgangId');
  const dokumentId = derivedId(tx.mandantId, job.instanceKey, job.key, 'dokument');
  const answer = { variables: { abgelegtId: dokumentId } };
  if (await holdsDokument(tx, vorgangId, dokumentId)) return answer;
  const quelle = headerChoice(job, 'quelle', ['eingang', 'dokument', 'sha256']);
  const file = await sourceOf(tx, quelle, job.variables);
  if (isRejection(file)) return file;
  if (!(await objects.stat(file.sha256))) return reject('akte.bytesDamaged', { state: 'missing' });
  const betreff = fillText(job.headers['betreff']?.trim() || file.name, job.variables);
  if (isMissing(betreff)) return missingValuesError(betreff);
  const added = await addDokument(tx, {
    id: dokumentId,
    vorgangId,
    parentId: null,
    betreff: betreff.slice(0, 500),
    art: headerChoice(job, 'art', ['anlage', 'eingang', 'vermerk', 'ausgang']),
    state: headerChoice(job, 'stand', ['gueltig', 'entwurf']),
    date: tx.clock.today(),
    eingangId: quelle === 'eingang' ? idVariable(job.variables, 'eingangId') : null,
    file,
    signatures: [],
  });
  return isRejection(added) ? added : answer;
}

type Quelle = 'eingang' | 'dokument' | 'sha256';

async function sourceOf(tx: Transaction, quelle: Quelle, variables: Variables): Promise<StoredFile | Rejection> {
  switch (quelle) {
    case 'eingang': {
      const eingangId = idVariable(variables, 'eingangId');
      const part = variables['teil'] ?? null;
      if (part !== null && typeof part !== 'number') throw new Error('The variable teil holds no number');
      const file = await examinedFile(tx, eingangId, part);
      return file ?? unknown(part === null ? `Eingang ${eingangId}` : `Eingang ${eingangId}, ${part}`);
    }
    case 'dokument': {
      const dokumentId = idVariable(variables, 'dokumentId');
      return (await currentVersion(tx, dokumentId))?.file ?? unknown(`Dokument ${dokumentId}`);
    }
    case 'sha256': {
      const sha256 = textVariable(variables, 'sha256');
      return (await fileOfHash(tx, sha256)) ?? unknown(`SHA-256 ${sha256}`);
    }
  }
}

function unknown(source: string): Rejection {
  return reject('akte.sourceUnknown', { source });
}
