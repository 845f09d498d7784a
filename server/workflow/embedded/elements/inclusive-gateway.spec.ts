import { bpmn, findingsOf, flow, openTasks, resolveIncident, send, started, task } from '../world.testing.js';

const split = (fallback = '') =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:inclusiveGateway id="wahl"${fallback} />${task('a')}${task('b')}${task('sonst')}${flow('start', 'wahl')}${flow('wahl', 'a', '=x > 1')}${flow('wahl', 'b', '=x > 2')}${fallback === '' ? '' : flow('wahl', 'sonst')}`,
  );

describe('inclusive gateway', () => {
  it('is refused as a join, as on Zeebe', async () => {
    const join = `<bpmn:inclusiveGateway id="zu" />${flow('a', 'zu')}${flow('b', 'zu')}`;
    const xml = bpmn(
      `<bpmn:startEvent id="start" />${task('a')}${task('b')}${flow('start', 'a')}${flow('start', 'b')}${join}`,
    );
    expect(await findingsOf(xml)).toContain('gateway.inclusiveJoin zu');
  });

  it('is refused where a flow has no condition', async () => {
    const xml = split().replace(/<bpmn:conditionExpression.*?<\/bpmn:conditionExpression>/, '');
    expect(await findingsOf(xml)).toContain('flow.conditionMissing wahl-a');
  });

  it('raises EXTRACT_VALUE_ERROR for a condition that is not boolean', async () => {
    const world = await started(split(), { x: 'viel' });
    expect(world.incidents).toMatchObject([{ elementId: 'wahl', type: 'EXTRACT_VALUE_ERROR' }]);
  });

  it('raises CONDITION_ERROR where none holds, and goes on when one does', async () => {
    const world = await started(split(), { x: 0 });
    expect(world.incidents).toMatchObject([{ elementId: 'wahl', type: 'CONDITION_ERROR' }]);
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { x: 2 }, local: false });
    resolveIncident(world);
    expect(openTasks(world)).toEqual(['a']);
  });

  it.each([
    [3, ['b', 'a']],
    [2, ['a']],
    [0, ['sonst']],
  ])('takes every flow that holds, else the default flow: %s', async (x, open) => {
    expect(openTasks(await started(split(' default="wahl-sonst"'), { x }))).toEqual(open);
  });
});
