import {
  answerable,
  assignable,
  filed,
  filingMessage,
  linkObstacles,
  onDesk,
  recallable,
  type Eingang,
  type Forwarding,
} from './eingang.js';

const eingang: Eingang = {
  id: 'e-1',
  state: 'geprueft',
  fileName: 'brief.pdf',
  sha256: '',
  size: 1,
  mime: 'application/pdf',
  receivedAt: new Date(0),
  vorgangId: null,
  filedIn: null,
  takenBack: 0,
  linkedTo: null,
  forwarding: null,
  version: 2,
};

describe('assignable', () => {
  it.each([
    ['an unknown Eingang', null, 'platform.notFound'],
    ['one that has been filed', { ...eingang, state: 'zugeordnet' }, 'posteingang.alreadyAssigned'],
    ['one that is linked as a duplicate', { ...eingang, state: 'dublette' }, 'posteingang.linked'],
    ['one that is still being examined', { ...eingang, state: 'empfangen' }, 'posteingang.notExamined'],
    ['one in quarantine', { ...eingang, state: 'quarantaene' }, 'posteingang.quarantined'],
    ['a stale version', { ...eingang, version: 3 }, 'platform.stale'],
  ] as const)('refuses %s', (_name, found, code) => {
    expect(assignable(found, 2)).toMatchObject({ code });
  });

  it('lets what has been examined or set aside be filed', () => {
    expect(assignable(eingang, 2)).toBe(eingang);
    expect(assignable({ ...eingang, state: 'klaerung' }, 2)).toMatchObject({ id: 'e-1' });
  });
});

describe('linkObstacles', () => {
  const original: Eingang = { ...eingang, id: 'e-0', receivedAt: new Date(-1) };
  const codes = (other: Eingang, linked = 0) => linkObstacles(eingang, other, linked).map(({ code }) => code);

  it('names everything that stands against it at once', () => {
    const later = { ...original, state: 'quarantaene' as const, receivedAt: new Date(1) };
    expect(codes(later, 2)).toEqual([
      'posteingang.originalNotRead',
      'posteingang.originalIsLater',
      'posteingang.hasLinked',
    ]);
  });

  it('never makes a chain of duplicates, and none of itself', () => {
    expect(codes({ ...original, state: 'dublette' })).toEqual(['posteingang.originalIsLinked']);
    expect(codes(eingang)).toEqual(['posteingang.duplicateOfItself']);
  });

  it('lets an Eingang be linked to an earlier one, filed or not', () => {
    expect(codes(original)).toEqual([]);
    expect(codes({ ...original, state: 'zugeordnet' })).toEqual([]);
  });
});

describe('an Eingang that was forwarded', () => {
  const given = (own: Partial<Forwarding>): Eingang => ({
    ...eingang,
    forwarding: { to: 'Jana Petersen', state: 'offered', mine: false, ...own },
  });
  const offered = given({ mine: true });
  const accepted = given({ mine: true, state: 'accepted' });

  it('refuses everybody but its receiver, and the receiver before they have accepted it', () => {
    expect(assignable(given({}), 2)).toMatchObject({ code: 'posteingang.forwarded' });
    expect(assignable(given({ state: 'accepted' }), 2)).toMatchObject({ code: 'posteingang.forwarded' });
    expect(assignable(offered, 2)).toMatchObject({ code: 'posteingang.notAccepted' });
    expect(assignable(accepted, 2)).toBe(accepted);
  });

  it('refuses what only the desk does, also to whoever has accepted it', () => {
    expect(onDesk(accepted, 2)).toMatchObject({ code: 'posteingang.notOnDesk' });
    expect(onDesk(eingang, 2)).toBe(eingang);
  });

  it.each([
    ['nobody has forwarded', eingang, 'posteingang.notForwarded'],
    ['lies with somebody else', given({}), 'posteingang.forwarded'],
    ['has been filed', { ...offered, state: 'zugeordnet' }, 'posteingang.alreadyAssigned'],
    ['is accepted already', accepted, 'posteingang.alreadyAccepted'],
    ['has changed meanwhile', { ...offered, version: 3 }, 'platform.stale'],
    ['is not there', null, 'platform.notFound'],
  ] as const)('refuses to accept what %s', (_name, found, code) => {
    expect(answerable(found, 2, 'accept')).toMatchObject({ code });
  });

  it('can be sent back also after it was accepted, and recalled only before', () => {
    expect(answerable(accepted, 2, 'refuse')).toBe(accepted);
    expect(recallable(accepted, 2)).toMatchObject({ code: 'posteingang.accepted' });
    expect(recallable(eingang, 2)).toMatchObject({ code: 'posteingang.notForwarded' });
    expect(recallable(given({}), 3)).toMatchObject({ code: 'platform.stale' });
    expect(recallable(given({}), 2)).toMatchObject({ id: 'e-1' });
  });
});

describe('filed', () => {
  it('refuses what is not there, what is not filed, and a stale version', () => {
    expect(filed(null, 2)).toMatchObject({ code: 'platform.notFound' });
    expect(filed(eingang, 2)).toMatchObject({ code: 'posteingang.notFiled' });
    const inVorgang: Eingang = { ...eingang, state: 'zugeordnet', vorgangId: 'v-1' };
    expect(filed(inVorgang, 1)).toMatchObject({ code: 'platform.stale' });
    expect(filed(inVorgang, 2)).toBeTruthy();
    expect(filed({ ...inVorgang, state: 'dublette' }, 2)).toMatchObject({ code: 'posteingang.notFiled' });
  });
});

describe('filingMessage', () => {
  it('is the id of the Eingang, and another one for each filing after one that was taken back', () => {
    expect([0, 1, 2].map((takenBack) => filingMessage({ id: 'e-1', takenBack }))).toEqual(['e-1', 'e-1/1', 'e-1/2']);
  });
});
