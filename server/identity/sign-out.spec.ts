import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { recordSignOut } from './sign-out.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('recordSignOut', () => {
  it('leaves one audit row, of the person about the person, without content', async () => {
    const personId = bench.personId('jana.petersen');
    await bench.runner.run(bench.as('jana.petersen'), recordSignOut, { personId });
    expect(await bench.protokoll(personId)).toEqual([
      { action: 'identity.signOut', actor: personId, objectKind: 'person', correlationId: null, payload: {} },
    ]);
  });
});
