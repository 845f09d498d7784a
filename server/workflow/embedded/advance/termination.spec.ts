import { bpmn, flow, send, started, task } from '../world.testing.js';

describe('termination', () => {
  it('goes level by level: leaves when their turn comes, a scope right after the last one in it', async () => {
    const nested = `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${task('tief')}${flow('innen', 'tief')}</bpmn:subProcess>`;
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" />${task('a')}${nested}${task('b')}${flow('start', 'b')}${flow('start', 'teil')}${flow('start', 'a')}`,
      ),
    );
    send(world, { kind: 'cancel' });
    const ended = world.effects.flatMap((effect) =>
      effect.kind === 'elementEnded' && effect.outcome === 'terminated' ? [effect.elementId] : [],
    );
    expect(ended).toEqual(['a', 'b', 'tief', 'teil', 'process']);
  });
});
