import { buffer } from 'node:stream/consumers';
import type { DokumentView, EingangView } from '../../server/contract/views.js';
import { checkPdf } from '../../server/signatur/check-pdf.js';
import { done } from '../support/closed-vorgang.js';
import { KREDITOR, rechnungXml } from '../support/letters.js';
import type { TestOffice } from '../support/office.js';
import {
  aufgabeOf,
  closeZdA,
  codesOf,
  complete,
  filedRechnung,
  openAufgaben,
  paidRechnung,
  perform,
  signFinally,
  vorgangOf,
} from '../support/rechnung.js';

const RICHTIG = { entscheidung: 'richtig' };

/** Everything that the office promises about an invoice, whatever engine runs its process. */
export function rechnungsfreigabeScenarios(open: () => Promise<TestOffice>): void {
  let office: TestOffice;
  beforeAll(async () => void (office = await open()));
  afterAll(() => office.close());

  describe('Angenommen eine Rechnung über 12.450,80 € ist abgelegt', () => {
    it('Wenn eine andere Person sie prüfen will, dann wird sie mit einem Satz abgewiesen', async () => {
      const { vorgangId } = await filedRechnung(office);
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
      expect(await complete(office, 'deniz.aydin', aufgabe, RICHTIG)).toMatchObject({
        code: 'aufgabe.notYours',
        message: { de: 'Diese Aufgabe liegt bei jemand anderem.' },
      });
    });

    it('Wenn die Prüfung ohne Entscheidung erledigt werden soll, dann nennt die Ablehnung das Feld', async () => {
      const { vorgangId } = await filedRechnung(office);
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
      const refused = await complete(office, 'jana.petersen', aufgabe, { bemerkung: 'geliefert' });
      expect(codesOf(refused)).toEqual(['aufgabe.formIncomplete', 'aufgabe.fieldMissing']);
      expect(JSON.stringify(refused)).toContain('„Entscheidung“ fehlt.');
    });

    it('Wenn sie sachlich geprüft ist, dann kann dieselbe Person sie nicht mitzeichnen', async () => {
      const { vorgangId } = await filedRechnung(office);
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      const { id, version } = await aufgabeOf(office, 'deniz.aydin', 'mitzeichnung', vorgangId);
      const personId = office.personId('jana.petersen');
      const handed = await office.act('deniz.aydin', 'aufgabe.forwardAufgabe', {
        aufgabeId: id,
        version,
        personId,
        note: '',
      });
      const aufgabe = { id, version: done(handed).version };
      const refused = await complete(office, 'jana.petersen', aufgabe, { entscheidung: 'mitzeichnen' });
      expect(refused).toMatchObject({
        code: 'zeichnung.fourEyes',
        message: { de: expect.stringContaining('sachlich') },
      });
      expect((await vorgangOf(office, vorgangId)).zeichnungen).toHaveLength(1);
    });

    it('Wenn die Leitung ohne Signatur zeichnen will oder das Kennwort nicht stimmt, dann bleibt die Aufgabe offen', async () => {
      const { vorgangId } = await filedRechnung(office, { betragCent: 10_000 });
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      const aufgabe = await aufgabeOf(office, 'ruth.lindqvist', 'schlusszeichnung', vorgangId);
      const unsigned = await complete(office, 'ruth.lindqvist', aufgabe, { entscheidung: 'zeichnen' });
      expect(codesOf(unsigned)).toEqual(['aufgabe.needsSignature']);
      expect(codesOf(await signFinally(office, vorgangId, 'falsch'))).toEqual(['zeichnung.wrongPassword']);
      expect(await openAufgaben(office, vorgangId)).toEqual(['schlusszeichnung']);
    });

    it('Wenn sie noch läuft, dann nennt z. d. A. alles, was entgegensteht', async () => {
      const { vorgangId } = await filedRechnung(office, { betragCent: 10_000, letterDate: null });
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      expect(codesOf(await closeZdA(office, 'jana.petersen', vorgangId))).toEqual([
        'akte.notClosable',
        'akte.openAufgabe',
        'akte.processRunning',
        'akte.undatedDokument',
        'akte.draft',
      ]);
      expect((await vorgangOf(office, vorgangId)).state).toBe('offen');
    });

    it('Wenn alle gezeichnet haben und gezahlt ist, dann liegt sie signiert und unversehrt z. d. A.', async () => {
      const filed = await filedRechnung(office, { nummer: 'RE-GANZ-1' });
      const { vorgangId } = filed;
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', { ...RICHTIG, bemerkung: 'Fassade gereinigt' });
      expect(await openAufgaben(office, vorgangId)).toEqual(['mitzeichnung', 'mitzeichnung']);
      await perform(office, vorgangId, 'tomasz.sliwa', 'mitzeichnung', { entscheidung: 'mitzeichnen' });
      expect(await openAufgaben(office, vorgangId)).toEqual(['mitzeichnung']);
      await perform(office, vorgangId, 'deniz.aydin', 'mitzeichnung', { entscheidung: 'mitzeichnen' });
      const signed = done(await signFinally(office, vorgangId));
      await perform(office, vorgangId, 'tomasz.sliwa', 'zahlung', {
        zahlungsdatum: '2026-11-26',
        buchungszeichen: 'B-1',
      });
      expect(await openAufgaben(office, vorgangId)).toEqual(['zda']);
      expect(done(await closeZdA(office, 'jana.petersen', vorgangId))).toEqual({
        zdaDate: '2026-11-24',
        aufbewahrungsende: '2036-12-31',
      });

      const vorgang = await vorgangOf(office, vorgangId);
      expect(vorgang).toMatchObject({
        state: 'zdA',
        aussonderungsart: 'A',
        process: { activeElements: [], canStorno: false },
        aufgaben: [],
        obstacles: [],
      });
      expect(vorgang.zeichnungen.map(({ art, person }) => `${art} ${person}`)).toEqual([
        'sachlich Jana Petersen',
        'mitzeichnung Tomasz Śliwa',
        'mitzeichnung Deniz Aydın',
        'schlusszeichnung Dr. Ruth Lindqvist',
      ]);
      expect(await currentBytes(office, vorgang.register, 'eingang')).toEqual(
        Buffer.from(rechnungXml({ nummer: 'RE-GANZ-1' })),
      );
      // Its XML can be read in words wherever the Dokument is shown; the Vermerk beside it is a PDF. The lists that the
      // closing files come after them.
      const papers = vorgang.register.map(({ art, rechnung }) => `${art} ${rechnung?.nummer ?? '–'}`);
      expect(papers.slice(0, 2)).toEqual(['eingang RE-GANZ-1', 'vermerk –']);
      const vermerk = checkPdf(await currentBytes(office, vorgang.register, 'vermerk'));
      expect(vermerk.signatures).toMatchObject([
        { signerName: 'Dr. Ruth Lindqvist', integrity: 'intact', coverage: 'wholeFile' },
      ]);
      expect(vorgang.register.find(({ art }) => art === 'vermerk')?.versions.at(-1)?.sha256).toBe(signed.sha256);
    });
  });

  describe('Angenommen eine Rechnung über höchstens 5.000,00 € ist abgelegt', () => {
    it.each([499_999, 500_000])('Wenn %d Cent sachlich richtig sind, dann zeichnet niemand mit', async (betragCent) => {
      const { vorgangId } = await paidRechnung(office, { betragCent });
      const { zeichnungen } = await vorgangOf(office, vorgangId);
      expect(zeichnungen.map(({ art }) => art)).toEqual(['sachlich', 'schlusszeichnung']);
    });
  });

  describe('Angenommen eine Rechnung wird zurückgewiesen', () => {
    it('Wenn die Prüfung sie ablehnt, dann wird ein Schreiben verlangt und nichts gezahlt', async () => {
      const { vorgangId } = await filedRechnung(office);
      const bemerkung = 'Leistung fehlt';
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', { entscheidung: 'zurueckweisen', bemerkung });
      expect(await openAufgaben(office, vorgangId)).toEqual(['rueckweisung']);
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'rueckweisung', vorgangId);
      expect(aufgabe.data).toMatchObject({ grund: bemerkung, kreditor: KREDITOR.name });
      done(await complete(office, 'jana.petersen', aufgabe, { schreiben: 'Bitte reichen Sie den Nachweis nach.' }));
      expect(await vorgangOf(office, vorgangId)).toMatchObject({
        process: { activeElements: [], canStorno: false },
        aufgaben: [],
        obstacles: [],
      });
    });

    it('Wenn eine von zwei Personen nicht mitzeichnet, dann entfällt die Aufgabe der anderen', async () => {
      const { vorgangId } = await filedRechnung(office);
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      const other = await aufgabeOf(office, 'tomasz.sliwa', 'mitzeichnung', vorgangId);
      await perform(office, vorgangId, 'deniz.aydin', 'mitzeichnung', {
        entscheidung: 'ablehnen',
        bemerkung: 'zu teuer',
      });
      const late = await complete(office, 'tomasz.sliwa', other, { entscheidung: 'mitzeichnen' });
      expect(codesOf(late)).toEqual(['aufgabe.withdrawn']);
      expect(await openAufgaben(office, vorgangId)).toEqual(['rueckweisung']);
    });

    it('Wenn die Leitung statt zu zeichnen zurückweist, dann gibt es keine signierte Fassung', async () => {
      const { vorgangId } = await filedRechnung(office, { betragCent: 10_000 });
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      await perform(office, vorgangId, 'ruth.lindqvist', 'schlusszeichnung', { entscheidung: 'zurueckweisen' });
      const { register, aufgaben } = await vorgangOf(office, vorgangId);
      expect(register.find(({ art }) => art === 'vermerk')?.versions).toHaveLength(1);
      expect(aufgaben.map(({ art }) => art)).toEqual(['rueckweisung']);
    });
  });

  describe('Angenommen eine Rechnung kommt als PDF ohne Rechnungsdaten', () => {
    it('Wenn sie abgelegt ist, dann erfasst eine Person die Daten und findet Vorschläge vor', async () => {
      const { vorgangId, eingangId } = await filedRechnung(office, {
        form: 'paper',
        betragCent: 500_001,
        nummer: 'RE-77',
      });
      const eingang = done(await office.read<EingangView>('ines.vogt', `/api/posteingang/${eingangId}`));
      expect(eingang.examination?.rechnung?.source).toBe('text');
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'erfassung', vorgangId);
      const proposals = {
        kreditor: KREDITOR.name,
        nummer: 'RE-77',
        datum: '2026-11-20',
        betragEuro: 5000.01,
        iban: KREDITOR.iban,
      };
      expect(aufgabe.data).toMatchObject(proposals);
      done(await complete(office, 'jana.petersen', aufgabe, proposals));
      const pruefung = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
      expect(pruefung).toMatchObject({ betragCent: 500_001, data: proposals });
      done(await complete(office, 'jana.petersen', pruefung, RICHTIG));
      expect(await openAufgaben(office, vorgangId)).toEqual(['mitzeichnung', 'mitzeichnung']);
    });
  });

  describe('Angenommen zwei Personen erledigen dieselbe Aufgabe zugleich', () => {
    it('Wenn beide abschicken, dann gewinnt eine, und die andere bekommt einen Satz', async () => {
      // In der Zentralen Verwaltung prüft niemand: die Aufgabe liegt bei allen Sachbearbeitungen.
      const { vorgangId } = await filedRechnung(office, { kennzeichen: '10.11.01', betragCent: 10_000 });
      const people = ['jana.petersen', 'deniz.aydin'];
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
      const results = await Promise.all(people.map((login) => complete(office, login, aufgabe, RICHTIG)));
      const refused = results.filter((result) => 'code' in result);
      expect(refused).toMatchObject([
        { code: 'aufgabe.alreadyDone', remedy: { de: expect.stringContaining('Verlauf') } },
      ]);
      const { zeichnungen, aufgaben } = await vorgangOf(office, vorgangId);
      expect(zeichnungen).toHaveLength(1);
      expect(aufgaben.map(({ art }) => art)).toEqual(['schlusszeichnung']);
    });
  });

  describe('Angenommen ein Storno kommt mitten im Ablauf', () => {
    it('Wenn niemand darf, der nicht zuständig ist, dann läuft der Ablauf weiter', async () => {
      const { vorgangId } = await filedRechnung(office);
      const { version } = await vorgangOf(office, vorgangId);
      const input = { vorgangId, version, reason: 'doppelt' };
      expect(codesOf(await office.act('tomasz.sliwa', 'rechnung.stornoRechnung', input))).toEqual([
        'identity.notPermitted',
      ]);
      expect((await vorgangOf(office, vorgangId)).process?.canStorno).toBe(true);
    });

    it('Wenn der Vermerk schon vorliegt, dann entfallen die Aufgaben, der Entwurf ist verworfen, und z. d. A. geht', async () => {
      const { vorgangId } = await filedRechnung(office, { betragCent: 10_000 });
      await perform(office, vorgangId, 'jana.petersen', 'pruefung', RICHTIG);
      const open = await aufgabeOf(office, 'ruth.lindqvist', 'schlusszeichnung', vorgangId);
      const { version } = await vorgangOf(office, vorgangId);
      const input = { vorgangId, version, reason: 'Rechnung kam doppelt' };
      done(await office.act('jana.petersen', 'rechnung.stornoRechnung', input));

      expect(codesOf(await complete(office, 'ruth.lindqvist', open, { entscheidung: 'zurueckweisen' }))).toEqual([
        'aufgabe.withdrawn',
      ]);
      const { register, history, ...vorgang } = await vorgangOf(office, vorgangId);
      expect(vorgang).toMatchObject({ process: { activeElements: [], canStorno: false }, aufgaben: [], obstacles: [] });
      expect(register.map(({ art, state }) => `${art} ${state}`)).toEqual(['eingang gueltig', 'vermerk verworfen']);
      expect(history.map(({ de }) => de)).toContain('Storno verlangt: Rechnung kam doppelt');
      done(await closeZdA(office, 'jana.petersen', vorgangId));
    });
  });
}

async function currentBytes(
  office: TestOffice,
  register: readonly DokumentView[],
  art: DokumentView['art'],
): Promise<Buffer> {
  const sha256 = register.find((dokument) => dokument.art === art)?.versions.at(-1)?.sha256;
  if (!sha256) throw new Error(`no ${art} in the register`);
  return buffer(await office.bytes(sha256));
}
