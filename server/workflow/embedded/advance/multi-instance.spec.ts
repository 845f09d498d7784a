import {
  bpmn,
  chain,
  completeTask,
  flow,
  jobAt,
  openTasks,
  resolveIncident,
  send,
  started,
  task,
  throwAtTask,
  variablesAt,
} from '../world.testing.js';

function looped(
  attributes: string,
  options: { sequential?: boolean; condition?: string; boundary?: string } = {},
): string {
  const condition =
    options.condition === undefined ? '' : `<bpmn:completionCondition>${options.condition}</bpmn:completionCondition>`;
  const loop = `<bpmn:multiInstanceLoopCharacteristics isSequential="${options.sequential ?? false}"><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes} /></bpmn:extensionElements>${condition}</bpmn:multiInstanceLoopCharacteristics>`;
  return bpmn(
    `<bpmn:startEvent id="start" />${task('zeichnen', '', loop)}${task('danach')}${chain('start', 'zeichnen', 'danach')}${options.boundary ?? ''}`,
    '<bpmn:error id="E" errorCode="E" />',
  );
}

const collection =
  'inputCollection="=leute" inputElement="person" outputCollection="zeichnungen" outputElement="=ergebnis"';
const leute = { leute: ['p1', 'p2', 'p3'] };

describe('multi-instance', () => {
  it.each([['kein Verteiler'], [null], [{ a: 1 }]])(
    'raises EXTRACT_VALUE_ERROR for the collection %j',
    async (value) => {
      const world = await started(looped(collection), { leute: value });
      expect(world.incidents).toMatchObject([{ elementId: 'zeichnen', type: 'EXTRACT_VALUE_ERROR' }]);
      send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: leute, local: false });
      resolveIncident(world);
      expect(openTasks(world)).toHaveLength(3);
    },
  );

  it('raises an incident above the limit of entries', async () => {
    const world = await started(looped(collection), { leute: Array.from({ length: 501 }, (_, index) => index) });
    expect(world.incidents).toMatchObject([{ elementId: 'zeichnen' }]);
    expect(openTasks(world)).toEqual([]);
  });

  it('raises EXTRACT_VALUE_ERROR for a completion condition that is not boolean', async () => {
    const world = await started(looped(collection, { condition: '=fehlt' }), leute);
    completeTask(world, 'zeichnen', { ergebnis: 1 });
    expect(world.incidents).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR' }]);
    expect(openTasks(world)).toEqual(['zeichnen', 'zeichnen']);
  });

  it('completes at once for an empty collection', async () => {
    const world = await started(looped(collection), { leute: [] });
    expect(openTasks(world)).toEqual(['danach']);
    expect(variablesAt(world, 'danach')['zeichnungen']).toEqual([]);
  });

  it('runs once per entry, with its entry and a counter from 1', async () => {
    const world = await started(looped(collection), leute);
    expect(openTasks(world)).toEqual(['zeichnen', 'zeichnen', 'zeichnen']);
    expect(variablesAt(world, 'zeichnen')).toMatchObject({ person: 'p1', loopCounter: 1, ergebnis: null });
  });

  it('collects the outputs in the order of the inputs, whoever is first', async () => {
    const world = await started(looped(collection), leute);
    for (const index of [2, 0, 0]) {
      const job = world.jobs[index]!;
      const person = world.state?.instances[job.elementKey]?.variables['person'] ?? null;
      send(world, {
        kind: 'completeJob',
        elementKey: job.elementKey,
        jobKey: job.key,
        variables: { ergebnis: `${person} ja` },
      });
    }
    expect(variablesAt(world, 'danach')).toEqual({ ...leute, zeichnungen: ['p1 ja', 'p2 ja', 'p3 ja'] });
  });

  it('ends the other runs when the completion condition holds, and fills their places with null', async () => {
    const world = await started(looped(collection, { condition: '=numberOfCompletedInstances &gt;= 2' }), leute);
    completeTask(world, 'zeichnen', { ergebnis: 'a' });
    expect(openTasks(world)).toHaveLength(2);
    completeTask(world, 'zeichnen', { ergebnis: 'b' });
    expect(openTasks(world)).toEqual(['danach']);
    expect(variablesAt(world, 'danach')['zeichnungen']).toEqual(['a', 'b', null]);
  });

  it('goes one after the other when sequential', async () => {
    const world = await started(looped(collection, { sequential: true }), leute);
    for (const person of leute.leute) {
      expect(openTasks(world)).toEqual(['zeichnen']);
      expect(variablesAt(world, 'zeichnen')['person']).toBe(person);
      completeTask(world, 'zeichnen', { ergebnis: person });
    }
    expect(variablesAt(world, 'danach')['zeichnungen']).toEqual(leute.leute);
  });

  describe('sequential, with a collection that a run changes', () => {
    const sequential = looped(
      'inputCollection="=leute" inputElement="person" outputCollection="o" outputElement="=person"',
      {
        sequential: true,
      },
    );

    it('raises an incident at the run when the collection is none any more, and goes on when it is', async () => {
      const world = await started(sequential, leute);
      completeTask(world, 'zeichnen', { leute: 'niemand' });
      expect(world.incidents).toMatchObject([{ elementId: 'zeichnen', type: 'EXTRACT_VALUE_ERROR' }]);
      send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: leute, local: false });
      resolveIncident(world);
      expect(variablesAt(world, 'zeichnen')).toMatchObject({ person: 'p2', loopCounter: 2 });
    });

    it('raises an incident where the list of results has no place for a later entry', async () => {
      const world = await started(sequential, { leute: ['p1'] });
      completeTask(world, 'zeichnen', { leute: ['p1', 'p2'] });
      completeTask(world, 'zeichnen');
      expect(world.incidents[0]?.message.de).toContain('„o“');
    });

    it('takes the entries as they are when their turn comes', async () => {
      const world = await started(sequential, leute);
      completeTask(world, 'zeichnen', { leute: ['p7', 'p8', 'p9'] });
      expect(variablesAt(world, 'zeichnen')['person']).toBe('p8');
      completeTask(world, 'zeichnen', { leute: ['p7'] });
      expect(variablesAt(world, 'danach')['o']).toEqual(['p1', 'p8', null]);
    });
  });

  it('keeps the first name of a path that its output element reads to each run', async () => {
    const path = looped('inputCollection="=leute" outputCollection="o" outputElement="=antwort.text"');
    const world = await started(path, { leute: ['p1'] });
    completeTask(world, 'zeichnen', { antwort: { text: 'ja' } });
    expect(variablesAt(world, 'danach')).toEqual({ leute: ['p1'], o: ['ja'] });
  });

  it('ends as a whole when one run throws an error that its boundary catches', async () => {
    const boundary = `<bpmn:boundaryEvent id="rand" attachedToRef="zeichnen"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>${task('fehler')}${flow('rand', 'fehler')}`;
    const world = await started(looped(collection, { boundary }), leute);
    throwAtTask(world, 'zeichnen', 'E');
    expect(openTasks(world)).toEqual(['fehler']);
  });

  it('of more than 500 entries is an incident before the first of them', async () => {
    const leute = Array.from({ length: 501 }, (_, index) => index);
    const world = await started(looped('inputCollection="=leute"'), { leute });
    expect(world.incidents).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR', elementId: 'zeichnen' }]);
    expect(openTasks(world)).toEqual([]);
  });

  it('carries 500 entries', async () => {
    const world = await started(looped('inputCollection="=leute"'), {
      leute: Array.from({ length: 500 }, (_, index) => index),
    });
    for (let count = 0; count < 500; count++) completeTask(world, 'zeichnen');
    expect(jobAt(world, 'danach')).toBeDefined();
  });
});
