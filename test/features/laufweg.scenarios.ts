import { buffer } from 'node:stream/consumers';
import type { LaufwegView } from '../../server/contract/laufweg-views.js';
import { checkPdf } from '../../server/signatur/check-pdf.js';
import { done } from '../support/closed-vorgang.js';
import {
  answer,
  asks,
  aufgabeIn,
  change,
  gruppe,
  laufwegOf,
  mappe,
  newVersion,
  started,
  stationOf,
  states,
} from '../support/laufwege.js';
import type { TestOffice } from '../support/office.js';
import { vorgangOf } from '../support/rechnung.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
const [Deniz, Tomasz, Ruth] = ['Deniz Aydın', 'Tomasz Śliwa', 'Dr. Ruth Lindqvist'];

/** Everything that the office promises about a Laufweg, whatever engine carries it. */
export function laufwegScenarios(open: () => Promise<TestOffice>): void {
  let office: TestOffice;
  beforeAll(async () => void (office = await open()));
  afterAll(() => office.close());

  const asked = async (vorgangId: string) => {
    const people = [JANA, DENIZ, TOMASZ, RUTH];
    const found = await Promise.all(people.map((login) => aufgabeIn(office, login, vorgangId)));
    return people.filter((_login, index) => found[index] !== null);
  };
  const now = async (vorgangId: string, laufwegId: string): Promise<LaufwegView> =>
    laufwegOf(office, vorgangId, laufwegId);

  describe('Angenommen ein Entwurf soll von drei Personen gezeichnet werden', () => {
    it('F43 Wenn die Mitzeichnungen nacheinander gegeben sind, dann erst wird um die Schlusszeichnung gebeten', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const lines = [asks(office, DENIZ), asks(office, TOMASZ), asks(office, RUTH, 'schlusszeichnung')];
      const laufwegId = await started(office, papers, ...lines);
      expect(await asked(vorgangId)).toEqual([DENIZ]);
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen', 'Haushalt ist eingehalten'));
      expect(await asked(vorgangId)).toEqual([TOMASZ]);
      done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([RUTH]);
      done(await answer(office, RUTH, vorgangId, 'zeichnen', 'einverstanden'));
      const laufweg = await now(vorgangId, laufwegId);
      expect(laufweg).toMatchObject({ state: 'fertig', endedAt: expect.any(String) });
      expect(stationOf(laufweg, Deniz)).toMatchObject({
        ...{ decision: 'mitgezeichnet', comment: 'Haushalt ist eingehalten', person: Deniz, art: 'mitzeichnung' },
        endedAt: expect.any(String),
      });
      expect(stationOf(laufweg, Ruth)).toMatchObject({ decision: 'gezeichnet', comment: 'einverstanden' });
      expect(await asked(vorgangId)).toEqual([]);
    });

    it('F37 Wenn gleichzeitig, nacheinander und geschachtelt gefragt wird, dann kommt jede Frage zu ihrer Zeit', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(
        office,
        papers,
        gruppe('parallel'),
        asks(office, DENIZ, 'mitzeichnung', 1),
        gruppe('sequence', null, 1),
        asks(office, TOMASZ, 'kenntnisnahme', 2),
        asks(office, JANA, 'mitzeichnung', 2),
        asks(office, RUTH, 'schlusszeichnung'),
      );
      expect(await asked(vorgangId)).toEqual([DENIZ, TOMASZ]);
      done(await answer(office, TOMASZ, vorgangId, 'kenntnis'));
      expect(await asked(vorgangId)).toEqual([JANA, DENIZ]);
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([JANA]);
      done(await answer(office, JANA, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([RUTH]);
      expect(await now(vorgangId, laufwegId)).toMatchObject({ state: 'laeuft' });
    });

    it('F44 Wenn das Quorum erreicht ist, dann entfällt der Rest mit diesem Satz, und es geht weiter', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(
        office,
        papers,
        gruppe('parallel', { kind: 'percent', value: 50 }),
        asks(office, DENIZ, 'mitzeichnung', 1),
        asks(office, TOMASZ, 'mitzeichnung', 1),
        asks(office, RUTH, 'schlusszeichnung'),
      );
      done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([RUTH]);
      expect(stationOf(await now(vorgangId, laufwegId), Deniz)).toMatchObject({
        state: 'entfallen',
        reason: { de: 'Das Quorum der Gruppe war erreicht.' },
      });
    });

    it('F44 Wenn das Quorum nicht mehr erreichbar ist, dann hält der Laufweg an und kommt zurück', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(
        office,
        papers,
        gruppe('parallel', { kind: 'count', value: 2 }),
        asks(office, DENIZ, 'mitzeichnung', 1),
        asks(office, TOMASZ, 'mitzeichnung', 1),
      );
      done(await answer(office, TOMASZ, vorgangId, 'ablehnen', 'ohne Deckung'));
      const laufweg = await now(vorgangId, laufwegId);
      expect(laufweg).toMatchObject({ state: 'angehalten', note: { de: expect.stringContaining('ohne Deckung') } });
      // Who had been asked already may still answer; the initiator has to decide.
      expect(await asked(vorgangId)).toEqual([JANA, DENIZ]);
    });
  });

  describe('Angenommen eine Umlaufmappe mit zwei Dokumenten läuft um', () => {
    it('F45 Wenn schlussgezeichnet wird, dann ist jedes Dokument signiert und trägt jede Zeichnung', async () => {
      const papers = await mappe(office, ['Bescheid', 'Begleitschreiben']);
      const { vorgangId } = papers;
      await started(office, papers, asks(office, DENIZ), asks(office, RUTH, 'schlusszeichnung'));
      expect((await aufgabeIn(office, DENIZ, vorgangId))?.laufweg?.dokumente.map(({ betreff }) => betreff)).toEqual([
        'Bescheid',
        'Begleitschreiben',
      ]);
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      done(await answer(office, RUTH, vorgangId, 'zeichnen'));
      const { register, zeichnungen } = await vorgangOf(office, vorgangId);
      for (const { versions, state } of register) {
        expect(state).toBe('gueltig');
        const bytes = await buffer(await office.bytes(versions.at(-1)?.sha256 ?? ''));
        expect(checkPdf(bytes).signatures).toMatchObject([{ signerName: Ruth, integrity: 'intact' }]);
      }
      const told = zeichnungen.map(({ art, dokument, versionNummer }) => `${art} ${dokument} ${versionNummer}`);
      expect(told.sort()).toEqual([
        'mitzeichnung Begleitschreiben 1',
        'mitzeichnung Bescheid 1',
        'schlusszeichnung Begleitschreiben 2',
        'schlusszeichnung Bescheid 2',
      ]);
      // The signature itself makes a version, and changes nothing.
      expect(new Set(zeichnungen.map(({ fassung }) => fassung))).toEqual(new Set(['aktuell']));
    });

    it('F42 Wenn danach eine neue Fassung kommt, dann heißt es „in älterer Fassung gezeichnet“', async () => {
      const papers = await mappe(office, ['Bescheid', 'Anschreiben']);
      const { vorgangId, dokumente } = papers;
      await started(office, papers, asks(office, DENIZ), asks(office, TOMASZ));
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      await newVersion(office, dokumente[0]?.dokumentId ?? '');
      done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
      const { zeichnungen } = await vorgangOf(office, vorgangId);
      const told = zeichnungen.map(({ person, dokument, fassung }) => `${person} ${dokument} ${fassung}`).sort();
      expect(told).toEqual([
        `${Deniz} Anschreiben aktuell`,
        `${Deniz} Bescheid aelter`,
        `${Tomasz} Anschreiben aktuell`,
        `${Tomasz} Bescheid aktuell`,
      ]);
    });
  });

  describe('Angenommen ein Laufweg wird geändert, während er läuft', () => {
    it('F111 Wenn eine Station eingefügt wird, dann behält, wer gefragt ist, seine Aufgabe, und jeder wird einmal gefragt', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, RUTH, 'schlusszeichnung'));
      const before = await aufgabeIn(office, DENIZ, vorgangId);
      const place = { groupId: null, index: 1, lines: [asks(office, TOMASZ)] };
      done(await change(office, vorgangId, laufwegId, 'laufweg.insertStation', place));
      expect(await aufgabeIn(office, DENIZ, vorgangId)).toMatchObject({ id: before?.id, version: before?.version });
      expect(states(await now(vorgangId, laufwegId))).toEqual([
        `${Deniz}: laeuft`,
        `${Tomasz}: offen`,
        `${Ruth}: offen`,
      ]);
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([TOMASZ]);
      done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([RUTH]);
    });

    it('F111 Wenn eine Station mit Grund übersprungen wird, dann geht es ohne sie weiter, und sie bleibt sichtbar', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const lines = [asks(office, DENIZ), asks(office, TOMASZ), asks(office, RUTH, 'schlusszeichnung')];
      const laufwegId = await started(office, papers, ...lines);
      for (const name of [Tomasz, Deniz]) {
        const stationId = stationOf(await now(vorgangId, laufwegId), name).id;
        done(await change(office, vorgangId, laufwegId, 'laufweg.skipStation', { stationId, reason: 'im Urlaub' }));
      }
      expect(await asked(vorgangId)).toEqual([RUTH]);
      const laufweg = await now(vorgangId, laufwegId);
      expect(states(laufweg)).toEqual([`${Deniz}: uebersprungen`, `${Tomasz}: uebersprungen`, `${Ruth}: laeuft`]);
      expect(stationOf(laufweg, Tomasz).reason?.de).toBe('im Urlaub');
    });

    it('F111 Wenn die Reihenfolge des Kommenden getauscht wird, dann wird in der neuen gefragt', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const lines = [asks(office, DENIZ), asks(office, TOMASZ), asks(office, RUTH, 'kenntnisnahme')];
      const laufwegId = await started(office, papers, ...lines);
      const stationId = stationOf(await now(vorgangId, laufwegId), Ruth).id;
      const place = { stationId, groupId: null, index: 1 };
      done(await change(office, vorgangId, laufwegId, 'laufweg.moveStation', place));
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      expect(await asked(vorgangId)).toEqual([RUTH]);
      done(await answer(office, RUTH, vorgangId, 'kenntnis'));
      expect(await asked(vorgangId)).toEqual([TOMASZ]);
    });

    it('F111 Wenn er zurückgeholt wird, dann ist niemand mehr gefragt, und das Gezeichnete bleibt', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, TOMASZ));
      done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
      done(await change(office, vorgangId, laufwegId, 'laufweg.recallLaufweg', { reason: 'Antrag zurückgenommen' }));
      expect(await asked(vorgangId)).toEqual([]);
      expect(await now(vorgangId, laufwegId)).toMatchObject({ state: 'zurueckgeholt' });
      expect((await vorgangOf(office, vorgangId)).zeichnungen).toHaveLength(1);
    });
  });

  describe('Angenommen jemand zeichnet nicht mit', () => {
    it('F43 Wenn trotzdem weitergegangen wird, dann liest die Schlusszeichnung wer abgelehnt hat und warum es weiterging', async () => {
      const papers = await mappe(office);
      const { vorgangId } = papers;
      const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, RUTH, 'schlusszeichnung'));
      done(await answer(office, DENIZ, vorgangId, 'ablehnen', 'Die Deckung fehlt'));
      expect(await asked(vorgangId)).toEqual([JANA]);
      expect((await aufgabeIn(office, JANA, vorgangId))?.frage.de).toContain('Die Deckung fehlt');
      const reason = 'Deckung ist nachgewiesen';
      done(await change(office, vorgangId, laufwegId, 'laufweg.continueLaufweg', { reason }));
      expect(await asked(vorgangId)).toEqual([RUTH]);
      const { frage } = (await aufgabeIn(office, RUTH, vorgangId)) ?? {};
      expect(frage?.de).toContain(Deniz);
      expect(frage?.de).toContain(reason);
      expect(stationOf(await now(vorgangId, laufwegId), Deniz)).toMatchObject({
        ...{ state: 'erledigt', decision: 'abgelehnt', reason: { de: reason } },
      });
    });
  });
}
