import { z } from 'zod';
import { dayAfter } from '../contract/days.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { AssignTarget } from '../contract/acts/posteingang.js';
import type { EingangKind, Examination } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import { akteOfVorgang, unitForEinheit } from '../akte/akte.queries.js';
import { openAkte } from '../akte/open-akte.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import { addDokument } from '../dokument/add-dokument.js';
import { act } from '../platform/act.js';
import { calendarDay, lineOfText, optionalLine } from '../platform/typed-text.js';
import type { Transaction } from '../platform/transaction.js';
import { startMessageOf } from '../workflow/workflow.queries.js';
import { moveLinked } from './duplicate.store.js';
import { assignable, filingMessage, type Eingang } from './eingang.js';
import { examinationOf, lockEingang, partsOf, saveAssigned } from './eingang.store.js';
import { saveFiling } from './filing.store.js';
import { judgeFiling } from './judge-filing.js';
import { proposeFiling, suggestFacts } from './proposals.js';
import { loadStock } from './stock.store.js';

const KINDS = ['rechnung', 'mahnung', 'antrag', 'widerspruch', 'schreiben'] as const satisfies readonly EingangKind[];
const text = lineOfText(500);
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vorgang'), vorgangId: z.uuid() }),
  z.object({ kind: z.literal('akte'), akteId: z.uuid(), vorgangBetreff: text }),
  z.object({
    kind: z.literal('aktenplaneinheit'),
    aktenplaneinheitId: z.uuid(),
    akteBetreff: text,
    vorgangBetreff: text,
  }),
]);
const input = z.object({
  eingangId: z.uuid(),
  version: z.int(),
  target,
  betreff: text,
  letterDate: calendarDay().nullable(),
  processId: z.string().max(200).nullable(),
  kind: z.enum(KINDS).optional(),
  sender: optionalLine(300).optional(),
});

// One instance per Vorgang runs at a time. The message of a second letter waits for the first to end, which may take
// months in an office; a message that died meanwhile would be a letter that nobody deals with.
const MESSAGE_TTL_MILLISECONDS = 400 * 86_400_000;
const DAYS_TO_ANSWER = 14;

/**
 * Gives an Eingang its home: the original and its parts become Dokumente of a Vorgang, and the process starts with the
 * Eingang's id as message id, so that it starts once. Its reverse is `unassignEingang`.
 */
export const assignEingang = act('posteingang.assignEingang', input, async (tx, assignment) => {
  // Of many that are filed at once, the rows of the Protokoll are joined by the batch.
  const batch = tx.correlationId;
  tx.correlationId = batch ?? assignment.eingangId;
  const eingang = assignable(await lockEingang(tx, assignment.eingangId), assignment.version);
  if (isRejection(eingang)) return eingang;
  const examination = await examinationOf(tx, eingang.id);
  // Before anything is filed: what is proposed for this one must not be learned from itself.
  const judged = examination && (await judge(tx, examination, assignment));
  const vorgang = await findOrOpenVorgang(tx, assignment.target);
  if (isRejection(vorgang)) return vorgang;
  const dokument = await fileDokumente(tx, eingang, examination, vorgang.vorgangId, assignment);
  if (isRejection(dokument)) return dokument;
  const version = await saveAssigned(tx, eingang.id, vorgang.vorgangId, batch);
  await tx.asSystem((all) => moveLinked(all, eingang.id, vorgang.vorgangId));
  if (judged) {
    const { akteId } = vorgang;
    await saveFiling(tx, tx.mandantId, { eingangId: eingang.id, akteId, at: tx.clock.now(), ...judged });
  }
  const filed = { ...vorgang, ...dokument, version };
  const started = assignment.processId
    ? await startProcess(tx, eingang, assignment.processId, filed, assignment.betreff)
    : await createAufgabeByHand(tx, filed, assignment.betreff);
  if (isRejection(started)) return started;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.vorgangId,
    payload: {
      eingangId: eingang.id,
      processId: assignment.processId,
      ...(judged && { filing: judged }),
      text: { de: `Eingang „${assignment.betreff}“ abgelegt`, en: `Incoming item “${assignment.betreff}” filed` },
    },
  });
  tx.changed('eingang', eingang.id);
  return filed;
});

/** What is said of it now, beside what the own stock proposes. */
async function judge(tx: Transaction, examination: Examination, assignment: z.infer<typeof input>) {
  const stock = await loadStock(tx, examination, tx.clock.today());
  const suggested = suggestFacts(examination, stock);
  return {
    ...judgeFiling(proposeFiling(examination, stock), suggested, assignment.target),
    kind: assignment.kind ?? suggested.kind.value,
    sender: assignment.sender ?? suggested.sender.value,
    address: examination.senderAddress,
  };
}

