import type { LaufwegLine, LaufwegStationView, LaufwegView, MappeDokumentView } from '../contract/laufweg-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { hasBegun, outcomeOf, type StationGroup, type StationNode } from './laufweg.js';
import { treeOfRows, type StationRow } from './laufweg.store.js';
import { mappeOf } from './mappe.queries.js';

// Older ones are history, and the Protokoll has them.
const MOST_LAUFWEGE = 50;

interface LaufwegRow {
  readonly id: Id;
  readonly version: number;
  readonly state: LaufwegView['state'];
  readonly initiator: { id: Id; name: string };
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly note: Sentence | null;
}

interface StationDetails extends StationRow {
  readonly laufwegId: Id;
  readonly whom: string;
  readonly person: string | null;
  readonly comment: string;
  readonly reason: Sentence | null;
  readonly insertedBy: string | null;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly frist: Day | null;
}

/** The Laufwege of a Vorgang, newest first, with all that was ever asked in them. */
export async function laufwegeOfVorgang(queries: Queries, vorgangId: Id): Promise<LaufwegView[]> {
  const laufwege = await queries.query<LaufwegRow>(
    `SELECT l.id, l.version, l.state, json_build_object('id', p.id, 'name', p.name) AS initiator,
            l.started_at AS "startedAt", l.ended_at AS "endedAt", l.note
       FROM laufweg l JOIN person p ON p.id = l.initiator_id
      WHERE l.vorgang_id = $1 ORDER BY l.started_at DESC, l.id DESC LIMIT ${MOST_LAUFWEGE}`,
    [vorgangId],
  );
  if (laufwege.length === 0) return [];
  const stations = await stationDetails(
    queries,
    laufwege.map(({ id }) => id),
  );
  const views: LaufwegView[] = [];
  for (const { startedAt, endedAt, ...laufweg } of laufwege) {
    const rows = stations.filter(({ laufwegId }) => laufwegId === laufweg.id);
    const living = laufweg.state === 'laeuft' || laufweg.state === 'angehalten';
    views.push({
      ...laufweg,
      ...{ startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      dokumente: (await mappeOf(queries, laufweg.id)).map(mappeView),
      lines: linesOf(treeOfRows(laufweg.id, rows), new Map(rows.map((row) => [row.id, row])), living),
    });
  }
  return views;
}

/** What a page needs to know of a Dokument of the Umlaufmappe. */
export function mappeView({ dokumentId, nummer, betreff, newest }: MappeDokumentView): MappeDokumentView {
  return { dokumentId, nummer, betreff, newest };
}

async function stationDetails(queries: Queries, laufwegIds: readonly Id[]): Promise<StationDetails[]> {
  return queries.query<StationDetails>(
    `SELECT s.laufweg_id AS "laufwegId", s.id, s.group_id AS "groupId", s.kind, s.ordering, s.quorum, s.art,
            s.person_id AS "personId", s.role, s.unit_id AS "unitId", s.frist_days AS "fristDays", s.state,
            s.aufgabe_id AS "aufgabeId", s.decision, s.overruled, s.comment, s.reason, s.begun_at AS "begunAt",
            s.ended_at AS "endedAt", a.frist, i.name AS "insertedBy",
            coalesce(w.name || ', ' || u.code || ' ' || u.name, x.code || ' ' || x.name, '') AS whom,
            coalesce(b.name || coalesce(' (i. V. ' || f.name || ')', ''), h.name) AS person
       FROM laufweg_station s
       LEFT JOIN person w ON w.id = s.person_id LEFT JOIN unit u ON u.id = w.unit_id
       LEFT JOIN unit x ON x.id = s.unit_id
       LEFT JOIN aufgabe a ON a.id = s.aufgabe_id
       LEFT JOIN person h ON h.id = a.assignee_id AND a.state = 'offen'
       LEFT JOIN person b ON b.id = s.done_by LEFT JOIN person f ON f.id = s.done_for
       LEFT JOIN person i ON i.id = s.inserted_by
      WHERE s.laufweg_id = ANY($1) ORDER BY s.position, s.id`,
    [laufwegIds],
  );
}

function linesOf(root: StationGroup, rows: ReadonlyMap<Id, StationDetails>, living: boolean, depth = 0): LaufwegLine[] {
  return root.members.flatMap((node, index): LaufwegLine[] => {
    const row = rows.get(node.id);
    if (!row) return [];
    const place = { id: node.id, groupId: row.groupId, index, depth, may: living ? mayWith(node) : [] };
    if (node.kind === 'station') return [{ ...place, ...stationView(row) }];
    const { order, quorum } = node;
    const group: LaufwegLine = { ...place, kind: 'group', order, quorum, state: groupState(node) };
    return [group, ...linesOf(node, rows, living, depth + 1)];
  });
}

function stationView(row: StationDetails): Omit<LaufwegStationView, 'id' | 'groupId' | 'index' | 'depth' | 'may'> {
  const { art, personId, role, unitId, fristDays, state, decision, begunAt, endedAt, ...words } = row;
  const { whom, person, frist, comment, reason, insertedBy } = words;
  return {
    ...{
      kind: 'station',
      art: art ?? 'mitzeichnung',
      fristDays,
      state,
      decision,
      whom,
      person,
      frist,
      comment,
      reason,
    },
    who: personId === null ? { kind: 'role', role: role ?? 'sachbearbeitung', unitId } : { kind: 'person', personId },
    ...{ insertedBy, begunAt: begunAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null },
  };
}

function groupState(group: StationGroup): 'offen' | 'laeuft' | 'erledigt' {
  if (outcomeOf(group) !== 'pending') return 'erledigt';
  return hasBegun(group) ? 'laeuft' : 'offen';
}

function mayWith(node: StationNode): ('skip' | 'move')[] {
  if (outcomeOf(node) !== 'pending') return [];
  return hasBegun(node) ? ['skip'] : ['skip', 'move'];
}
