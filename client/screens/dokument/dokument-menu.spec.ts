import { ROLE_PERMISSIONS, type Role } from '../../../server/contract/permissions.js';
import { dokumentActs, menuOf } from './dokument-menu.js';

const person = (role: Role, id = 'jana') => ({ id, permissions: ROLE_PERMISSIONS[role] });
const draft = { state: 'entwurf', checkout: null, parentId: null } as const;
const checkout = { personId: 'jana', person: 'Jana Petersen', since: '2026-11-24T09:00:00Z', inEditor: false };
const open = { state: 'offen' } as const;

describe('the menu of a Dokument', () => {
  it('offers nothing in a Vorgang that is z. d. A., and nothing to people who only read', () => {
    expect(dokumentActs(draft, { state: 'zdA' }, person('registratur'))).toEqual([]);
    expect(dokumentActs(draft, open, person('kasse'))).toEqual([]);
  });

  it('offers no way out for an Anlage: it stays with its main Dokument', () => {
    const acts = dokumentActs({ ...draft, parentId: 'letter' }, open, person('sachbearbeitung'));
    expect(acts).toContain('dokument.checkOut');
    expect(acts).not.toContain('dokument.moveDokument');
    expect(acts).not.toContain('dokument.discardDokument');
  });

  it('offers the person who has it the way back, and others nothing but to take it over where they may', () => {
    const held = { ...draft, checkout };
    expect(dokumentActs(held, open, person('sachbearbeitung'))).toEqual([
      'dokument.checkIn',
      'dokument.cancelCheckout',
    ]);
    expect(dokumentActs(held, open, person('sachbearbeitung', 'other'))).toEqual([]);
    expect(dokumentActs(held, open, person('leitung', 'ruth'))).toEqual(['dokument.takeCheckout']);
  });

  it('offers the way back from final to the Registratur alone', () => {
    const final = { ...draft, state: 'gueltig' } as const;
    expect(dokumentActs(final, open, person('sachbearbeitung'))).toEqual([
      'dokument.moveDokument',
      'dokument.takeOut',
      'dokument.discardDokument',
    ]);
    expect(dokumentActs(final, open, person('registratur'))).toContain('dokument.resetFinal');
  });

  it('offers the editor for a draft that it can edit, also to those who join, and not where it is checked out by hand', () => {
    const clerk = person('sachbearbeitung', 'other');
    expect(dokumentActs(draft, open, clerk)).not.toContain('wopi.openEditor');
    expect(dokumentActs(draft, open, clerk, 'fits')).toContain('wopi.openEditor');
    expect(dokumentActs({ ...draft, checkout }, open, clerk, 'fits')).not.toContain('wopi.openEditor');
    const together = { ...draft, checkout: { ...checkout, inEditor: true } };
    expect(dokumentActs(together, open, clerk, 'fits')).toEqual(['wopi.openEditor']);
    expect(dokumentActs({ ...draft, state: 'gueltig' }, open, clerk, 'fits')).not.toContain('wopi.openEditor');
  });

  it('offers a comparison where there are two versions', () => {
    expect(menuOf([], 2, ({ de }) => de).map(({ id }) => id)).toContain('compare');
  });

  it('offers to redact only where that was asked for', () => {
    expect(menuOf([], 1, ({ de }) => de, 'offered').map(({ id }) => id)).toContain('redact');
    expect(menuOf([], 1, ({ de }) => de).map(({ id }) => id)).not.toContain('redact');
  });

  it('always ends with the link', () => {
    expect(menuOf([], 1, ({ de }) => de).map(({ id }) => id)).toEqual(['properties', 'link']);
    expect(menuOf(['dokument.checkOut'], 1, ({ de }) => de)[0]).toMatchObject({ label: 'Auschecken' });
  });
});
