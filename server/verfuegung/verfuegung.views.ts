import type { PunktView, VerfuegungView } from '../contract/verfuegung-views.js';
import type { Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { stateOf } from './verfuegung.js';
import { BEGUN } from './verfuegung.queries.js';

// Older ones are history, and the Protokoll has them.
const MOST_VERFUEGUNGEN = 100;

interface VerfuegungRow {
  readonly id: Id;
  readonly version: number;
  readonly orderer: { id: Id; name: string };
  readonly orderedAt: Date;
  readonly recalledAt: Date | null;
  readonly recalledBy: string | null;
  readonly dokument: VerfuegungView['dokument'];
}

interface PunktDetails extends Omit<PunktView, 'who' | 'endedAt' | 'added'> {
  readonly verfuegungId: Id;
  readonly personId: Id | null;
  readonly role: Role | null;
  readonly unitId: Id | null;
  readonly endedAt: Date | null;
  readonly addedBy: string | null;
  readonly addedAt: Date | null;
  readonly begun: boolean;
}

/** The Verfügungen of a Vorgang, newest first, with what became of each point. */
export async function verfuegungenOfVorgang(queries: Queries, vorgangId: Id): Promise<VerfuegungView[]> {
  const rows = await queries.query<VerfuegungRow>(
    `SELECT f.id, f.version, json_build_object('id', p.id, 'name', p.name) AS orderer, f.ordered_at AS "orderedAt",
            f.recalled_at AS "recalledAt", r.name AS "recalledBy",
            CASE WHEN d.verfuegung_id IS NOT NULL THEN json_build_object(
              'dokumentId', d.dokument_id, 'nummer', d.nummer, 'betreff', coalesce(o.betreff, ''),
              'newest', (SELECT max(s.nummer) FROM dokument_version s WHERE s.dokument_id = o.id)) END AS dokument
       FROM verfuegung f JOIN person p ON p.id = f.orderer_id LEFT JOIN person r ON r.id = f.recalled_by
       LEFT JOIN verfuegung_dokument d ON d.verfuegung_id = f.id LEFT JOIN dokument o ON o.id = d.dokument_id
      WHERE f.vorgang_id = $1 ORDER BY f.ordered_at DESC, f.id DESC LIMIT ${MOST_VERFUEGUNGEN}`,
    [vorgangId],
  );
  const punkte = rows.length === 0 ? [] : await punktDetails(queries, vorgangId);
  return rows.map(({ orderedAt, recalledAt, recalledBy, ...row }) => {
    const own = punkte.filter(({ verfuegungId }) => verfuegungId === row.id);
    return {
      ...row,
      state: stateOf(recalledAt === null ? 'inForce' : 'recalled', own),
      orderedAt: orderedAt.toISOString(),
      recalled: recalledAt && recalledBy !== null ? { by: recalledBy, at: recalledAt.toISOString() } : null,
      begun: own.some(({ begun }) => begun) ? 'begun' : 'notBegun',
      punkte: own.map(punktView),
    };
  });
}

async function punktDetails(queries: Queries, vorgangId: Id): Promise<PunktDetails[]> {
  return queries.query<PunktDetails>(
    `SELECT p.verfuegung_id AS "verfuegungId", p.id, p.nummer, p.art, p.text, p.person_id AS "personId", p.role,
            p.unit_id AS "unitId", p.day, p.state, p.note, p.reason, p.ended_at AS "endedAt", p.added_at AS "addedAt",
            i.name AS "addedBy", h.name AS "liesWith", ${BEGUN} IS TRUE AS begun,
            coalesce(w.name || ', ' || u.code || ' ' || u.name, x.code || ' ' || x.name, '') AS whom,
            b.name || coalesce(' (i. V. ' || v.name || ')', '') AS "endedBy"
       FROM verfuegung_punkt p
       LEFT JOIN person w ON w.id = p.person_id LEFT JOIN unit u ON u.id = w.unit_id
       LEFT JOIN unit x ON x.id = p.unit_id
       LEFT JOIN aufgabe a ON a.id = p.aufgabe_id
       LEFT JOIN person h ON h.id = a.assignee_id AND a.state = 'offen'
       LEFT JOIN person b ON b.id = p.ended_by LEFT JOIN person v ON v.id = p.ended_for
       LEFT JOIN person i ON i.id = p.added_by
      WHERE p.vorgang_id = $1 ORDER BY p.nummer`,
    [vorgangId],
  );
}

function punktView(row: PunktDetails): PunktView {
  const { verfuegungId: _of, begun: _begun, personId, role, unitId, endedAt, addedBy, addedAt, ...rest } = row;
  return {
    ...rest,
    who: personId !== null ? { kind: 'person', personId } : role === null ? null : { kind: 'role', role, unitId },
    endedAt: endedAt?.toISOString() ?? null,
    added: addedBy !== null && addedAt ? { by: addedBy, at: addedAt.toISOString() } : null,
  };
}
