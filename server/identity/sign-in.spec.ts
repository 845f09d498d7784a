import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { recordSignIn } from './sign-in.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('recordSignIn', () => {
  it('leaves one audit row, of the person about the person, without content', async () => {
    const personId = bench.personId('jana.petersen');
    await bench.runner.run(bench.as('jana.petersen'), recordSignIn, { personId });
    expect(await bench.protokoll(personId)).toEqual([
      { action: 'identity.signIn', actor: personId, objectKind: 'person', correlationId: null, payload: {} },
    ]);
  });
});
