import { reject, type Rejection } from '../contract/rejections.js';
import type { AufgabeRow, Id, VorgangView, ZeichnungView } from '../contract/views.js';
import { pathOfEinheit } from '../aktenplan/aktenplan.queries.js';
import { fristOf } from '../aussonderung/aufbewahrung.queries.js';
import { effectiveFrist } from '../aussonderung/aufbewahrungsfrist.js';
import { sperreObstacles } from '../aussonderung/sperre.queries.js';
import { aufgabenOfVorgang } from '../aufgabe/aufgabe.views.js';
import { countErsuchen } from '../ersuchen/ersuchen.queries.js';
import { loadFrist } from '../frist/frist.views.js';
import { loadRegister } from '../dokument/register.queries.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { historyOf } from '../protokoll/history.js';
import { instancesOfBusinessKey } from '../workflow/workflow.queries.js';
import { closingObstacles } from './akte.js';
import { findVorgang } from './akte.store.js';
import { loadClosingFacts } from './closing.store.js';

interface VorgangFacts {
  betreff: string;
  akteId: Id;
  akteAktenzeichen: string;
  akteBetreff: string;
  einheitId: Id;
  federfuehrung: string;
  aufbewahrungsende: string | null;
}

/** One Vorgang with everything that its page shows. */
export async function loadVorgang(tx: Transaction, vorgangId: Id): Promise<VorgangView | Rejection> {
  const vorgang = await findVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  const [facts] = await tx.query<VorgangFacts>(
    `SELECT a.id AS "akteId", a.aktenzeichen AS "akteAktenzeichen", a.betreff AS "akteBetreff",
            a.aktenplaneinheit_id AS "einheitId", u.code || ' ' || u.name AS federfuehrung,
            v.aufbewahrungsende
       FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN unit u ON u.id = a.federfuehrung_id WHERE v.id = $1`,
    [vorgangId],
  );
  if (!facts) return reject('platform.notFound');
  const rule = await fristOf(tx, vorgangId);
  const frist = effectiveFrist(rule.plan, rule.akte, rule.vorgang);
  const instances = await instancesOfBusinessKey(tx, vorgangId);
  const closing = await loadClosingFacts(tx, vorgangId);
  const register = await loadRegister(tx, vorgangId);
  const process = instances.find(({ status }) => status === 'active') ?? instances[0];
  return {
    id: vorgang.id,
    version: vorgang.version,
    aktenzeichen: vorgang.aktenzeichen,
    betreff: vorgang.betreff,
    state: vorgang.state,
    dokumente: register.length,
    akte: { id: facts.akteId, aktenzeichen: facts.akteAktenzeichen, betreff: facts.akteBetreff },
    akteAbove: await loadAkteAbove(tx, facts.akteId),
    aktenplan: await pathOfEinheit(tx, facts.einheitId),
    federfuehrung: facts.federfuehrung,
    laufzeitBeginn: vorgang.laufzeitBeginn,
    frist: await loadFrist(tx, vorgangId),
    zdaDate: vorgang.zdaDate,
    aufbewahrungJahre: frist.jahre,
    aufbewahrungsende: facts.aufbewahrungsende,
    awaitsEvent: frist.start === 'event' && rule.event === null,
    aussonderungsart: rule.aussonderungsart,
    sperren: (await sperreObstacles(tx, 'vorgang', vorgangId)).map(({ code, message }) => ({ code, ...message })),
    register,
    aufgaben: (await aufgabenOfVorgang(tx, vorgangId)) satisfies AufgabeRow[],
    zeichnungen: await loadZeichnungen(tx, vorgangId),
    ersuchen: await countErsuchen(tx, vorgangId),
    history: await historyOf(tx, vorgangId),
    process: process
      ? {
          instanceKey: process.instanceKey,
          processId: process.processId,
          version: process.version,
          canStorno: process.awaitedMessages.includes('rechnung.storno'),
          xmlUrl: `/api/processes/${process.processId}/${process.version}`,
          activeElements: [...process.activeElements],
        }
      : null,
    obstacles:
      vorgang.state === 'offen'
        ? closingObstacles(vorgang, closing).map(({ code, message, link }) => ({
            code,
            ...message,
            link: link ?? null,
          }))
        : [],
  };
}

/** The Akten that a Teilakte lies in, the uppermost one first. */
export async function loadAkteAbove(queries: Queries, akteId: Id): Promise<VorgangView['akteAbove']> {
  return queries.query(
    `WITH RECURSIVE above AS (
       SELECT p.id, p.parent_id, p.aktenzeichen, p.betreff, p.level
         FROM akte a JOIN akte p ON p.id = a.parent_id WHERE a.id = $1
       UNION ALL
       SELECT p.id, p.parent_id, p.aktenzeichen, p.betreff, p.level FROM above JOIN akte p ON p.id = above.parent_id)
     SELECT id, aktenzeichen, betreff FROM above ORDER BY level`,
    [akteId],
  );
}

// The version that a Schlusszeichnung makes begins with the signed one byte for byte; it changes nothing that was assented to.
const CHANGED_SINCE = `EXISTS (SELECT FROM dokument_version n WHERE n.dokument_id = s.dokument_id AND n.nummer > s.nummer
  AND NOT EXISTS (SELECT FROM zeichnung y WHERE y.dokument_version_id = n.id AND y.art = 'schlusszeichnung'
                   AND y.decision = 'zeichnen'))`;

async function loadZeichnungen(queries: Queries, vorgangId: Id): Promise<ZeichnungView[]> {
  const rows = await queries.query<Omit<ZeichnungView, 'at'> & { at: Date }>(
    `SELECT z.art, p.name || coalesce(' (i. V. ' || f.name || ')', '') AS person, z.at, z.decision, z.bemerkung, coalesce(d.betreff, '') AS dokument,
            s.nummer AS "versionNummer", CASE WHEN ${CHANGED_SINCE} THEN 'aelter' ELSE 'aktuell' END AS fassung
       FROM zeichnung z JOIN person p ON p.id = z.person_id LEFT JOIN person f ON f.id = z.fuer_id
       LEFT JOIN dokument_version s ON s.id = z.dokument_version_id LEFT JOIN dokument d ON d.id = s.dokument_id
      WHERE z.vorgang_id = $1 ORDER BY z.at`,
    [vorgangId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
