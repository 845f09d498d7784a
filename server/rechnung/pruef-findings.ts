import type { Examination } from '../contract/examination.js';
import type { AufgabeView, Id } from '../contract/views.js';
import { zeichnungenOf } from '../zeichnung/zeichnung.queries.js';
import type { Queries } from '../platform/postgres/database.js';

type PruefFinding = AufgabeView['findings'][number];

const ART_NAMES = {
  sachlich: { de: 'Sachlich richtig', en: 'Factually correct' },
  mitzeichnung: { de: 'Mitgezeichnet', en: 'Co-signed' },
  schlusszeichnung: { de: 'Schlussgezeichnet', en: 'Finally signed' },
};

/** What a person should know before deciding: checks that passed, checks that did not, who has signed before. */
export async function pruefFindings(
  queries: Queries,
  vorgangId: Id,
  examination: Examination | null,
): Promise<PruefFinding[]> {
  if (!examination) return [];
  return [
    ...sourceFinding(examination),
    ...(await duplicateFinding(queries, vorgangId, examination)),
    ...accountFinding(examination),
    ...(examination.signatures?.signatures ?? []).map(({ sentence, integrity }): PruefFinding => ({
      level: integrity === 'intact' ? 'ok' : 'warning',
      ...sentence,
    })),
    ...examination.warnings.map(({ de, en }): PruefFinding => ({ level: 'warning', de, en })),
    ...(await zeichnungFindings(queries, vorgangId)),
  ];
}

function sourceFinding({ rechnung }: Examination): PruefFinding[] {
  if (!rechnung) return [];
  if (rechnung.source === 'text') {
    return [
      {
        level: 'hint',
        de: 'Die Angaben wurden aus dem Text gelesen, nicht aus Rechnungsdaten.',
        en: 'The facts were read from the text, not from invoice data.',
      },
    ];
  }
  return [
    {
      level: 'ok',
      de: `Angaben aus der E-Rechnung übernommen (${rechnung.source.toUpperCase()})`,
      en: `Facts taken from the e-invoice (${rechnung.source.toUpperCase()})`,
    },
  ];
}

/** Same creditor and same number in another Vorgang: paid twice would be paid once too often. */
async function duplicateFinding(queries: Queries, vorgangId: Id, { rechnung }: Examination): Promise<PruefFinding[]> {
  if (!rechnung?.nummer) return [];
  const [other] = await queries.query<{ aktenzeichen: string }>(
    `SELECT v.aktenzeichen FROM eingang e JOIN vorgang v ON v.id = e.vorgang_id
      WHERE v.id <> $1 AND lower(e.examination -> 'rechnung' ->> 'nummer') = lower($2)
        AND lower(e.examination -> 'rechnung' ->> 'kreditor') = lower($3) LIMIT 1`,
    [vorgangId, rechnung.nummer, rechnung.kreditor],
  );
  if (!other) return [{ level: 'ok', de: 'Keine Dublette im Bestand', en: 'No duplicate in the records' }];
  return [
    {
      level: 'warning',
      de: `Dublette: dieselbe Rechnungsnummer liegt schon in ${other.aktenzeichen}`,
      en: `Duplicate: the same invoice number is already in ${other.aktenzeichen}`,
    },
  ];
}

function accountFinding({ rechnung }: Examination): PruefFinding[] {
  if (rechnung?.ibanValid === null || rechnung?.ibanValid === undefined) return [];
  return rechnung.ibanValid
    ? [{ level: 'ok', de: 'Prüfziffer der IBAN stimmt', en: 'The check digits of the IBAN are right' }]
    : [{ level: 'warning', de: 'Prüfziffer der IBAN stimmt nicht', en: 'The check digits of the IBAN are wrong' }];
}

async function zeichnungFindings(queries: Queries, vorgangId: Id): Promise<PruefFinding[]> {
  const zeichnungen = await zeichnungenOf(queries, vorgangId);
  const findings = zeichnungen.map(({ art, person, bemerkung, decision }): PruefFinding => {
    const refused = decision === 'ablehnen' || decision === 'zurueckweisen';
    const name = refused ? { de: 'Nicht gezeichnet', en: 'Not signed' } : ART_NAMES[art];
    return {
      level: refused ? 'warning' : 'ok',
      de: `${name.de}: ${person}${bemerkung ? ` („${bemerkung}“)` : ''}`,
      en: `${name.en}: ${person}${bemerkung ? ` (“${bemerkung}”)` : ''}`,
    };
  });
  // Whoever signs an Umlaufmappe makes a Zeichnung of each Dokument, and has decided once.
  return findings.filter(({ de }, index) => findings.findIndex((other) => other.de === de) === index);
}
