import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut, checkoutsOf, takenOver } from '../../test/support/checkouts.js';
import { newId } from '../platform/ids.js';
import { cancelCheckout } from './cancel-checkout.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const giveBack = (dokumentId: string, login = 'jana.petersen') => bench.perform(login, cancelCheckout, { dokumentId });

describe('cancelCheckout', () => {
  it('refuses without dokument.write, and an unknown Dokument', async () => {
    expect(await giveBack(newId(), 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await giveBack(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses for somebody else, and for whoever it was taken from', async () => {
    const { dokumentId } = await checkedOut(bench);
    expect(await giveBack(dokumentId, 'ruth.lindqvist')).toMatchObject({ code: 'dokument.checkedOut' });
    const taken = await takenOver(bench);
    expect(await giveBack(taken.dokumentId)).toMatchObject({ code: 'dokument.takenFromYou' });
  });

  it('gives it back without a version, and everybody may take it again', async () => {
    const { dokumentId, vorgangId } = await checkedOut(bench);
    expect(await giveBack(dokumentId)).toEqual({});
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ ending: 'cancelled' }]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'dokument.cancelCheckout' });
  });
});
