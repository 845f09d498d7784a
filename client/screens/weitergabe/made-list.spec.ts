import { TestBed } from '@angular/core/testing';
import type { Permission } from '../../../server/contract/permissions.js';
import type { WeitergabeRow } from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Session } from '../../live/session.js';
import { MadeList } from './made-list.js';

const row: WeitergabeRow = {
  ...{ id: 'w', version: 2, akte: { id: 'k', aktenzeichen: '20.1-0001/2026', betreff: 'Kreishaus' }, kind: 'kopie' },
  ...{ to: 'aussen', recipient: 'Landkreis Nordfeld', reason: 'Umzug', state: 'bereit', done: 1, total: 1 },
  ...{ stufe: 'offen', package: null, problem: null, createdAt: '2026-11-24T09:00:00Z', createdBy: 'Jana Petersen' },
  ...{ createdById: 'jana', releasedBy: null, expiresOn: '2026-12-08', ended: null },
  downloads: { count: 0, most: 3, last: null },
};

async function buttons(own: Partial<WeitergabeRow>, id: string, ...permissions: Permission[]): Promise<string[]> {
  const person = () => ({ id, permissions });
  const session = { person, may: (permission: Permission) => permissions.includes(permission) };
  const providers = [
    { provide: Session, useValue: session },
    { provide: Acts, useValue: {} },
  ];
  TestBed.configureTestingModule({ providers });
  const fixture = TestBed.createComponent(MadeList);
  fixture.componentRef.setInput('rows', [{ ...row, ...own }]);
  await fixture.whenStable();
  const found = (fixture.nativeElement as HTMLElement).querySelectorAll('button');
  return [...found].map((button) => button.textContent.replace('Landkreis Nordfeld', '').trim());
}

describe('F13 MadeList', () => {
  const asked = { kind: 'zustaendigkeit', state: 'beantragt' } as const;

  it('lets nobody release what they have asked for themselves', async () => {
    const own = await buttons(asked, 'jana', 'weitergabe.order', 'weitergabe.release');
    expect(own).toEqual(['Code erneuern', 'Weitergabe zurückziehen']);
  });

  it('lets a second person release it', async () => {
    expect(await buttons(asked, 'ruth', 'weitergabe.release')).toEqual(['Weitergabe freigeben']);
  });

  it.each(['uebernommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen', 'gescheitert', 'uebernahme'] as const)(
    'offers nothing for what is %s',
    async (state) => {
      expect(await buttons({ state }, 'jana', 'weitergabe.order')).toEqual([]);
    },
  );

  it('has the receipt confirmed only after somebody has fetched it', async () => {
    const ready = { kind: 'zustaendigkeit', state: 'bereit' } as const;
    expect(await buttons(ready, 'jana', 'weitergabe.order')).not.toContain('Empfang bestätigen');
    TestBed.resetTestingModule();
    const fetched = { ...ready, downloads: { count: 1, most: 3, last: '2026-11-25T09:00:00Z' } };
    expect(await buttons(fetched, 'jana', 'weitergabe.order')).toContain('Empfang bestätigen');
  });

  it('offers no code for what goes to a Mandant', async () => {
    const offered = { to: 'mandant', downloads: null } as const;
    expect(await buttons(offered, 'jana', 'weitergabe.order')).toEqual(['Weitergabe zurückziehen']);
  });
});
