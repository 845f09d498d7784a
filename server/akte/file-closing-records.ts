import { Readable } from 'node:stream';
import { protectLater } from '../aussonderung/protect-objects.js';
import { closedAufgabenOf } from '../aufgabe/closed-aufgaben.queries.js';
import { isRejection, reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { fileAtClosing } from '../dokument/file-at-closing.js';
import { systemAct } from '../platform/act.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { mandantName } from '../identity/identity.queries.js';
import { historyOf } from '../protokoll/history.js';
import { german } from './akte.js';
import { lockVorgang } from './akte.store.js';
import { renderRecord, type ClosingRecord } from './closing/render-record.js';

/**
 * Files Protokoll and list of Aufgaben as PDF in the Vorgang that was closed. Whoever reads the Vorgang in thirty years, in an
 * archive and without us, finds in it who did what. Closed anew, it gets them anew; the earlier ones stay.
 */
export function createFileClosingRecords(objects: Pick<ObjectStore, 'put'>) {
  return systemAct('akte.fileClosingRecords', async (tx, { vorgangId }: { vorgangId: Id }) => {
    const vorgang = await lockVorgang(tx, vorgangId);
    if (vorgang?.state !== 'zdA') return reject('akte.notClosed', { aktenzeichen: vorgang?.aktenzeichen ?? '' });
    const common = {
      mandant: await mandantName(tx),
      aktenzeichen: vorgang.aktenzeichen,
      betreff: vorgang.betreff,
      zda: german(vorgang.zdaDate),
    };
    const records: ClosingRecord[] = [
      { ...common, kind: 'Protokoll', rows: (await historyOf(tx, vorgangId)).map(historyRow) },
      { ...common, kind: 'Aufgaben', rows: (await closedAufgabenOf(tx, vorgangId)).map(aufgabeRow) },
    ];
    const filed: Id[] = [];
    for (const record of records) {
      const stored = await objects.put(Readable.from([renderRecord(record)]));
      if (isRejection(stored)) return stored;
      const betreff = `${record.kind} des Vorgangs, z. d. A. ${record.zda}`;
      const file = { ...stored, mime: 'application/pdf', name: `${record.kind}.pdf` };
      const dokument = await fileAtClosing(tx, { vorgangId, betreff, date: vorgang.zdaDate, file });
      if (isRejection(dokument)) return dokument;
      filed.push(dokument.dokumentId);
    }
    // Their bytes are kept as long as those of the Vorgang, also by a store that can lock.
    await protectLater(tx, 'vorgang', vorgangId);
    return { dokumentIds: filed };
  });
}

const instant = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Berlin',
});

function historyRow({ at, actor, de }: Awaited<ReturnType<typeof historyOf>>[number]): ClosingRecord['rows'][number] {
  return { when: instant.format(new Date(at)), who: actor, what: de };
}

function aufgabeRow(aufgabe: Awaited<ReturnType<typeof closedAufgabenOf>>[number]): ClosingRecord['rows'][number] {
  const { titel, schritt, state, createdAt, completedAt, person } = aufgabe;
  const end = completedAt ? `, ${state} ${instant.format(completedAt)}` : `, ${state}`;
  return { when: instant.format(createdAt), who: person ?? 'Laufmappe', what: `${titel} (${schritt})${end}` };
}
