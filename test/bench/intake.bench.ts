import { isRejection } from '../../server/contract/rejections.js';
import type { AktenplanHits, AktePage } from '../../server/contract/aktenplan-views.js';
import type { AufgabenFirstPage } from '../../server/contract/aufgaben-views.js';
import type { EingangView } from '../../server/contract/views.js';
import { composeMail } from '../../server/demo/letters/compose-mail.js';
import { eventually, type ApiClient } from '../support/api-client.js';
import { rechnungXml } from '../support/letters.js';
import { copyDurably } from './baseline.js';
import { rounded, type Figure } from './figure.js';

const LETTERS = 60;
/** As many people as a Poststelle has hands: letters overlap, the server is never asked for all at once. */
const HANDS = 4;

/** Letters per minute from the file to the Aufgabe in the inbox: stored, examined, filed, process started. */
export async function benchIntake(poststelle: ApiClient, sachbearbeitung: ApiClient): Promise<Figure> {
  const letters = Array.from({ length: LETTERS }, (_, index) => letter(`B-${index}`, 1_245_080));
  const best = await copyDurably(letters);
  const akteId = await akteForBench(poststelle);
  const before = await inboxSize(sachbearbeitung);
  const began = performance.now();
  const waiting = letters.map((bytes, index) => ({ bytes, name: `brief-${index}.eml` }));
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await file(poststelle, akteId, next);
    }),
  );
  await eventually(
    async () => (await inboxSize(sachbearbeitung)) === before + LETTERS,
    'every letter is an Aufgabe in the inbox',
  );
  const perMinute = (LETTERS / (performance.now() - began)) * 60_000;
  const bestPerMinute = (LETTERS / best) * 60_000;
  return {
    id: 'intake.letters-per-minute',
    value: rounded(perMinute),
    unit: 'letters/min',
    ratio: rounded(perMinute / bestPerMinute),
    against: `sha256 and fsync'd copy of the same bytes: ${Math.round(bestPerMinute)} letters/min`,
    n: LETTERS,
  };
}

/** Takes one letter through the Posteingang; returns its Vorgang. */
export async function file(
  poststelle: ApiClient,
  akteId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
) {
  const received = await poststelle.upload(name, bytes);
  if (isRejection(received)) throw new Error(received.message.en);
  const eingang = await eventually(async () => {
    const view = await poststelle.get<EingangView>(`/api/posteingang/${received.eingangId}`);
    return view.state === 'geprueft' && view;
  }, `${name} is examined`);
  const filed = await poststelle.act('posteingang.assignEingang', {
    eingangId: eingang.id,
    version: eingang.version,
    target: { kind: 'akte', akteId, vorgangBetreff: name },
    betreff: name,
    letterDate: '2026-11-20',
    processId: 'rechnungsfreigabe',
  });
  if (isRejection(filed)) throw new Error(filed.message.en);
  return filed.vorgangId;
}

/** A mail with an XRechnung, as large as an everyday one. */
export function letter(nummer: string, betragCent: number): Uint8Array {
  return composeMail({
    fromName: 'Hellweg Gebäudetechnik GmbH',
    fromAddress: 'rechnung@hellweg-gebaeudetechnik.example',
    to: 'poststelle@musterkreis.example',
    subject: `Rechnung ${nummer}`,
    sentAt: new Date('2026-11-20T08:00:00Z'),
    text: 'Anbei unsere Rechnung.',
    attachments: [{ name: `${nummer}.xml`, mime: 'application/xml', bytes: rechnungXml({ nummer, betragCent }) }],
  });
}

/** An Akte to file into, opened by filing one letter. */
export async function akteForBench(poststelle: ApiClient): Promise<string> {
  const { einheiten } = await poststelle.get<AktenplanHits>('/api/aktenplan/treffer?q=20.31.05');
  const einheit = einheiten[0];
  const below = einheit && (await poststelle.get<AktePage>(`/api/aktenplan/einheiten/${einheit.id}/akten`));
  const known = below?.akten[0];
  if (known) return known.id;
  const received = await poststelle.upload('erster.eml', letter('B-erster', 100_00));
  if (!einheit || isRejection(received)) throw new Error('the benchmark could not open an Akte');
  const eingang = await eventually(async () => {
    const view = await poststelle.get<EingangView>(`/api/posteingang/${received.eingangId}`);
    return view.state === 'geprueft' && view;
  }, 'the first letter is examined');
  const filed = await poststelle.act('posteingang.assignEingang', {
    eingangId: eingang.id,
    version: eingang.version,
    target: {
      kind: 'aktenplaneinheit',
      aktenplaneinheitId: einheit.id,
      akteBetreff: 'Messung',
      vorgangBetreff: 'Erster',
    },
    betreff: 'Erster Brief',
    letterDate: null,
    processId: null,
  });
  if (isRejection(filed)) throw new Error(filed.message.en);
  return filed.akteId;
}

async function inboxSize(client: ApiClient): Promise<number> {
  return (await client.get<AufgabenFirstPage>('/api/aufgaben?list=meine&most=1')).counts.meine;
}
