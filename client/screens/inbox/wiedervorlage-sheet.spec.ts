import { TestBed } from '@angular/core/testing';
import { Session } from '../../live/session.js';
import { shownWith } from '../shared/sheet.testing.js';
import { AufgabeActs } from './aufgabe-acts.js';
import { WiedervorlageSheet } from './wiedervorlage-sheet.js';

const aufgabe = { id: 'a', frist: '2026-11-27', wiedervorlage: null };
const kept = { day: '2027-01-04', art: 'erinnern', note: 'Rückruf' };

async function sheet(own: object = {}) {
  const saved: object[] = [];
  const setWiedervorlage = (_aufgabe: unknown, wanted: object) => {
    saved.push(wanted);
    return Promise.resolve({ aufgabeId: 'a', before: null });
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: AufgabeActs, useValue: { setWiedervorlage } },
      { provide: Session, useValue: { now: () => new Date('2026-11-24T09:00:00Z') } },
    ],
  });
  return { ...(await shownWith(WiedervorlageSheet, { aufgabe: { ...aufgabe, ...own } }, {})), saved };
}

describe('WiedervorlageSheet', () => {
  it('F34 saves no day that there is not, and none at all, and says so', async () => {
    const { element, type, press, saved } = await sheet();
    await press('Auf Wiedervorlage legen');
    expect(element.textContent).toContain('Bitte nennen Sie den Tag.');
    await type('Wieder vorlegen am', '31.2.');
    await press('Auf Wiedervorlage legen');
    expect(element.textContent).toContain('Kein Datum.');
    expect(saved).toEqual([]);
  });

  it('F34 says before it saves that a Frist ends before the day', async () => {
    const { element, type, press, saved } = await sheet();
    await type('Wieder vorlegen am', 'morgen');
    expect(element.textContent).not.toContain('Die Frist läuft vorher ab');
    await type('Wieder vorlegen am', '+2w');
    expect(element.textContent).toContain('Die Frist läuft vorher ab, am 27.11.2026.');
    await type('Notiz', ' Gutachten ');
    await press('Auf Wiedervorlage legen');
    expect(saved).toEqual([{ day: '2026-12-08', art: 'ausblenden', note: 'Gutachten' }]);
  });

  it('F34 begins with the Wiedervorlage that there is, and keeps what is typed when the page reads anew', async () => {
    const { field, type, give, press, saved } = await sheet({ wiedervorlage: kept });
    expect(field('Wieder vorlegen am').value).toBe('04.01.2027');
    await type('Notiz', 'Rückruf bei der Firma');
    await give({ aufgabe: { ...aufgabe, wiedervorlage: { ...kept, note: 'anders' } } });
    await press('Auf Wiedervorlage legen');
    expect(saved).toEqual([{ ...kept, note: 'Rückruf bei der Firma' }]);
  });
});
