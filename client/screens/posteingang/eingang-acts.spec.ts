import type { ReceiptState } from '../../../server/contract/eingang-views.js';
import type { EingangRow } from '../../../server/contract/views.js';
import { actsFor, mayFile } from './eingang-acts.js';

const at = (state: EingangRow['state'], own: Partial<EingangRow['forwarding']> | null = null) => ({
  state,
  receipt: null,
  pages: 3,
  forwarding: own && ({ to: 'Jana', from: 'Ines', note: '', at: '', state: 'offered', mine: false, ...own } as const),
});

describe('actsFor', () => {
  it('offers nothing for what is filed, in quarantine, or with somebody else', () => {
    expect([at('zugeordnet'), at('quarantaene'), at('geprueft', {})].map((row) => actsFor(row, false))).toEqual([
      [],
      [],
      [],
    ]);
    expect(actsFor(at('geprueft', { state: 'accepted' }), true)).toEqual([]);
  });

  it('offers nothing for a scan that has become letters, and lets only the desk make letters of one', () => {
    expect(actsFor(at('aufgeteilt'), true)).toEqual([]);
    const offered = [at('geprueft'), at('klaerung')].flatMap((row) => [actsFor(row, true), actsFor(row, false)]);
    const rearrange = 'posteingang.rearrangeScans';
    expect(offered.map((acts) => acts.includes(rearrange))).toEqual([true, false, true, false]);
    for (const row of [at('empfangen'), { ...at('geprueft'), pages: null }]) {
      expect(actsFor(row, true)).not.toContain(rearrange);
    }
  });

  it('lets the desk recall what nobody has accepted', () => {
    expect(actsFor(at('geprueft', {}), true)).toEqual(['posteingang.recallEingang']);
  });

  it('asks a receiver first whether they accept, and then lets them file', () => {
    const offered = at('geprueft', { mine: true });
    const accepted = at('geprueft', { mine: true, state: 'accepted' });
    expect([offered, accepted].map((row) => actsFor(row, false)[0])).toEqual([
      'posteingang.acceptEingang',
      'posteingang.assignEingang',
    ]);
    expect([mayFile(offered), mayFile(accepted)]).toEqual([false, true]);
  });

  it('offers the ways back from Klärung and from a link', () => {
    expect(actsFor(at('klaerung'), true)).toContain('posteingang.resumeEingang');
    expect(actsFor(at('dublette'), true)).toEqual(['posteingang.unlinkDuplicate']);
    expect([mayFile(at('klaerung')), mayFile(at('empfangen')), mayFile(at('dublette'))]).toEqual([true, false, false]);
  });

  it('offers the receipt of what is filed, as far as it has come', () => {
    const receipt = (state: ReceiptState) => ({
      ...at('zugeordnet'),
      receipt: { state, version: 1, address: 'anna@dach.example', note: null },
    });
    const firsts = (['sent', 'open', 'failed', 'ordered', 'waived'] as const).map(
      (state) => actsFor(receipt(state), true)[0],
    );
    const order = 'posteingang.orderReceipt';
    expect(firsts).toEqual([undefined, order, order, 'posteingang.holdReceipt', order]);
  });
});
