import { holdable, sendable, waivable, type Receipt } from './receipt.js';

const receipt: Receipt = {
  ...{ eingangId: 'e-1', state: 'open', address: 'anna@dach.example', version: 2 },
  ...{
    eingangState: 'zugeordnet',
    vorgangId: 'v-1',
    aktenzeichen: '20.31-0001',
    vorgangState: 'offen',
    betreff: 'Dach',
  },
};

describe('a receipt', () => {
  it.each([
    ['that is not there', null, 'platform.notFound'],
    ['twice', { ...receipt, state: 'sent' }, 'posteingang.receiptSent'],
    ['that is on its way', { ...receipt, state: 'ordered' }, 'posteingang.receiptOrdered'],
    [
      'before the Eingang is filed',
      { ...receipt, eingangState: 'geprueft', vorgangId: null },
      'posteingang.receiptBeforeFiling',
    ],
    ['of a duplicate', { ...receipt, eingangState: 'dublette' }, 'posteingang.receiptBeforeFiling'],
    ['into a closed Vorgang', { ...receipt, vorgangState: 'zdA' }, 'posteingang.receiptAfterClosing'],
    ['of a stale version', { ...receipt, version: 3 }, 'platform.stale'],
  ] as const)('refuses to be sent %s', (_name, found, code) => {
    expect(sendable(found, 2)).toMatchObject({ code });
  });

  it('refuses to be held back when it was not ordered, or has left', () => {
    expect(holdable(receipt, 2)).toMatchObject({ code: 'posteingang.receiptNotOrdered' });
    expect(holdable({ ...receipt, state: 'sent' }, 2)).toMatchObject({ code: 'posteingang.receiptSent' });
    expect(holdable({ ...receipt, state: 'ordered' }, 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses to be waived twice, or when it is on its way', () => {
    expect(waivable({ ...receipt, state: 'waived' }, 2)).toMatchObject({ code: 'posteingang.receiptWaived' });
    expect(waivable({ ...receipt, state: 'ordered' }, 2)).toMatchObject({ code: 'posteingang.receiptOrdered' });
  });

  it('can be sent again after the mail server said no, and after it was waived', () => {
    for (const state of ['open', 'failed', 'waived'] as const) {
      expect(sendable({ ...receipt, state }, 2)).toMatchObject({ vorgangId: 'v-1' });
    }
    expect(waivable({ ...receipt, state: 'failed' }, 2)).toMatchObject({ state: 'failed' });
    expect(holdable({ ...receipt, state: 'ordered' }, 2)).toMatchObject({ state: 'ordered' });
  });
});
