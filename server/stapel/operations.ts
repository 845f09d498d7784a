import { z } from 'zod';
import { classifyRecord } from '../access/classify-record.js';
import { endVertretung } from '../access/end-vertretung.js';
import { reasonInput, stufeInput } from '../access/input.js';
import { closeZdA } from '../akte/close-zda.js';
import { editAkte } from '../akte/edit-akte.js';
import { reopenVorgang } from '../akte/reopen-vorgang.js';
import { assignAufgabe } from '../aufgabe/assign-aufgabe.js';
import { transferAufgabe } from '../aufgabe/transfer-aufgabe.js';
import { setAufbewahrungsfrist } from '../aussonderung/set-aufbewahrungsfrist.js';
import { ACTS, type PersonActName } from '../contract/acts.js';
import { isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { StapelOperation } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import { discardDokument } from '../dokument/discard-dokument.js';
import { DOKUMENT_ARTEN } from '../dokument/dokument.js';
import { editDokument } from '../dokument/edit-dokument.js';
import { moveDokument } from '../dokument/move-dokument.js';
import { releaseCheckout } from '../dokument/release-checkout.js';
import { restoreDokument } from '../dokument/restore-dokument.js';
import { reason } from '../platform/typed-text.js';
import type { Transaction } from '../platform/transaction.js';
import { fileCertain } from '../posteingang/file-certain.js';
import { unassignEingang } from '../posteingang/unassign-eingang.js';
import { operation, type Operation } from './operation.js';
import { akteFactsOf, dokumentFactsOf, filingOf, fristVersionOf, versionOf } from './target.store.js';

const nothing = z.strictObject({});
const withReason = z.strictObject({ reason });
const stufe = z.strictObject({ stufe: stufeInput, reason: reasonInput });
const frist = z.strictObject({
  jahre: z.union([z.int().min(0).max(130), z.enum(['unlimited', 'inherited'])]),
  counting: z.enum(['yearEnd', 'dayExact']).nullable(),
  start: z.enum(['zdA', 'event']).nullable(),
  reason,
  shorteningReason: reason.nullable(),
});

/** Of somebody who leaves: whose it is, and why it goes. */
const leaving = z.strictObject({ fromId: z.uuid(), reason });

/** Where an Eingang was to be filed, as the person has read it. */
const certain = z.strictObject({
  place: z.strictObject({ kind: z.enum(['vorgang', 'akte']), id: z.uuid() }),
  reasons: z.array(z.object({ de: z.string(), en: z.string() })).optional(),
});

/** Only what this batch has filed. */
const filedIn = z.strictObject({ stapelId: z.uuid() });

/** Everything that a person can do with many records at once. */
export const OPERATIONS: Readonly<Record<StapelOperation, Operation>> = {
  closeZdA: operation('vorgang', labelOf('akte.closeZdA'), closeZdA, nothing, (tx, vorgangId) =>
    versioned(tx, 'vorgang', vorgangId, (version) => ({ vorgangId, version })),
  ),
  reopenVorgang: operation('vorgang', labelOf('akte.reopenVorgang'), reopenVorgang, withReason, (tx, vorgangId, rest) =>
    versioned(tx, 'vorgang', vorgangId, (version) => ({ vorgangId, version, ...rest })),
  ),
  classifyVorgang: classify('vorgang'),
  classifyAkte: classify('akte'),
  setFristVorgang: setFrist('vorgang'),
  setFristAkte: setFrist('akte'),
  setFederfuehrung: operation(
    'akte',
    { de: 'Federführung ändern', en: 'Change lead responsibility' },
    editAkte,
    z.strictObject({ federfuehrungId: z.uuid() }),
    async (tx, akteId, rest) => {
      const facts = await akteFactsOf(tx, akteId);
      return isRejection(facts) ? facts : { ...facts, akteId, ...rest };
    },
  ),
  moveDokument: operation(
    'dokument',
    labelOf('dokument.moveDokument'),
    moveDokument,
    z.strictObject({ vorgangId: z.uuid(), reason }),
    (tx, dokumentId, rest) => versioned(tx, 'dokument', dokumentId, (version) => ({ dokumentId, version, ...rest })),
  ),
  discardDokument: operation(
    'dokument',
    labelOf('dokument.discardDokument'),
    discardDokument,
    withReason,
    (tx, dokumentId, rest) => versioned(tx, 'dokument', dokumentId, (version) => ({ dokumentId, version, ...rest })),
  ),
  restoreDokument: operation(
    'dokument',
    labelOf('dokument.restoreDokument'),
    restoreDokument,
    nothing,
    (tx, dokumentId) => versioned(tx, 'dokument', dokumentId, (version) => ({ dokumentId, version })),
  ),
  setDokumentArt: operation(
    'dokument',
    { de: 'Dokumentart ändern', en: 'Change kind of document' },
    editDokument,
    z.strictObject({ art: z.enum(DOKUMENT_ARTEN) }),
    async (tx, dokumentId, rest) => {
      const facts = await dokumentFactsOf(tx, dokumentId);
      return isRejection(facts) ? facts : { ...facts, dokumentId, ...rest };
    },
  ),
  transferAufgabe: operation(
    'aufgabe',
    labelOf('aufgabe.transferAufgabe'),
    transferAufgabe,
    leaving.extend({ toId: z.uuid().nullable() }),
    (_tx, aufgabeId, rest) => Promise.resolve({ aufgabeId, ...rest }),
  ),
  assignAufgabe: operation(
    'aufgabe',
    labelOf('aufgabe.assignAufgabe'),
    assignAufgabe,
    withReason.extend({ toId: z.uuid().nullable() }),
    (_tx, aufgabeId, rest) => Promise.resolve({ aufgabeId, ...rest }),
  ),
  releaseCheckout: operation(
    'dokument',
    labelOf('dokument.releaseCheckout'),
    releaseCheckout,
    leaving,
    (_tx, dokumentId, rest) => Promise.resolve({ dokumentId, ...rest }),
  ),
  endVertretung: operation('vertretung', labelOf('access.endVertretung'), endVertretung, nothing, (_tx, vertretungId) =>
    Promise.resolve({ vertretungId }),
  ),
  fileEingang: {
    ...{ label: labelOf('stapel.planFiling'), kind: 'eingang', schema: certain, reverse: 'unassignEingang' },
    perform: (tx, eingangId, shared) => fileCertain(tx, eingangId, certain.parse(shared).place),
  },
  unassignEingang: operation(
    'eingang',
    labelOf('posteingang.unassignEingang'),
    unassignEingang,
    filedIn,
    async (tx, eingangId, { stapelId }) => {
      const found = await filingOf(tx, eingangId);
      if (!found) return reject('platform.notFound');
      const { version, state, batch } = found;
      return state === 'zugeordnet' && batch !== stapelId ? reject('posteingang.filedAnew') : { eingangId, version };
    },
  ),
};

function classify(kind: 'akte' | 'vorgang'): Operation {
  return operation(kind, labelOf('access.classifyRecord'), classifyRecord, stufe, (tx, id, rest) =>
    versioned(tx, kind, id, (version) => ({ kind, id, version, ...rest })),
  );
}

function setFrist(objectKind: 'akte' | 'vorgang'): Operation {
  const label = labelOf('aussonderung.setAufbewahrungsfrist');
  return operation(objectKind, label, setAufbewahrungsfrist, frist, async (tx, objectId, rest) => ({
    ...{ objectKind, objectId, version: await fristVersionOf(tx, objectKind, objectId) },
    ...rest,
  }));
}

function labelOf(act: PersonActName): Sentence {
  return ACTS[act].label;
}

async function versioned<Input>(
  tx: Transaction,
  kind: 'akte' | 'vorgang' | 'dokument',
  id: Id,
  inputWith: (version: number) => Input,
): Promise<Input | Rejection> {
  const version = await versionOf(tx, kind, id);
  return version === null ? reject('platform.notFound') : inputWith(version);
}
