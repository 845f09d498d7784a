import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { someZusatzfeld } from '../zusatzfelder.js';

/** A field that is defined, changed, retired, used again and put first. Returns its id. */
export async function defineFields(office: TestOffice): Promise<string> {
  const login = 'helga.brandt';
  const wanted = { ...someZusatzfeld(), kind: 'akte', key: 'flurstueck' } as const;
  const { id, version } = done(await office.act(login, 'zusatzfeld.defineZusatzfeld', wanted));
  const rule = { art: 'text', shortest: 0, longest: 40, signs: 'any' } as const;
  const change = { ...someZusatzfeld({ rule }), id, version, breaking: 0 };
  const changed = done(await office.act(login, 'zusatzfeld.changeZusatzfeld', change));
  const retired = done(await office.act(login, 'zusatzfeld.retireZusatzfeld', { id, ...changed }));
  done(await office.act(login, 'zusatzfeld.restoreZusatzfeld', retired));
  done(await office.act(login, 'zusatzfeld.orderZusatzfelder', { kind: 'akte', ids: [id] }));
  return id;
}
