import { assignable, type Eingang } from './eingang.js';

const eingang: Eingang = {
  id: 'e-1',
  state: 'geprueft',
  fileName: 'brief.pdf',
  sha256: '',
  size: 1,
  mime: 'application/pdf',
  receivedAt: new Date(0),
  version: 2,
};

describe('assignable', () => {
  it.each([
    ['an unknown Eingang', null, 'platform.notFound'],
    ['one that has been filed', { ...eingang, state: 'zugeordnet' }, 'posteingang.alreadyAssigned'],
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
