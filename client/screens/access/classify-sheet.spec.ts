import type { RecordAccess } from '../../../server/contract/access-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { shownWith } from '../shared/sheet.testing.js';
import { ClassifySheet } from './classify-sheet.js';

const vorgang = {
  ...{ id: 'v', version: 3, aktenzeichen: '20.1-0001/2026/01' },
  akte: { aktenzeichen: '20.1-0001/2026' },
} as VorgangView;
const record = { akteId: 'a', akteVersion: 7 } as RecordAccess;

describe('a classification', () => {
  it('is of the state that the person has seen, so that of two at once one is refused', async () => {
    const { element, settled, give, sent } = await shownWith(
      ClassifySheet,
      { vorgang, record },
      { '': { version: 5 } },
    );
    await give({ vorgang: { ...vorgang, version: 4 }, record: { ...record, akteVersion: 8 } });
    element.querySelector<HTMLTextAreaElement>('lm-reason-sheet textarea')!.value = 'so beschlossen';
    element.querySelector<HTMLButtonElement>('footer button')!.click();
    for (let round = 0; round < 3; round++) await settled();
    expect(sent.at(-1)?.[1]).toMatchObject({ kind: 'vorgang', id: 'v', version: 3 });
  });
});
