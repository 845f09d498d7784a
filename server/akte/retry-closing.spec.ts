import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { closeZdA } from './close-zda.js';
import { CLOSING_TOPIC } from './closing/start-closing-work.js';
import { retryClosing } from './retry-closing.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const retry = (vorgangId: string, login = 'jana.petersen') => bench.perform(login, retryClosing, { vorgangId });

async function closed(): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  await addedDokument(bench, vorgangId);
  const version = await versionOf(bench, 'vorgang', vorgangId);
  await bench.perform('jana.petersen', closeZdA, { vorgangId, version });
  return vorgangId;
}

describe('retryClosing', () => {
  it('refuses whoever may not close, and what is unknown or open', async () => {
    expect(await retry(newId(), 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await retry(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await retry((await openedVorgang(bench)).vorgangId)).toMatchObject({ code: 'akte.notClosed' });
  });

  it('refuses where nothing has failed', async () => {
    expect(await retry(await closed())).toMatchObject({ code: 'akte.nothingToRetry' });
  });

  it('orders once more what has failed, and nothing else', async () => {
    const vorgangId = await closed();
    await bench.sql(
      `UPDATE closing_work SET state = 'failed', reason = '{"de":"x","en":"x","remedy":{"de":"y","en":"y"}}'
                      WHERE vorgang_id = $1 AND kind = 'bin'`,
      [vorgangId],
    );
    expect(await retry(vorgangId)).toEqual({ retried: 1 });
    const orders = (await bench.followUps(CLOSING_TOPIC)).filter(({ payload }) => payload['vorgangId'] === vorgangId);
    expect(orders.map(({ payload }) => payload['kind'])).toEqual(['bin', 'protokoll', 'renditions', 'bin']);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'akte.retryClosing' });
  });
});
