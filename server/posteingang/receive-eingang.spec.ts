import { newId } from '../platform/ids.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { receiveEingang, type ReceiveEingangInput } from './receive-eingang.js';

let bench: Workbench;
beforeAll(async () => void (bench = await openWorkbench()));
afterAll(() => bench.close());

const SHA_OF_ONE = '1'.repeat(64);
const SHA_OF_OTHER = '2'.repeat(64);

describe('receiveEingang', () => {
  it('refuses other bytes under a key that the source has used, and keeps what is there', async () => {
    const input = delivered();
    const first = await receive(input);
    expect(await receive({ ...input, sha256: SHA_OF_OTHER })).toMatchObject({ code: 'platform.keyReused' });
    expect(await receive(input)).toEqual({ ...first, delivery: 'repeated' });
  });

  it('takes the same item of one source once, and answers the repetition with the Eingang from then', async () => {
    const input = delivered();
    const first = await receive(input);
    expect(first).toMatchObject({ delivery: 'first' });
    expect(await receive(input)).toEqual({ ...first, delivery: 'repeated' });
    expect(await count(`SELECT count(*)::int AS count FROM eingang WHERE source_key = $1`, input.sourceKey)).toBe(1);
  });

  it('takes the same key of another channel as another item, and the same bytes as a duplicate', async () => {
    const input = delivered();
    const first = await receive(input);
    const other = await receive({ ...input, channel: 'folder' });
    expect(other).toMatchObject({ delivery: 'first', duplicateOf: expect.any(String) });
    expect(other).not.toMatchObject({ eingangId: 'eingangId' in first ? first.eingangId : '' });
  });

  it('asks for the examination and leaves one line in the Protokoll, with the Eingang as correlation', async () => {
    const received = await receive(delivered());
    const id = 'eingangId' in received ? received.eingangId : '';
    expect(
      await count(`SELECT count(*)::int AS count FROM outbox WHERE key = $1 AND correlation_id::text = $1`, id),
    ).toBe(1);
    expect(await count(`SELECT count(*)::int AS count FROM protokoll WHERE object_id::text = $1`, id)).toBe(1);
  });
});

function delivered(): ReceiveEingangInput {
  const receivedAt = bench.clock.now();
  return { channel: 'upload', sourceKey: newId(), fileName: 'brief.pdf', sha256: SHA_OF_ONE, size: 4, receivedAt };
}

function receive(input: ReceiveEingangInput) {
  return bench.runner.run(bench.system, receiveEingang, input);
}

async function count(sql: string, parameter: string): Promise<number> {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ count: number }>(sql, [parameter]),
  );
  return row!.count;
}
