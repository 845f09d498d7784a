import { isRejection } from '../../server/contract/rejections.js';
import type { ActOutput } from '../../server/contract/acts.js';
import type { AktenplanHits } from '../../server/contract/aktenplan-views.js';
import type { AufgabeArt, AufgabeRow, AufgabeView, EingangView, VorgangView } from '../../server/contract/views.js';
import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { done } from './closed-vorgang.js';
import { rechnungPdf, rechnungXml, type RechnungContent } from './letters.js';
import type { TestOffice } from './office.js';

/** Position with Aussonderungsart A and ten years, in the hands of the Liegenschaften. */
export const ARCHIVAL = '20.31.05';
/** Position with Aussonderungsart V. */
export const TO_DESTROY = '20.31.04';

export interface RechnungArrangement extends RechnungContent {
  readonly form?: 'xrechnung' | 'paper';
  readonly kennzeichen?: string;
  /** Calendar day, or null for a letter without a date. */
  readonly letterDate?: string | null;
}

export type Filed = ActOutput<'posteingang.assignEingang'> & { readonly eingangId: string };

/** An invoice that has arrived, was examined and filed by the Poststelle, and whose process runs. */
export async function filedRechnung(office: TestOffice, arrangement: RechnungArrangement = {}): Promise<Filed> {
  const { form = 'xrechnung', kennzeichen = ARCHIVAL, letterDate = '2026-11-20', ...content } = arrangement;
  const eingangId =
    form === 'paper'
      ? await office.receive('Rechnung.pdf', rechnungPdf(content))
      : await office.receive('Rechnung.xml', rechnungXml(content));
  const eingang = done(await office.read<EingangView>('ines.vogt', `/api/posteingang/${eingangId}`));
  const { einheiten } = done(await office.read<AktenplanHits>('ines.vogt', `/api/aktenplan/treffer?q=${kennzeichen}`));
  const position = einheiten.find((einheit) => einheit.kennzeichen === kennzeichen);
  if (!position) throw new Error(`the Aktenplan has no position ${kennzeichen}`);
  const filed = await office.act('ines.vogt', 'posteingang.assignEingang', {
    eingangId,
    version: eingang.version,
    target: {
      kind: 'aktenplaneinheit',
      aktenplaneinheitId: position.id,
      akteBetreff: 'Kreishaus, Sanierung der Fassade',
      vorgangBetreff: 'Fassadenreinigung',
    },
    betreff: 'Rechnung Fassadenreinigung',
    letterDate,
    processId: 'rechnungsfreigabe',
  });
  return { ...done(filed), eingangId };
}

/** The open Aufgabe of this kind in the inbox of that person, opened; fails where there is none. */
export async function aufgabeOf(
  office: TestOffice,
  login: string,
  art: AufgabeArt,
  vorgangId?: string,
): Promise<AufgabeView> {
  for (const list of ['meine', 'gruppe']) {
    const { items } = done(await office.read<{ items: AufgabeRow[] }>(login, `/api/aufgaben?list=${list}`));
    for (const row of items.filter((item) => item.art === art)) {
      const view = done(await office.read<AufgabeView>(login, `/api/aufgaben/${row.id}`));
      if (vorgangId === undefined || view.vorgang.id === vorgangId) return view;
    }
  }
  throw new Error(`${login} has no Aufgabe ${art}`);
}

export async function openAufgaben(office: TestOffice, vorgangId: string): Promise<string[]> {
  const { aufgaben } = await vorgangOf(office, vorgangId);
  return aufgaben.map(({ art }) => art).sort();
}

export async function complete(
  office: TestOffice,
  login: string,
  { id, version }: Pick<AufgabeView, 'id' | 'version'>,
  data: Record<string, unknown>,
) {
  return office.act(login, 'aufgabe.completeAufgabe', { aufgabeId: id, version, data });
}

/** Does the next Aufgabe of that person: one line of a scenario. */
export async function perform(
  office: TestOffice,
  vorgangId: string,
  login: string,
  art: AufgabeArt,
  data: Record<string, unknown>,
): Promise<void> {
  done(await complete(office, login, await aufgabeOf(office, login, art, vorgangId), data));
}

export async function signFinally(office: TestOffice, vorgangId: string, password = DEMO_PASSWORD) {
  const { id, version } = await aufgabeOf(office, 'ruth.lindqvist', 'schlusszeichnung', vorgangId);
  return office.act('ruth.lindqvist', 'zeichnung.signDokument', { aufgabeId: id, version, password });
}

export async function closeZdA(office: TestOffice, login: string, vorgangId: string) {
  const { version } = await vorgangOf(office, vorgangId);
  return office.act(login, 'akte.closeZdA', { vorgangId, version });
}

export async function vorgangOf(office: TestOffice, vorgangId: string): Promise<VorgangView> {
  return done(await office.read<VorgangView>('jana.petersen', `/api/vorgaenge/${vorgangId}`));
}

/** A whole invoice: checked, co-signed where the amount asks for it, signed and paid. */
export async function paidRechnung(office: TestOffice, arrangement: RechnungArrangement = {}): Promise<Filed> {
  const filed = await filedRechnung(office, arrangement);
  const { vorgangId } = filed;
  await perform(office, vorgangId, 'jana.petersen', 'pruefung', { entscheidung: 'richtig', bemerkung: 'geliefert' });
  for (const login of ['deniz.aydin', 'tomasz.sliwa']) {
    if (!(await openAufgaben(office, vorgangId)).includes('mitzeichnung')) break;
    await perform(office, vorgangId, login, 'mitzeichnung', { entscheidung: 'mitzeichnen' });
  }
  done(await signFinally(office, vorgangId));
  await perform(office, vorgangId, 'tomasz.sliwa', 'zahlung', {
    zahlungsdatum: '2026-11-26',
    buchungszeichen: 'B-4711',
  });
  return filed;
}

/** A paid invoice whose Vorgang went to the files today. */
export async function closedRechnung(office: TestOffice, arrangement: RechnungArrangement = {}): Promise<Filed> {
  const filed = await paidRechnung(office, arrangement);
  done(await closeZdA(office, 'jana.petersen', filed.vorgangId));
  return filed;
}

/** The codes of a refusal and of everything under it; fails where nothing was refused. */
export function codesOf(result: unknown): string[] {
  if (!isRejection(result)) throw new Error(`not refused: ${JSON.stringify(result)}`);
  return [result.code, ...result.reasons.flatMap((reason) => codesOf(reason))];
}
