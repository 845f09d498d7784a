import { done } from '../closed-vorgang.js';
import { answer, asks, change, gruppe, laufwegOf, mappe, started, stationOf } from '../laufwege.js';
import type { TestOffice } from '../office.js';

/** A Laufweg that is changed, stopped, goes on and is signed at the end, and one that is called back. */
export async function sendRound(office: TestOffice): Promise<void> {
  const papers = await mappe(office, ['Bescheid', 'Begleitschreiben']);
  const { vorgangId } = papers;
  const lines = [asks(office, 'deniz.aydin'), asks(office, 'ruth.lindqvist', 'schlusszeichnung')];
  const laufwegId = await started(office, papers, ...lines);
  const inserted = [gruppe('parallel', { kind: 'count', value: 1 }), asks(office, 'tomasz.sliwa', 'mitzeichnung', 1)];
  const more = [asks(office, 'jana.petersen', 'kenntnisnahme')];
  done(
    await change(office, vorgangId, laufwegId, 'laufweg.insertStation', { groupId: null, index: 1, lines: inserted }),
  );
  done(await change(office, vorgangId, laufwegId, 'laufweg.insertStation', { groupId: null, index: 2, lines: more }));
  const { id: stationId } = stationOf(await laufwegOf(office, vorgangId, laufwegId), 'Jana');
  done(await change(office, vorgangId, laufwegId, 'laufweg.moveStation', { stationId, groupId: null, index: 1 }));
  done(await change(office, vorgangId, laufwegId, 'laufweg.skipStation', { stationId, reason: 'nicht nötig' }));
  done(await answer(office, 'deniz.aydin', vorgangId, 'ablehnen', 'zu teuer'));
  done(await change(office, vorgangId, laufwegId, 'laufweg.continueLaufweg', { reason: 'Deckung ist da' }));
  done(await answer(office, 'tomasz.sliwa', vorgangId, 'mitzeichnen'));
  done(await answer(office, 'ruth.lindqvist', vorgangId, 'zeichnen'));
  const again = await mappe(office);
  const recalled = await started(office, again, asks(office, 'deniz.aydin'));
  done(await change(office, again.vorgangId, recalled, 'laufweg.recallLaufweg', { reason: 'neu gefasst' }));
}
