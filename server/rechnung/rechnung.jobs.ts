import { Readable } from 'node:stream';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { RechnungFacts } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { federfuehrungOf } from '../akte/akte.queries.js';
import { listColleagues, mandantName } from '../identity/identity.queries.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { rechnungOfEingang } from '../posteingang/eingang.queries.js';
import { idVariable, textVariable } from '../workflow/job-variables.js';
import type { Job, JobResult, JobWorkers } from '../workflow/process-engine.js';
import { zeichnungenOf } from '../zeichnung/zeichnung.queries.js';
import { recordStorno } from './record-storno.js';
import { renderFreigabevermerk, type VermerkRechnung } from './render-vermerk.js';

/** Service tasks of the process Rechnungsfreigabe. */
export function rechnungJobs(objects: ObjectStore): JobWorkers {
  return {
    'rechnung.lesen': readRechnungJob,
    'rechnung.vermerken': (tx, job) => writeVermerkJob(tx, objects, job),
    'rechnung.stornieren': async (tx, job) => {
      const recorded = await recordStorno(tx, { vorgangId: idVariable(job.variables, 'vorgangId') });
      return isRejection(recorded) ? recorded : { variables: {} };
    },
  };
}

/**
 * Hands the invoice to the process. Only structured data count as read; what was found in running text is a proposal
 * that a person confirms, so the process takes the way of the error „RECHNUNG_UNLESBAR“ with the proposal in its hands.
 */
async function readRechnungJob(tx: Transaction, job: Job): Promise<JobResult> {
  const facts = await rechnungOfEingang(tx, idVariable(job.variables, 'eingangId'));
  const mitzeichnende = await chooseMitzeichnende(tx, idVariable(job.variables, 'vorgangId'));
  if (facts && isComplete(facts)) {
    const { kreditor, nummer, datum, betragCent, waehrung, iban, leitwegKennung, source } = facts;
    return {
      variables: {
        rechnung: { kreditor, nummer, datum, betragCent, waehrung, iban, leitwegKennung, quelle: source },
        mitzeichnende,
      },
    };
  }
  return {
    bpmnError: {
      code: 'RECHNUNG_UNLESBAR',
      message: 'The item carries no structured invoice data',
      variables: { ...proposalOf(facts), mitzeichnende },
    },
  };
}

function isComplete({ source, kreditor, nummer, betragCent, waehrung }: RechnungFacts): boolean {
  return source !== 'text' && kreditor !== '' && nummer !== '' && betragCent !== null && waehrung === 'EUR';
}

/** Fills the form „Rechnungsdaten erfassen“ as far as the text says anything. */
function proposalOf(facts: RechnungFacts | null): Record<string, unknown> {
  return {
    kreditor: facts?.kreditor || null,
    nummer: facts?.nummer || null,
    datum: facts?.datum ?? null,
    betragEuro: facts?.betragCent == null ? null : facts.betragCent / 100,
    iban: facts?.iban ?? null,
    leitwegKennung: facts?.leitwegKennung ?? null,
  };
}

/** Whoever may co-sign and does not belong to the unit that checks: another eye, not the same one twice. */
async function chooseMitzeichnende(tx: Transaction, vorgangId: Id): Promise<Id[]> {
  const checking = await federfuehrungOf(tx, vorgangId);
  const colleagues = await listColleagues(tx);
  return colleagues
    .filter(({ roles, unitId }) => roles.includes('mitzeichnung') && unitId !== checking)
    .map(({ id }) => id);
}

/** Writes the Freigabevermerk: the page that the Leitung will sign, as a draft in the Vorgang. */
async function writeVermerkJob(tx: Transaction, objects: ObjectStore, job: Job): Promise<JobResult | Rejection> {
  const { variables } = job;
  const vorgangId = idVariable(variables, 'vorgangId');
  const aktenzeichen = textVariable(variables, 'aktenzeichen');
  const zeichnungen = await zeichnungenOf(tx, vorgangId, job.instanceKey);
  const bytes = renderFreigabevermerk({
    aktenzeichen,
    betreff: textVariable(variables, 'betreff'),
    mandant: await mandantName(tx),
    rechnung: variables['rechnung'] as VermerkRechnung,
    zeichnungen,
    createdAt: tx.clock.now(),
  });
  const stored = await objects.put(Readable.from([bytes]));
  if (isRejection(stored)) return stored;
  const added = await addDokument(tx, {
    vorgangId,
    parentId: null,
    betreff: 'Freigabevermerk',
    art: 'vermerk',
    state: 'entwurf',
    date: tx.clock.today(),
    eingangId: null,
    file: { ...stored, mime: 'application/pdf', name: `Freigabevermerk ${aktenzeichen.replaceAll('/', '-')}.pdf` },
    signatures: [],
  });
  return isRejection(added) ? added : { variables: { vermerkId: added.dokumentId } };
}
