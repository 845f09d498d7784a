import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { paragraphOf, type Mark } from '../contract/schwaerzung-views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { versionFile, vorgangOfDokument } from '../dokument/dokument.queries.js';
import { preparedAct, type Asker } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';
import { authorOf } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import type { MadeFile, Redactor } from './redactor.js';
import { countReasons, markObstacles, refuseTellingBetreff } from './schwaerzung.js';
import { endDraft, findSchwaerzung, lockSchwaerzung } from './schwaerzung.store.js';

const input = z.object({
  schwaerzungId: z.uuid(),
  version: z.int(),
  betreff: lineOfText(500),
  vorgangId: z.uuid(),
});

type Input = z.infer<typeof input>;

interface Prepared extends Input {
  readonly made: MadeFile;
}

export interface SchwaerzungParts {
  readonly runner: ActRunner;
  readonly redactor: Redactor;
}

/**
 * Makes the redacted Dokument from the marks. Drawing and checking the pages takes up to minutes and happens before the
 * transaction; the transaction finds out whether the marks are still those. The original is not touched: the new one is a
 * Dokument of its own, final at once, and the marks remember that they belong together.
 */
export function createMakeSchwaerzung(parts: SchwaerzungParts) {
  return preparedAct(
    'schwaerzung.makeSchwaerzung',
    input,
    (asker, wanted) => prepare(parts, asker, wanted),
    async (tx, { schwaerzungId, version, betreff, vorgangId, made }: Prepared) => {
      const draft = await lockSchwaerzung(tx, schwaerzungId);
      const refused = draft ? refuseDraft(draft, version) : reject('platform.notFound');
      if (!draft || refused) return refused ?? reject('platform.notFound');
      await tx.requireRight('work', 'dokument', draft.dokumentId);
      const added = await addDokument(tx, {
        ...{ vorgangId, betreff, parentId: null, art: 'ausgang', state: 'gueltig', eingangId: null },
        ...{ date: tx.clock.today(), file: made.file, signatures: [] },
      });
      if (isRejection(added)) return added;
      const { dokumentId } = added;
      const by = authorOf(tx.actor);
      await endDraft(tx, draft.id, { state: 'erstellt', resultId: dokumentId, at: tx.clock.now(), by });
      const original = await vorgangOfDokument(tx, draft.dokumentId);
      if (!original) return reject('platform.notFound');
      tx.protokoll({
        objectKind: 'vorgang',
        objectId: original,
        payload: {
          ...{ schwaerzungId, dokumentId: draft.dokumentId, nummer: draft.nummer, resultId: dokumentId },
          ...{ marks: draft.marks.length, reasons: countReasons(draft.marks), sha256: made.file.sha256 },
          text: textOf(draft.marks.length, betreff),
        },
      });
      tx.changed('vorgang', original);
      return { dokumentId };
    },
  );
}

async function prepare(
  { runner, redactor }: SchwaerzungParts,
  asker: Asker,
  wanted: Input,
): Promise<Prepared | Rejection> {
  const found = await runner.transaction(asker, async (tx) => {
    tx.require('dokument.write');
    const draft = await findSchwaerzung(tx, wanted.schwaerzungId);
    if (!draft) return reject('platform.notFound');
    await tx.requireRight('work', 'dokument', draft.dokumentId);
    const refused = refuseDraft(draft, wanted.version) ?? markObstacles(draft.marks)[0];
    if (refused) return refused;
    const file = await versionFile(tx, draft.dokumentId, draft.nummer);
    return file ? { file, marks: draft.marks } : reject('platform.notFound');
  });
  if (isRejection(found)) return found;
  const made = await redactor.redact(found.file, areasOf(found.marks));
  if (isRejection(made)) return made;
  return refuseTellingBetreff(wanted.betreff, made.removedWords) ?? { ...wanted, made };
}

function refuseDraft(draft: { readonly state: string; readonly version: number }, version: number): Rejection | null {
  if (draft.state !== 'entwurf') return reject('schwaerzung.notDraft');
  return draft.version === version ? null : reject('platform.stale');
}

function areasOf(marks: readonly Mark[]) {
  return marks.flatMap((mark) => mark.boxes.map((box) => ({ page: mark.page, box, label: paragraphOf(mark) })));
}

function textOf(marks: number, betreff: string) {
  return {
    de: `Geschwärzt: ${marks} Stellen, abgelegt als „${betreff}“`,
    en: `Redacted: ${marks} places, filed as “${betreff}”`,
  };
}
