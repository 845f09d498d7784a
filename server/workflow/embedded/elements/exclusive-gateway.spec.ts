import { bpmn, chain, flow, openTasks, resolveIncident, send, started, task } from '../world.testing.js';

const choice = (first: string, second?: string, fallback?: string) =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="wahl" name="Betrag?"${fallback === undefined ? '' : ` default="wahl-${fallback}"`} />
     ${task('a')}${task('b')}${flow('start', 'wahl')}${flow('wahl', 'a', first)}${flow('wahl', 'b', second)}`,
  );

describe('exclusive gateway', () => {
  it('raises CONDITION_ERROR where nothing holds, and goes on when that is resolved', async () => {
    const world = await started(choice('=betrag > 10', '=betrag > 20'), { betrag: 1 });
    expect(world.incidents).toMatchObject([{ elementId: 'wahl', type: 'CONDITION_ERROR' }]);
    expect(world.incidents[0]?.message.de).toContain('Betrag?');
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { betrag: 15 }, local: false });
    resolveIncident(world);
    expect(openTasks(world)).toEqual(['a']);
    expect(world.incidents).toEqual([]);
  });

  it.each([
    ['a missing variable', '=betrag > 10', {}],
    ['a missing variable that another part would have decided', '=betrag > 10 or true', {}],
    ['a text', '=betrag', { betrag: 'viel' }],
    ['null', '=betrag > 10', { betrag: null }],
  ])('raises EXTRACT_VALUE_ERROR for %s, also beside a default flow', async (_, condition, variables) => {
    const world = await started(choice(condition, undefined, 'b'), variables);
    expect(world.incidents).toMatchObject([{ elementId: 'wahl', type: 'EXTRACT_VALUE_ERROR' }]);
    expect(openTasks(world)).toEqual([]);
  });

  it('keeps an incident that resolving does not help', async () => {
    const world = await started(choice('=betrag > 10', undefined, 'b'));
    resolveIncident(world);
    expect(world.incidents).toHaveLength(1);
  });

  it('takes the default flow where no condition holds', async () => {
    expect(openTasks(await started(choice('=betrag > 10', undefined, 'b'), { betrag: 10 }))).toEqual(['b']);
  });

  it('takes the last of two true conditions in the document, as Zeebe does', async () => {
    expect(openTasks(await started(choice('=true', '=true')))).toEqual(['b']);
  });

  it('lets every token pass on its own when flows come together', async () => {
    const world = await started(
      bpmn(`<bpmn:startEvent id="start" /><bpmn:parallelGateway id="teilt" /><bpmn:exclusiveGateway id="trifft" />${task('a')}
        ${chain('start', 'teilt')}${flow('teilt', 'trifft').replace('teilt-trifft', 'oben')}${flow('teilt', 'trifft')}${flow('trifft', 'a')}`),
    );
    expect(openTasks(world)).toEqual(['a', 'a']);
  });
});
