import { mayReceive, mayWork, unitFor, workable, type Aufgabe } from './aufgabe.js';

const jana = { id: 'p-jana', unitId: 'u-20.31', roles: ['sachbearbeitung', 'mitzeichnung'] as const };
const deniz = { id: 'p-deniz', unitId: 'u-20.11', roles: ['sachbearbeitung', 'mitzeichnung'] as const };
const ofGroup = { assigneeId: null, candidateRole: 'sachbearbeitung', unitId: 'u-20.31' } as const;
const aufgabe: Aufgabe = {
  ...ofGroup,
  id: 'a-1',
  vorgangId: 'v-1',
  dokumentId: null,
  art: 'pruefung',
  titel: { de: '', en: '' },
  schritt: { de: '', en: '' },
  state: 'offen',
  form: null,
  jobKey: '1',
  instanceKey: '2',
  version: 1,
};

describe('workable', () => {
  it('refuses an unknown Aufgabe', () => {
    expect(workable(null, jana, 1)).toMatchObject({ code: 'platform.notFound' });
  });

  it('tells the second of two people that the first has done it', () => {
    expect(workable({ ...aufgabe, state: 'erledigt' }, jana, 1)).toMatchObject({ code: 'aufgabe.alreadyDone' });
  });

  it('tells whoever opens a withdrawn Aufgabe that there is nothing left to do', () => {
    expect(workable({ ...aufgabe, state: 'entfallen' }, jana, 1)).toMatchObject({ code: 'aufgabe.withdrawn' });
  });

  it('refuses a person of another unit', () => {
    expect(workable(aufgabe, deniz, 1)).toMatchObject({ code: 'aufgabe.notYours' });
  });

  it('refuses a stale version', () => {
    expect(workable({ ...aufgabe, version: 2 }, jana, 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('gives the Aufgabe to whoever may work on it', () => {
    expect(workable(aufgabe, jana, 1)).toBe(aufgabe);
  });
});

describe('mayWork', () => {
  it('keeps an Aufgabe of one person from everybody else, whatever their role', () => {
    expect(mayWork({ ...ofGroup, assigneeId: 'p-deniz' }, jana)).toBe(false);
  });

  it('lets everybody with the role work where no unit is named', () => {
    expect([jana, deniz].map((person) => mayWork({ ...ofGroup, unitId: null }, person))).toEqual([true, true]);
  });
});

describe('mayReceive', () => {
  it('refuses a person without the role that the Aufgabe asks for', () => {
    expect(mayReceive({ candidateRole: 'leitung' }, jana)).toBe(false);
    expect(mayReceive({ candidateRole: null }, jana)).toBe(false);
  });

  it('accepts the role in another unit', () => {
    expect(mayReceive({ candidateRole: 'sachbearbeitung' }, deniz)).toBe(true);
  });
});

describe('unitFor', () => {
  it('binds case work to the unit with the Federführung and nothing else', () => {
    expect([unitFor('sachbearbeitung', 'u'), unitFor('leitung', 'u'), unitFor(null, 'u')]).toEqual(['u', null, null]);
  });
});
