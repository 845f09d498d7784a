import type { DokumentView, ZeichnungView } from '../../../server/contract/views.js';
import { timeline } from './timeline.js';

const dokument = (id: string, createdAt: string, signatures = 0): DokumentView => ({
  id,
  nummer: 1,
  betreff: id,
  art: 'eingang',
  state: 'gueltig',
  date: null,
  createdAt,
  createdBy: 'Poststelle',
  parentId: null,
  version: 1,
  checkout: null,
  rechnung: null,
  versions: [
    {
      nummer: 1,
      createdAt,
      createdBy: '',
      comment: '',
      sha256: '',
      file: { name: '', mime: '', size: 0, url: '', text: null },
      signatures: Array.from({ length: signatures }, () => ({ de: '', en: '' })),
    },
  ],
});
const zeichnung: ZeichnungView = {
  art: 'mitzeichnung',
  person: 'M. Lindner',
  at: '2026-11-24T10:00:00Z',
  decision: 'mitzeichnen',
  bemerkung: '',
  dokument: 'Rechnung',
  versionNummer: 1,
  fassung: 'aktuell',
};

describe('timeline', () => {
  it('has no day for an empty Vorgang', () => {
    expect(timeline({ register: [], zeichnungen: [] })).toEqual([]);
  });

  it('puts a late evening in UTC on the day that Berlin had', () => {
    const days = timeline({ register: [dokument('a', '2026-11-24T23:30:00Z')], zeichnungen: [] });
    expect(days[0]!.id).toBe('2026-11-25');
  });

  it('joins Dokumente and Zeichnungen in one thread, newest first', () => {
    const register = [dokument('a', '2026-11-23T08:00:00Z', 1), dokument('b', '2026-11-24T12:00:00Z')];
    const days = timeline({ register, zeichnungen: [zeichnung] });
    expect(days.map((day) => day.items.map(({ id, mark }) => [id, mark]))).toEqual([
      [
        ['b', null],
        ['zeichnung-0', 'gezeichnet'],
      ],
      [['a', 'signiert']],
    ]);
  });
});
