import { Readable } from 'node:stream';
import { keepUpload } from '../../../server/dokument/keep-upload.js';
import { newId } from '../../../server/platform/ids.js';
import { beginSerienbrief } from '../../../server/vorlage/begin-serienbrief.js';
import { TEMPLATE_TYPES } from '../../../server/vorlage/template/templates.js';
import { done } from '../closed-vorgang.js';
import { NOTHING_FOUND } from '../eingaenge.js';
import type { TestOffice } from '../office.js';
import { docxOf, runs, somePart, someStructure, someVorlage } from '../templates.js';

export interface KnownVorlagen {
  readonly dokumentvorlageId: string;
  readonly aktenvorlageId: string;
  readonly serienbriefId: string;
}

/** Every act of templates: a letter in the Vorgang, and an Akte and a Vorgang that begin with one. */
export async function writeFromVorlagen(
  office: TestOffice,
  vorgangId: string,
  einheitId: string,
): Promise<KnownVorlagen> {
  const [helga, jana] = ['helga.brandt', 'jana.petersen'] as const;
  const add = { ...someVorlage(), uploadId: await upload(office) };
  const { id } = done(await office.act(helga, 'vorlage.addDokumentvorlage', add));
  const renew = { id, version: 1, uploadId: await upload(office) };
  const { version } = done(await office.act(helga, 'vorlage.renewDokumentvorlage', renew));
  const change = { ...someVorlage({ einheitIds: [einheitId] }), id, version, active: true };
  done(await office.act(helga, 'vorlage.changeDokumentvorlage', change));
  const wish = { vorgangId, dokumentvorlageId: id, nummer: 2, betreff: 'Brief', beteiligungId: null, typed: {} };
  done(await office.act(jana, 'vorlage.createSchreiben', wish));
  const letter = somePart({ kind: 'dokument', betreff: 'Brief', dokumentvorlageId: id });
  const structure = someStructure({ einheitIds: [einheitId], parts: [somePart(), { ...letter, above: 0 }] });
  const akte = done(await office.act(helga, 'vorlage.addAktenvorlage', { ...structure, kind: 'akte' }));
  const changed = { ...structure, ...akte, version: 1, active: true };
  done(await office.act(helga, 'vorlage.changeAktenvorlage', changed));
  const opening = { einheitId, betreff: 'Aus Vorlage', federfuehrungId: null };
  const from = { aktenvorlageId: akte.id, opening, typed: {} };
  const { akteId } = done(await office.act(jana, 'vorlage.openAkteFromVorlage', from));
  const parts = { ...someStructure({ parts: [letter] }), kind: 'vorgang' } as const;
  const { id: aktenvorlageId } = done(await office.act(helga, 'vorlage.addAktenvorlage', parts));
  const next = { aktenvorlageId, opening: { akteId, betreff: 'Aus Vorlage' }, typed: {} };
  done(await office.act(jana, 'vorlage.openVorgangFromVorlage', next));
  const serienbriefId = await writeSeries(office, { vorgangId, dokumentvorlageId: id });
  return { dokumentvorlageId: id, aktenvorlageId, serienbriefId };
}

/** A serial letter that is halted before its first letter, and resumed to its end. */
async function writeSeries(
  office: TestOffice,
  about: { vorgangId: string; dokumentvorlageId: string },
): Promise<string> {
  const recipients = { kind: 'liste', csv: 'name;ort\nOldenhoff;Altena\nWeiß;Altena' } as const;
  const wish = { ...about, nummer: 2, betreff: 'An {{ empfaenger.name }}', recipients, typed: {} };
  done(await office.act('jana.petersen', 'vorlage.beginSerienbrief', wish));
  const another = { ...wish, betreff: 'Noch einmal' };
  const begun = done(await office.runner.perform(office.bench.as('jana.petersen'), beginSerienbrief, another, newId()));
  const halted = done(await office.act('jana.petersen', 'vorlage.haltSerienbrief', begun));
  done(await office.act('jana.petersen', 'vorlage.resumeSerienbrief', { id: begun.id, ...halted }));
  return begun.id;
}

async function upload(office: TestOffice): Promise<string> {
  const bytes = await docxOf(runs('Zu {{ vorgang.betreff }}'));
  const stored = done(await office.bench.objects.put(Readable.from([bytes])));
  const file = { ...stored, name: 'Brief.docx', mime: TEMPLATE_TYPES.docx };
  const input = { file, examination: NOTHING_FOUND, idempotencyKey: null };
  return done(await office.runner.run(office.bench.as('helga.brandt'), keepUpload, input)).id;
}
