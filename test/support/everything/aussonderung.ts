import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import type { AufbewahrungView } from '../../../server/contract/aufbewahrung-views.js';

export interface KeptRecords {
  /** A question about another rule for the position of the Vorgang. */
  readonly simulation: Readonly<Record<string, unknown>>;
}

/** A Vorgang that is taken out of a Vernichtung and whose next one is withdrawn, and one that is destroyed. */
export async function destroyRecords(office: TestOffice, vorgangIds: readonly string[]): Promise<string> {
  const [, second = ''] = vorgangIds;
  const reason = 'Aktenordnung';
  const both = done(
    await office.act('helga.brandt', 'aussonderung.requestVernichtung', { vorgangIds: [...vorgangIds], reason }),
  );
  const excluding = { ...both, vorgangId: second, reason };
  const { version } = done(await office.act('helga.brandt', 'aussonderung.excludeVorgang', excluding));
  const other = done(
    await office.act('helga.brandt', 'aussonderung.requestVernichtung', { vorgangIds: [second], reason }),
  );
  done(await office.act('helga.brandt', 'aussonderung.withdrawVernichtung', { ...other, reason }));
  const { vernichtungId } = both;
  done(await office.act('ruth.lindqvist', 'aussonderung.releaseVernichtung', { vernichtungId, version }));
  return vernichtungId;
}

/** Periods that records say themselves, an event, and Sperren that come and go, on a closed Vorgang and its Akte. */
export async function keepRecords(office: TestOffice, vorgangId: string): Promise<KeptRecords> {
  const view = done(await office.read<AufbewahrungView>('helga.brandt', `/api/vorgaenge/${vorgangId}/aufbewahrung`));
  const [dokument] = view.dokumente;
  const common = { reason: 'Versuch', shorteningReason: null };
  const frist = { objectKind: 'vorgang', objectId: vorgangId, version: 0, jahre: 10, counting: null } as const;
  done(await office.act('helga.brandt', 'aussonderung.setAufbewahrungsfrist', { ...frist, start: 'event', ...common }));
  const ofAkte = { ...frist, objectKind: 'akte', objectId: view.akteId, jahre: 'inherited', start: null } as const;
  done(await office.act('helga.brandt', 'aussonderung.setAufbewahrungsfrist', { ...ofAkte, ...common }));
  const event = { objectKind: 'vorgang', objectId: vorgangId, version: 0, day: '2026-11-24' } as const;
  done(await office.act('helga.brandt', 'aussonderung.recordEvent', { ...event, ...common }));
  for (const [objectKind, objectId] of [
    ['akte', view.akteId],
    ['vorgang', vorgangId],
    ['dokument', dokument?.id ?? ''],
  ] as const) {
    const set = await office.act('helga.brandt', 'aussonderung.setSperre', { objectKind, objectId, reason: 'Klage' });
    const lifted = { ...done(set), reason: 'erledigt' };
    done(await office.act('ruth.lindqvist', 'aussonderung.liftSperre', lifted));
  }
  const [akte] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query<{ einheitId: string }>(`SELECT aktenplaneinheit_id AS "einheitId" FROM akte WHERE id = $1`, [
      view.akteId,
    ]),
  );
  const simulation = { aktenplaneinheitId: akte?.einheitId, below: 'included', jahre: 6 };
  return { simulation: { ...simulation, counting: 'yearEnd', start: 'zdA' } };
}
