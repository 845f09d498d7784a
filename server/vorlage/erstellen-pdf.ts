import { Readable } from 'node:stream';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { akteOfVorgang } from '../akte/akte.queries.js';
import { addDokument } from '../dokument/add-dokument.js';
import { holdsDokument } from '../dokument/dokument.queries.js';
import { mandantName } from '../identity/identity.queries.js';
import { derivedId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { headerChoice, headerText, idVariable } from '../workflow/job-variables.js';
import type { Job, JobResult } from '../workflow/process-engine.js';
import { isMissing, missingValuesError } from './fill-text.js';
import { readVorlage } from './read-vorlage.js';
import { renderSchreiben } from './render-schreiben.js';
import { fillSchreiben, schreibenOf, type Schreiben } from './schreiben.js';

/**
 * Job `dokument.pdfErstellen`: a Vorlage, filled with the variables of the process, becomes a PDF and a Dokument of the
 * Vorgang. Besides the variables a text may name `heute`, `aktenzeichen` and `mandant`. The same words have the same hash.
 *
 * @throws Error where the step names neither a Vorlage nor title and text
 */
export async function erstellenPdf(
  tx: Transaction,
  objects: Pick<ObjectStore, 'put'>,
  job: Job,
): Promise<JobResult | Rejection> {
  const vorgangId = idVariable(job.variables, 'vorgangId');
  const pdfId = derivedId(tx.mandantId, job.instanceKey, job.key, 'pdf');
  const answer = { variables: { pdfId } };
  if (await holdsDokument(tx, vorgangId, pdfId)) return answer;
  const vorlage = await vorlageOf(job);
  if (isRejection(vorlage)) return vorlage;
  const akte = await akteOfVorgang(tx, vorgangId);
  if (!akte) throw new Error(`There is no Vorgang ${vorgangId}`);
  const head = { mandant: await mandantName(tx), aktenzeichen: akte.aktenzeichen };
  const schreiben = fillSchreiben(vorlage, { heute: tx.clock.today(), ...head, ...job.variables });
  if (isMissing(schreiben)) return missingValuesError(schreiben);
  const stored = await objects.put(Readable.from([renderSchreiben(schreiben, head)]));
  if (isRejection(stored)) return stored;
  const added = await addDokument(tx, {
    id: pdfId,
    vorgangId,
    parentId: null,
    betreff: schreiben.title.slice(0, 500),
    art: headerChoice(job, 'art', ['ausgang', 'vermerk', 'anlage']),
    state: headerChoice(job, 'stand', ['gueltig', 'entwurf']),
    date: tx.clock.today(),
    eingangId: null,
    file: { ...stored, mime: 'application/pdf', name: fileName(schreiben.title, akte.aktenzeichen) },
    signatures: [],
  });
  return isRejection(added) ? added : answer;
}

async function vorlageOf(job: Job): Promise<Schreiben | Rejection> {
  const name = job.headers['vorlage']?.trim();
  return name ? readVorlage(name) : schreibenOf(headerText(job, 'titel'), headerText(job, 'text'));
}

/** Letters, digits and what is harmless in the name of a file; 120 letters are at most 240 bytes. */
function fileName(title: string, aktenzeichen: string): string {
  const safe = (text: string) => text.replace(/[^\p{L}\p{N} .,()_-]+/gu, '-').trim();
  return `${safe(title).slice(0, 80)} ${safe(aktenzeichen).slice(0, 40)}.pdf`;
}
