import type { GroupOrder, LaufwegState, Quorum, StationArt, StationState } from '../contract/laufweg-views.js';
import type { Role } from '../contract/permissions.js';
import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { PlacedLine } from './building.js';
import type { StationGroup, StationNode } from './laufweg.js';

/** A Laufweg without its stations. */
export interface Laufweg {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly initiatorId: Id;
  readonly state: LaufwegState;
  readonly run: number;
  readonly instanceKey: string | null;
  /** What its initiator has to decide while it is halted. */
  readonly aufgabeId: Id | null;
  readonly version: number;
}

/** A station or a group as it is stored. */
export interface StationRow {
  readonly id: Id;
  readonly groupId: Id | null;
  readonly kind: 'station' | 'group';
  readonly ordering: GroupOrder | null;
  readonly quorum: Quorum | null;
  readonly art: StationArt | null;
  readonly personId: Id | null;
  readonly role: Role | null;
  readonly unitId: Id | null;
  readonly fristDays: number | null;
  readonly state: StationState;
  readonly aufgabeId: Id | null;
  readonly decision: 'mitgezeichnet' | 'abgelehnt' | 'zurKenntnis' | 'gezeichnet' | null;
  readonly overruled: boolean;
}

type Writing = Queries & { readonly mandantId: Id };

const LAUFWEG = `id, vorgang_id AS "vorgangId", initiator_id AS "initiatorId", state, run, instance_key AS "instanceKey",
  aufgabe_id AS "aufgabeId", version`;

