import { Readable } from 'node:stream';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { addDokument } from '../../server/dokument/add-dokument.js';
import type { NewPunkt, PunktView, VerfuegungView } from '../../server/contract/verfuegung-views.js';
import { done } from './closed-vorgang.js';
import { aufgabeIn } from './laufwege.js';
import type { TestOffice } from './office.js';

/** Where jana.petersen works, and what is destroyed after ten years. */
export const LIEGENSCHAFTEN = '20.31.05';

/** An open Vorgang with one Dokument that is valid, so that nothing but what is ordered stands against z. d. A. */
export async function vorgangWithDokument(
  { runner, bench }: TestOffice,
  kennzeichen = LIEGENSCHAFTEN,
): Promise<{ readonly vorgangId: string; readonly dokumentId: string }> {
  const [place] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ einheitId: string; federfuehrungId: string }>(
      `SELECT e.id AS "einheitId", u.id AS "federfuehrungId" FROM aktenplaneinheit e, unit u
        WHERE e.kennzeichen = $1 AND u.code = '20.31'`,
      [kennzeichen],
    ),
  );
  if (!place) throw new Error('the demo has no such position');
  const { akteId } = done(await runner.run(bench.system, openAkte, { ...place, betreff: 'Kreishaus, Dach' }));
  const { vorgangId } = done(await runner.run(bench.system, openVorgang, { akteId, betreff: 'Dachsanierung' }));
  const stored = done(await bench.objects.put(Readable.from([Buffer.from('%PDF-1.7\nAngebot')])));
  const added = await runner.run(bench.system, addDokument, {
    ...{ vorgangId, parentId: null, betreff: 'Angebot der Dachdeckerei', art: 'eingang', state: 'gueltig' },
    ...{ date: bench.clock.today(), eingangId: null, signatures: [] },
    file: { ...stored, name: 'Angebot.pdf', mime: 'application/pdf' },
  });
  return { vorgangId, dokumentId: done(added).dokumentId };
}

/** A point that goes to a person of the demo. */
export function zK(office: TestOffice, login: string, text = ''): NewPunkt {
  return { art: 'zK', who: { kind: 'person', personId: office.personId(login) }, text };
}

export function zwV(
  office: TestOffice,
  login: string,
  text = 'Antwort entwerfen',
  frist: string | null = null,
): NewPunkt {
  return { art: 'zwV', who: { kind: 'person', personId: office.personId(login) }, text, frist };
}

export const ZDA: NewPunkt = { art: 'zdA' };

/** Ordered by jana.petersen, on the Vorgang as a whole. */
export async function ordered(office: TestOffice, vorgangId: string, ...punkte: NewPunkt[]): Promise<string> {
  const input = { vorgangId, dokument: null, punkte };
  return done(await office.act('jana.petersen', 'verfuegung.orderVerfuegung', input)).verfuegungId;
}

/** The Verfügungen as a person reads them in the Vorgang. */
export async function verfuegungen(
  office: TestOffice,
  vorgangId: string,
  login = 'jana.petersen',
): Promise<VerfuegungView[]> {
  const path = `/api/vorgaenge/${vorgangId}/verfuegungen`;
  return done(await office.read<{ verfuegungen: VerfuegungView[] }>(login, path)).verfuegungen;
}

export async function verfuegungOf(office: TestOffice, vorgangId: string, id: string): Promise<VerfuegungView> {
  const found = (await verfuegungen(office, vorgangId)).find((verfuegung) => verfuegung.id === id);
  if (!found) throw new Error('the Vorgang has no such Verfügung');
  return found;
}

/** `„1 zK offen“` of each point. */
export function punktStates({ punkte }: VerfuegungView): string[] {
  return punkte.map(({ nummer, art, state }) => `${nummer} ${art} ${state}`);
}

export function punktNumber({ punkte }: VerfuegungView, nummer: number): PunktView {
  const found = punkte.find((punkt) => punkt.nummer === nummer);
  if (!found) throw new Error(`there is no point ${nummer}`);
  return found;
}

/** That person does what their Aufgabe in the Vorgang asks. */
export async function workOff(
  office: TestOffice,
  login: string,
  vorgangId: string,
  entscheidung: 'kenntnis' | 'erledigt' | 'gehalten',
  bemerkung = '',
) {
  const aufgabe = await aufgabeIn(office, login, vorgangId);
  if (!aufgabe) throw new Error(`${login} has nothing to do there`);
  const input = { aufgabeId: aufgabe.id, version: aufgabe.version, data: { entscheidung, bemerkung } };
  return office.act(login, 'aufgabe.completeAufgabe', input);
}
