import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkoutsOf, takenOver } from '../../test/support/checkouts.js';
import { newId } from '../platform/ids.js';
import { seeTaken } from './see-taken.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const see = (checkoutId: string, login = 'jana.petersen') => bench.perform(login, seeTaken, { checkoutId });

describe('seeTaken', () => {
  it('refuses without dokument.write, and a notice that is not there', async () => {
    expect(await see(newId(), 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await see(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it("refuses somebody else's notice, and a check-out that was not taken", async () => {
    const [robbed, holder] = await checkoutsOf(bench, (await takenOver(bench)).dokumentId);
    expect(await see(robbed!.id, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await see(holder!.id, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
  });

  it('takes the notice off the list', async () => {
    const { dokumentId } = await takenOver(bench);
    const [robbed] = await checkoutsOf(bench, dokumentId);
    expect(await see(robbed!.id)).toEqual({});
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ seen: true }, { seen: false }]);
  });
});