/** The Laufweg, locked until the end of the transaction: all that happens to its stations happens one after the other. */
export async function lockLaufweg(queries: Queries, id: Id): Promise<Laufweg | null> {
  const [row] = await queries.query<Laufweg>(`SELECT ${LAUFWEG} FROM laufweg WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return row ?? null;
}

/** The Laufweg as it is now, without waiting for anybody. */
export async function findLaufweg(queries: Queries, id: Id): Promise<Laufweg | null> {
  const [row] = await queries.query<Laufweg>(`SELECT ${LAUFWEG} FROM laufweg WHERE id = $1`, [id]);
  return row ?? null;
}

/** Its stations and groups, members of one group in their order. */
export async function stationRows(queries: Queries, laufwegId: Id): Promise<StationRow[]> {
  return queries.query<StationRow>(
    `SELECT id, group_id AS "groupId", kind, ordering, quorum, art, person_id AS "personId", role, unit_id AS "unitId",
            frist_days AS "fristDays", state, aufgabe_id AS "aufgabeId", decision, overruled
       FROM laufweg_station WHERE laufweg_id = $1 ORDER BY position, id`,
    [laufwegId],
  );
}

/** The tree of the rows. Its root has the id of the Laufweg. */
export function treeOfRows(laufwegId: Id, rows: readonly StationRow[]): StationGroup {
  const membersOf = (groupId: Id | null): StationNode[] =>
    rows
      .filter((row) => row.groupId === groupId)
      .map((row) =>
        row.kind === 'group'
          ? {
              ...{ kind: 'group', id: row.id, order: row.ordering ?? 'sequence', quorum: row.quorum },
              members: membersOf(row.id),
            }
          : {
              ...{ kind: 'station', id: row.id, art: row.art ?? 'mitzeichnung', state: row.state },
              ...{ refused: row.decision === 'abgelehnt', overruled: row.overruled, personId: row.personId },
            },
      );
  return { kind: 'group', id: laufwegId, order: 'sequence', quorum: null, members: membersOf(null) };
}

export async function insertLaufweg(
  queries: Writing,
  laufweg: { readonly id: Id; readonly vorgangId: Id; readonly initiatorId: Id; readonly at: Date },
  versions: readonly { readonly dokumentId: Id; readonly versionId: Id }[],
): Promise<void> {
  const { id, vorgangId, initiatorId, at } = laufweg;
  await queries.query(
    `INSERT INTO laufweg (id, mandant_id, vorgang_id, initiator_id, state, started_at) VALUES ($1, $2, $3, $4, 'laeuft', $5)`,
    [id, queries.mandantId, vorgangId, initiatorId, at],
  );
  await queries.query(
    `INSERT INTO laufweg_dokument (mandant_id, laufweg_id, vorgang_id, dokument_id, dokument_version_id, position)
     SELECT $1, $2, $3, x.dokument_id, x.version_id, x.place
       FROM unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS x (dokument_id, version_id, place)`,
    [
      ...[queries.mandantId, id, vorgangId],
      ...[versions.map(({ dokumentId }) => dokumentId), versions.map(({ versionId }) => versionId)],
    ],
  );
}

/** Adds lines at the end of their groups; `savePlaces` puts them where they belong. */
export async function insertStations(
  queries: Writing,
  { id: laufwegId, vorgangId }: Pick<Laufweg, 'id' | 'vorgangId'>,
  placed: readonly PlacedLine[],
  inserted: { readonly by: Id; readonly at: Date } | null,
): Promise<void> {
  const stations = placed.map(({ id, groupId, line }) => ({
    ...{ id, group_id: groupId, kind: line.kind },
    ...(line.kind === 'group'
      ? { ordering: line.order, quorum: line.quorum }
      : {
          ...{ art: line.art, frist_days: line.fristDays },
          ...(line.who.kind === 'person'
            ? { person_id: line.who.personId }
            : { role: line.who.role, unit_id: line.who.unitId }),
        }),
  }));
  await queries.query(
    `INSERT INTO laufweg_station (id, mandant_id, laufweg_id, vorgang_id, group_id, position, kind, ordering, quorum, art,
                                  person_id, role, unit_id, frist_days, state, inserted_by, inserted_at)
     SELECT x.id, $1, $2, $3, x.group_id, x.place, x.kind, x.ordering, x.quorum, x.art, x.person_id, x.role, x.unit_id,
            x.frist_days, 'offen', $5, $6
       FROM (SELECT row_number() OVER () AS place, y.*
               FROM jsonb_to_recordset($4::jsonb) AS y (id uuid, group_id uuid, kind text, ordering text, quorum jsonb,
                    art text, person_id uuid, role text, unit_id uuid, frist_days int)) x`,
    [
      ...[queries.mandantId, laufwegId, vorgangId, JSON.stringify(stations)],
      ...[inserted?.by ?? null, inserted?.at ?? null],
    ],
  );
}

/** Writes down the group and the place of every node of the tree. */
export async function savePlaces(queries: Queries, root: StationGroup): Promise<void> {
  const places: { id: Id; groupId: Id | null; position: number }[] = [];
  const visit = (group: StationGroup) => {
    group.members.forEach((member, position) => {
      places.push({ id: member.id, groupId: group === root ? null : group.id, position });
      if (member.kind === 'group') visit(member);
    });
  };
  visit(root);
  await queries.query(
    `UPDATE laufweg_station s SET group_id = x.group_id, position = x.position
       FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS x (id, group_id, position)
      WHERE s.id = x.id AND (s.group_id, s.position) IS DISTINCT FROM (x.group_id, x.position)`,
    [...[places.map(({ id }) => id), places.map(({ groupId }) => groupId)], places.map(({ position }) => position)],
  );
}

/** What a change leaves behind at the Laufweg itself. */
export interface LaufwegChange {
  readonly state: LaufwegState;
  readonly run: number;
  readonly instanceKey: string | null;
  readonly aufgabeId: Id | null;
  /** Left out: the note stays. */
  readonly note?: Sentence | null;
  /** null: it has not ended. */
  readonly endedAt: Date | null;
}

/** Returns the new version. */
export async function saveLaufweg(queries: Queries, id: Id, change: LaufwegChange): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE laufweg SET state = $2, run = $3, instance_key = $4, aufgabe_id = $5, ended_at = $6,
            note = CASE WHEN $7 THEN $8::jsonb ELSE note END, version = version + 1
      WHERE id = $1 RETURNING version`,
    [
      ...[id, change.state, change.run, change.instanceKey, change.aufgabeId, change.endedAt],
      ...[change.note !== undefined, change.note ? JSON.stringify(change.note) : null],
    ],
  );
  if (!row) throw new Error('A locked Laufweg is not there');
  return row.version;
}

/** The instance of this run was seen. No change that a page has to know: the version stays. */
export async function saveInstance(queries: Queries, laufwegId: Id, instanceKey: string): Promise<void> {
  await queries.query(`UPDATE laufweg SET instance_key = $2 WHERE id = $1`, [laufwegId, instanceKey]);
}
