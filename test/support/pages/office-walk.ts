import { isRejection, type Rejection } from '../../../server/contract/rejections.js';
import type { ActOutput } from '../../../server/contract/acts.js';
import type { AktenplanHits } from '../../../server/contract/aktenplan-views.js';
import type { AufgabeArt, AufgabeRow, AufgabeView, EingangView, VorgangView } from '../../../server/contract/views.js';
import { DEMO_PASSWORD } from '../../../server/demo/people.js';
import { eventually, signIn, type ApiClient } from '../api-client.js';
import { rechnungPdf, rechnungXml, type RechnungContent } from '../letters.js';

export type RechnungForm = 'xrechnung' | 'paper';

/** What lies in the office before a page is looked at, arranged over the interface that the page itself uses. */
export interface OfficeWalk {
  as(login: string): Promise<ApiClient>;
  /** An invoice, uploaded and examined; it waits in the Posteingang. */
  upload(content?: RechnungContent, form?: RechnungForm): Promise<EingangView>;
  /** An invoice whose process runs; the Sachliche Prüfung waits in the inbox of jana.petersen. */
  file(content?: RechnungContent, form?: RechnungForm): Promise<ActOutput<'posteingang.assignEingang'>>;
  /** Does the next Aufgabe of this kind in this Vorgang. */
  complete(login: string, art: AufgabeArt, vorgangId: string, data: Record<string, unknown>): Promise<void>;
  sign(vorgangId: string): Promise<void>;
  /** Waits until this person has that Aufgabe and opens it. */
  aufgabe(login: string, art: AufgabeArt, vorgangId: string): Promise<AufgabeView>;
  closeZdA(vorgangId: string): Promise<void>;
  vorgang(vorgangId: string): Promise<VorgangView>;
}

/** Position with Aussonderungsart A and ten years, in the hands of the Liegenschaften. */
const POSITION = '20.31.05';
/** An Akte is called after its matter, never after the first letter in it. */
const AKTE = 'Reinigung und Wartung der Kreisgebäude';

/** @param url address of a running demo server */
export function officeWalk(url: string): OfficeWalk {
  const clients = new Map<string, Promise<ApiClient>>();
  const as = (login: string) => {
    const client = clients.get(login) ?? signIn(url, login);
    clients.set(login, client);
    return client;
  };
  const vorgang = async (id: string) => (await as('jana.petersen')).get<VorgangView>(`/api/vorgaenge/${id}`);
  const aufgabe = async (login: string, art: AufgabeArt, vorgangId: string) =>
    eventually(async () => aufgabeOf(await as(login), art, vorgangId), `${art} for ${login}`);
  const upload = async (content: RechnungContent = {}, form: RechnungForm = 'xrechnung') => {
    const poststelle = await as('ines.vogt');
    const [name, bytes] =
      form === 'paper' ? ['rechnung.pdf', rechnungPdf(content)] : ['rechnung.xml', rechnungXml(content)];
    const { eingangId } = accepted(await poststelle.upload(name, bytes));
    return eventually(async () => {
      const view = await poststelle.get<EingangView>(`/api/posteingang/${eingangId}`);
      return view.state !== 'empfangen' && view;
    }, `examination of ${eingangId}`);
  };
  return {
    as,
    upload,
    aufgabe,
    vorgang,
    file: async (content, form) => {
      const eingang = await upload(content, form);
      return accepted(await assign(await as('ines.vogt'), eingang));
    },
    complete: async (login, art, vorgangId, data) => {
      const { id, version } = await aufgabe(login, art, vorgangId);
      accepted(await (await as(login)).act('aufgabe.completeAufgabe', { aufgabeId: id, version, data }));
    },
    sign: async (vorgangId) => {
      const { id, version } = await aufgabe('ruth.lindqvist', 'schlusszeichnung', vorgangId);
      const input = { aufgabeId: id, version, password: DEMO_PASSWORD };
      accepted(await (await as('ruth.lindqvist')).act('zeichnung.signDokument', input));
    },
    closeZdA: async (vorgangId) => {
      await aufgabe('jana.petersen', 'zda', vorgangId);
      const { version } = await vorgang(vorgangId);
      accepted(await (await as('jana.petersen')).act('akte.closeZdA', { vorgangId, version }));
    },
  };
}

/** A small invoice that is examined, signed and paid: only z. d. A. is left to do. */
export async function paidVorgang(office: OfficeWalk, nummer: string): Promise<string> {
  const { vorgangId } = await office.file({ nummer, betragCent: 48_000 });
  await office.complete('jana.petersen', 'pruefung', vorgangId, { entscheidung: 'richtig' });
  await office.sign(vorgangId);
  const payment = { zahlungsdatum: '2026-11-26', buchungszeichen: 'B-4711' };
  await office.complete('tomasz.sliwa', 'zahlung', vorgangId, payment);
  await office.aufgabe('jana.petersen', 'zda', vorgangId);
  return vorgangId;
}

/** The same, closed. */
export async function closedVorgang(office: OfficeWalk, nummer: string): Promise<string> {
  const vorgangId = await paidVorgang(office, nummer);
  await office.closeZdA(vorgangId);
  return vorgangId;
}

/** Goes on with an answer that must not be a refusal; throws its sentence otherwise. */
export function accepted<Value>(answer: Value | Rejection): Value {
  if (isRejection(answer)) throw new Error(`${answer.code}: ${answer.message.en} ${JSON.stringify(answer.reasons)}`);
  return answer;
}

async function assign(poststelle: ApiClient, eingang: EingangView) {
  const { einheiten } = await poststelle.get<AktenplanHits>(`/api/aktenplan/treffer?q=${POSITION}`);
  const position = einheiten.find(({ kennzeichen }) => kennzeichen === POSITION);
  if (!position) throw new Error(`the Aktenplan has no position ${POSITION}`);
  return poststelle.act('posteingang.assignEingang', {
    eingangId: eingang.id,
    version: eingang.version,
    target: {
      kind: 'aktenplaneinheit',
      aktenplaneinheitId: position.id,
      akteBetreff: AKTE,
      vorgangBetreff: eingang.title,
    },
    betreff: eingang.title,
    letterDate: eingang.examination?.letterDate ?? null,
    processId: 'rechnungsfreigabe',
  });
}

async function aufgabeOf(client: ApiClient, art: AufgabeArt, vorgangId: string): Promise<AufgabeView | null> {
  for (const list of ['meine', 'gruppe']) {
    const { items } = await client.get<{ items: AufgabeRow[] }>(`/api/aufgaben?list=${list}`);
    for (const row of items.filter((item) => item.art === art)) {
      const view = await client.get<AufgabeView>(`/api/aufgaben/${row.id}`);
      if (view.vorgang.id === vorgangId) return view;
    }
  }
  return null;
}
