import type { Mark } from '../../../server/contract/schwaerzung-views.js';
import { UNREACHABLE } from '../../live/refusal.js';
import { DraftKeeper } from './draft-keeper.js';

const mark: Mark = { id: 'a', page: 1, boxes: [[0, 0, 1, 1]], reason: 'ifgPerson', paragraph: '' };

function keeperOver(answers: unknown[]) {
  const sent: { path: string; input: { version: number; marks?: unknown[] } }[] = [];
  const keeper = new DraftKeeper({
    post: async (path: string, input: unknown) => {
      sent.push({ path, input: input as { version: number } });
      return answers.shift() as never;
    },
  });
  keeper.begin('dokument', 1, null);
  return { keeper, sent };
}

describe('the keeper of marks', () => {
  it('keeps what a broken line did not take, for the next try', async () => {
    const { keeper, sent } = keeperOver([UNREACHABLE, { schwaerzungId: 's', version: 1 }]);
    keeper.later([mark]);
    expect(await keeper.now()).toBe(false);
    expect(keeper.refusal()).toBe(UNREACHABLE);
    expect(await keeper.now()).toBe(true);
    expect(keeper.refusal()).toBeNull();
    expect(sent.map(({ input }) => input.marks)).toEqual([[mark], [mark]]);
  });

  it('sends one after the other, each with the version of the one before', async () => {
    const { keeper, sent } = keeperOver([
      { schwaerzungId: 's', version: 1 },
      { schwaerzungId: 's', version: 2 },
    ]);
    keeper.later([mark]);
    expect(await keeper.now()).toBe(true);
    keeper.later([]);
    expect(await keeper.now()).toBe(true);
    expect(sent.map(({ input }) => input.version)).toEqual([0, 1]);
    expect(keeper.draft()).toEqual({ id: 's', version: 2 });
  });

  it('drops nothing where nothing was kept', async () => {
    const { keeper, sent } = keeperOver([]);
    expect(await keeper.discard()).toBe(true);
    expect(sent).toEqual([]);
  });
});