interface Home {
  readonly vorgangId: Id;
  readonly akteId: Id;
  readonly aktenzeichen: string;
}

async function findOrOpenVorgang(tx: Transaction, target: AssignTarget): Promise<Home | Rejection> {
  if (target.kind === 'vorgang') {
    const home = await akteOfVorgang(tx, target.vorgangId);
    return home ? { vorgangId: target.vorgangId, ...home } : reject('platform.notFound');
  }
  let akteId = target.kind === 'akte' ? target.akteId : null;
  if (target.kind === 'aktenplaneinheit') {
    const federfuehrungId = await unitForEinheit(tx, target.aktenplaneinheitId);
    if (!federfuehrungId) return reject('platform.notFound');
    const opened = await openAkte(tx, {
      einheitId: target.aktenplaneinheitId,
      betreff: target.akteBetreff,
      federfuehrungId,
    });
    if (isRejection(opened)) return opened;
    akteId = opened.akteId;
  }
  if (!akteId) return reject('platform.notFound');
  const vorgang = await openVorgang(tx, { akteId, betreff: target.vorgangBetreff });
  return isRejection(vorgang) ? vorgang : { ...vorgang, akteId };
}

/** The original first, then every part below it, so that the mail stays together and stays taken apart. */
async function fileDokumente(
  tx: Transaction,
  eingang: Eingang,
  examination: Examination | null,
  vorgangId: Id,
  { betreff, letterDate }: { betreff: string; letterDate: string | null },
): Promise<{ dokumentId: Id } | Rejection> {
  const common = { vorgangId, eingangId: eingang.id, state: 'gueltig', date: letterDate } as const;
  const parts = await partsOf(tx, eingang.id);
  const signatures = (examination?.signatures?.signatures ?? []).map(({ sentence }) => sentence);
  const original = await addDokument(tx, {
    ...common,
    parentId: null,
    betreff,
    art: 'eingang',
    file: { sha256: eingang.sha256, size: eingang.size, mime: eingang.mime, name: eingang.fileName },
    signatures: parts.length === 0 ? signatures : [],
  });
  if (isRejection(original)) return original;
  for (const part of parts) {
    const added = await addDokument(tx, {
      ...common,
      parentId: original.dokumentId,
      betreff: part.kind === 'body' ? 'Nachrichtentext' : part.name,
      art: 'anlage',
      file: { sha256: part.sha256, size: part.size, mime: part.mime, name: part.name },
      signatures: part.mime === 'application/pdf' ? signatures : [],
    });
    if (isRejection(added)) return added;
  }
  return original;
}

async function startProcess(
  tx: Transaction,
  eingang: Eingang,
  processId: string,
  filed: Home & { dokumentId: Id },
  betreff: string,
): Promise<object | Rejection> {
  const name = await startMessageOf(tx, processId);
  if (!name) return reject('posteingang.noSuchProcess', { process: processId });
  const message = filingMessage(eingang);
  const joined = tx.correlationId;
  // What the process does is the story of this one letter, also where a batch has filed it.
  tx.correlationId = eingang.id;
  await tx.enqueue('workflow.publish', message, {
    name,
    correlationKey: filed.vorgangId,
    messageId: message,
    ttlMs: MESSAGE_TTL_MILLISECONDS,
    variables: {
      lmMandantId: tx.mandantId,
      eingangId: eingang.id,
      vorgangId: filed.vorgangId,
      dokumentId: filed.dokumentId,
      aktenzeichen: filed.aktenzeichen,
      betreff,
    },
  });
  tx.correlationId = joined;
  return {};
}

/** Without a process the unit with the Federführung gets one Aufgabe: read it and deal with it. */
async function createAufgabeByHand(
  tx: Transaction,
  filed: { vorgangId: Id; dokumentId: Id },
  betreff: string,
): Promise<object | Rejection> {
  return createAufgabe(tx, {
    vorgangId: filed.vorgangId,
    dokumentId: filed.dokumentId,
    art: 'bearbeitung',
    titel: { de: `Bearbeiten: ${betreff}`, en: `Deal with: ${betreff}` },
    schritt: { de: 'Bearbeitung', en: 'Processing' },
    frage: { de: 'Was ist zu veranlassen?', en: 'What has to be done?' },
    assigneeId: null,
    candidateRole: 'sachbearbeitung',
    frist: dayAfter(tx.clock.today(), DAYS_TO_ANSWER),
    form: null,
    data: {},
    betragCent: null,
    job: null,
  });
}
