import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import pg from 'pg';
import type { UploadView } from '../../../server/contract/dokument-views.js';
import type { ApiClient } from '../../support/api-client.js';
import { accepted } from '../../support/pages/office-walk.js';
import { seedRecords, type Stock } from '../records/seed-records.js';

/** What lies on the desk of one person. */
export interface DeskSize {
  /** Open Aufgaben of the person. */
  readonly aufgaben: number;
  /** Dokumente of one Vorgang. */
  readonly dokumente: number;
}

const VORGAENGE_PER_AKTE = 1.5;
const PAGES = 20;

/**
 * Fills the database straight, as `seedRecords` does: one open Aufgabe in each of so many Vorgaenge, all of one person and
 * due long after what the bench files itself; and one Vorgang with so many Dokumente, each a PDF of 20 pages.
 * @returns Vorgang with the Dokumente, and one of the stock with an Aufgabe and a few texts
 */
export async function seedDesk(
  administratorUrl: string,
  owner: ApiClient,
  size: DeskSize,
): Promise<{ manyId: string; fewId: string }> {
  const akten = Math.ceil(size.aufgaben / VORGAENGE_PER_AKTE / 2) * 2;
  const stock: Stock = { akten, texts: 0 };
  await seedRecords(administratorUrl, { akten: 0, texts: 0 }, stock, stock);
  const { vorgangId, dokumentId } = await fileOnePdf(owner);
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off`);
    const person = owner.session.person.id;
    await client.query(AUFGABEN, [size.aufgaben, person]);
    await client.query(READ, [person]);
    await client.query(DOKUMENTE, [size.dokumente, dokumentId]);
    await client.query(VERSIONS, [dokumentId]);
    await client.query('VACUUM (ANALYZE)');
    const { rows } = await client.query<{ id: string }>(`SELECT md5('vorgang 1')::uuid AS id`);
    return { manyId: vorgangId, fewId: rows[0]?.id ?? '' };
  } finally {
    await client.end();
  }
}

/** Names every open Sachliche Pruefung after its Vorgang, so that no two headlines are alike. */
export async function nameApart(administratorUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  await client.query(
    `UPDATE aufgabe a SET titel = jsonb_build_object('de', 'Rechnung prüfen: ' || v.aktenzeichen,
                                                     'en', 'Check invoice: ' || v.aktenzeichen)
       FROM vorgang v WHERE v.id = a.vorgang_id AND a.art = 'pruefung' AND a.state = 'offen'`,
  );
  await client.end();
}

async function fileOnePdf(owner: ApiClient): Promise<{ vorgangId: string; dokumentId: string }> {
  const { einheiten } = await owner.get<{ einheiten: { id: string; kennzeichen: string }[] }>(
    '/api/aktenplan/treffer?q=20.31.05',
  );
  const einheitId = einheiten.find(({ kennzeichen }) => kennzeichen === '20.31.05')?.id ?? '';
  const betreff = 'Straßenbau Kreisstraße 14';
  const { akteId } = accepted(await owner.act('akte.openAkte', { einheitId, betreff, federfuehrungId: null }));
  const { vorgangId } = accepted(await owner.act('akte.openVorgang', { akteId, betreff: 'Planfeststellung' }));
  const headers = { 'x-file-name': 'Gutachten.pdf', 'content-type': 'application/octet-stream' };
  const sent = await owner.request('POST', '/api/dokumente/uploads', await longPdf(), headers);
  const { id: uploadId } = (await sent.json()) as UploadView;
  const details = { betreff: 'Gutachten', art: 'eingang', date: '2026-11-20', state: 'gueltig' } as const;
  const { dokumentId } = accepted(await owner.act('dokument.addUpload', { uploadId, vorgangId, ...details }));
  return { vorgangId, dokumentId };
}

/** An everyday PDF: pages full of text. */
async function longPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= PAGES; number++) {
    const page = pdf.addPage([595, 842]);
    const lines = Array.from(
      { length: 48 },
      (_, line) => `${number}.${line + 1} Der Abschnitt liegt im Plangebiet der Gemeinde.`,
    );
    lines.forEach((text, line) => page.drawText(text, { x: 70, y: 780 - 15 * line, size: 11, font }));
  }
  return pdf.save();
}

// $1: how many, $2: whose. Vorgang i of the stock has Aufgabe i; a tenth of them without a Frist.
const AUFGABEN = `
  INSERT INTO aufgabe (id, mandant_id, vorgang_id, akte_id, access_class, art, titel, schritt, frage, assignee_id, state,
                       frist, created_at)
  SELECT md5('aufgabe ' || i)::uuid, v.mandant_id, v.id, v.akte_id, v.access_class, 'bearbeitung',
         jsonb_build_object('de', 'Bearbeiten: ' || v.betreff, 'en', 'Work on: ' || v.betreff),
         '{"de":"Bearbeitung","en":"Work"}', '{"de":"Was ist zu veranlassen?","en":"What is to be done?"}', $2, 'offen',
         CASE WHEN i % 10 > 0 THEN current_date + 90 + (i % 400)::integer END, now()
    FROM generate_series(1, $1::bigint) i JOIN vorgang v ON v.id = md5('vorgang ' || i)::uuid`;

// Two of three have been opened before.
const READ = `
  INSERT INTO aufgabe_read (mandant_id, aufgabe_id, person_id)
  SELECT mandant_id, id, $1 FROM aufgabe WHERE assignee_id = $1 AND hashtext(id::text) % 3 <> 0`;

// $1: how many Dokumente the Vorgang shall have, $2: the one that is there. Thirty come each day, as in a large matter.
const DOKUMENTE = `
  INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, betreff, art, state, dokument_date, created_at, created_by,
                        access_class)
  SELECT md5('of many ' || i)::uuid, d.mandant_id, d.vorgang_id, i, 'Stellungnahme ' || i,
         (ARRAY['eingang', 'anlage', 'vermerk', 'ausgang'])[1 + i % 4], 'gueltig', (d.created_at - i * interval '48 minutes')::date,
         d.created_at - i * interval '48 minutes', d.created_by, d.access_class
    FROM dokument d CROSS JOIN generate_series(2, $1::integer) i WHERE d.id = $2`;

const VERSIONS = `
  INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
  SELECT md5('version of ' || d.id)::uuid, d.mandant_id, d.id, 1, s.file_name, s.mime, s.sha256, s.size, d.created_at, d.created_by
    FROM dokument d JOIN dokument_version s ON s.dokument_id = $1
   WHERE d.vorgang_id = (SELECT vorgang_id FROM dokument WHERE id = $1) AND d.id <> $1`;
