import {
  bpmn,
  chain,
  completeTask,
  failTask,
  jobAt,
  openTasks,
  resolveIncident,
  send,
  started,
  task,
  throwAtTask,
  variablesAt,
} from '../world.testing.js';

const oneTask = (extensions = '') =>
  bpmn(
    `<bpmn:startEvent id="start" />${task('arbeit', extensions)}<bpmn:endEvent id="ende" />${chain('start', 'arbeit', 'ende')}`,
  );

const userTask = (extensions: string) =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:userTask id="pruefen"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:userTask>${chain('start', 'pruefen')}`,
  );

describe('service task', () => {
  it('answers "gone" for a job that is done already and for one that never was', async () => {
    const world = await started(oneTask());
    const { key, elementKey } = jobAt(world, 'arbeit');
    completeTask(world, 'arbeit');
    expect(send(world, { kind: 'completeJob', jobKey: key, elementKey, variables: {} })).toBe('gone');
    expect(send(world, { kind: 'completeJob', jobKey: '9', elementKey: '9', variables: {} })).toBe('gone');
  });

  it('raises EXTRACT_VALUE_ERROR where the type is missing', async () => {
    const world = await started(oneTask().replace('type="arbeit"', 'type="=art"'));
    expect(world.incidents).toMatchObject([{ elementId: 'arbeit', type: 'EXTRACT_VALUE_ERROR' }]);
    expect(openTasks(world)).toEqual([]);
  });

  it('comes again after a failure, and raises JOB_NO_RETRIES when none is left', async () => {
    const world = await started(oneTask());
    failTask(world, 'arbeit', 2);
    expect(jobAt(world, 'arbeit')).toMatchObject({ retries: 2, backOffUntil: new Date('2026-11-03T08:00:01Z') });
    failTask(world, 'arbeit', 0, 'Platte voll');
    expect(world.incidents).toMatchObject([{ type: 'JOB_NO_RETRIES', jobKey: jobAt(world, 'arbeit').key }]);
    expect(world.incidents[0]?.message.de).toContain('Platte voll');
  });

  it('cannot be completed while its incident is open, and can afterwards', async () => {
    const world = await started(oneTask());
    failTask(world, 'arbeit', 0);
    const { key, elementKey } = jobAt(world, 'arbeit');
    expect(send(world, { kind: 'completeJob', jobKey: key, elementKey, variables: {} })).toBe('blocked');
    resolveIncident(world, 3);
    expect(jobAt(world, 'arbeit').retries).toBe(3);
    completeTask(world, 'arbeit');
    expect(world.ended).not.toBeNull();
  });

  it('raises UNHANDLED_ERROR_EVENT for an error that nobody catches; the job comes back when it is resolved', async () => {
    const world = await started(oneTask());
    throwAtTask(world, 'arbeit', 'UNBEKANNT');
    expect(world.incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT', elementId: 'arbeit' }]);
    expect(jobAt(world, 'arbeit').retries).toBe(0);
    resolveIncident(world);
    expect(jobAt(world, 'arbeit').retries).toBe(1);
  });

  it('gives its type, retries and headers to the worker', async () => {
    const headers = '<zeebe:taskHeaders><zeebe:header key="lm:frist" value="5" /></zeebe:taskHeaders>';
    const world = await started(oneTask(headers));
    expect(jobAt(world, 'arbeit')).toMatchObject({
      kind: 'service',
      type: 'arbeit',
      retries: 3,
      headers: { 'lm:frist': '5' },
    });
  });
});

describe('variables of a task', () => {
  it('go to the process without output mapping', async () => {
    const world = await started(oneTask(), { alt: 1 });
    completeTask(world, 'arbeit', { neu: 2 });
    expect(world.ended?.variables).toEqual({ alt: 1, neu: 2 });
  });

  it('stop at the scope that has the name already', async () => {
    const mapping = '<zeebe:ioMapping><zeebe:input source="=alt + 1" target="lokal" /></zeebe:ioMapping>';
    const world = await started(oneTask(mapping), { alt: 1 });
    expect(variablesAt(world, 'arbeit')).toEqual({ alt: 1, lokal: 2 });
    completeTask(world, 'arbeit', { lokal: 99, neu: 3 });
    expect(world.ended?.variables).toEqual({ alt: 1, neu: 3 });
  });

  it('are only the mapped ones with an output mapping', async () => {
    const mapping = `<zeebe:ioMapping><zeebe:output source="=roh * 100" target="rechnung.betragCent" />
      <zeebe:output source="=rechnung.betragCent &gt; 5" target="viel" /></zeebe:ioMapping>`;
    const world = await started(oneTask(mapping), { rechnung: { nummer: 'R1' } });
    completeTask(world, 'arbeit', { roh: 100.1, geheim: true });
    expect(world.ended?.variables).toEqual({ rechnung: { nummer: 'R1', betragCent: 10010 }, viel: true });
  });

  it('cannot reach the prototype of anything', async () => {
    const world = await started(oneTask());
    completeTask(world, 'arbeit', JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}'));
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    expect(Object.keys(world.ended?.variables ?? {})).toEqual(['__proto__', 'constructor']);
  });
});

describe('user task', () => {
  it.each([
    ['candidateGroups="=gruppe"', { gruppe: 'kasse' }],
    ['candidateGroups="=gruppen"', { gruppen: [1, 2] }],
    ['candidateGroups="=fehlt"', {}],
    ['assignee="=wer"', { wer: ['a'] }],
    ['assignee="=fehlt"', {}],
  ])('raises EXTRACT_VALUE_ERROR for %s of the wrong type', async (attribute, variables) => {
    const world = await started(userTask(`<zeebe:assignmentDefinition ${attribute} />`), variables);
    expect(world.incidents).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR', elementId: 'pruefen' }]);
  });

  it.each([['2026-12-01'], ['2026-12-01T08:00:00'], ['2026-02-30T08:00:00Z'], ['bald'], [5]])(
    'raises EXTRACT_VALUE_ERROR for %j as the date when it is due',
    async (wann) => {
      const world = await started(userTask('<zeebe:taskSchedule dueDate="=wann" />'), { wann });
      expect(world.incidents).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR', elementId: 'pruefen' }]);
    },
  );

  it.each([
    ['=null', null],
    ['=""', null],
    ['="2026-12-01T08:00:00+01:00"', '2026-12-01T08:00:00+01:00'],
    ['=date and time("2026-12-01T08:00:00@Europe/Berlin")', '2026-12-01T08:00:00+01:00'],
  ])('takes %s as the date when it is due', async (dueDate, expected) => {
    const world = await started(userTask(`<zeebe:taskSchedule dueDate='${dueDate}' />`));
    expect(jobAt(world, 'pruefen').assignment?.dueDate).toBe(expected);
  });

  it('carries who may do it, until when, and with which form', async () => {
    const world = await started(
      userTask(`<zeebe:assignmentDefinition assignee="=wer" candidateGroups="sachbearbeitung, leitung" candidateUsers='=["p1"]' />
        <zeebe:taskSchedule dueDate='=date and time("2026-11-03T08:00:00Z") + duration("P5D")' />`),
      { wer: 'p2' },
    );
    expect(jobAt(world, 'pruefen')).toMatchObject({
      kind: 'user',
      type: 'io.camunda.zeebe:userTask',
      retries: 1,
      assignment: {
        assignee: 'p2',
        candidateGroups: ['sachbearbeitung', 'leitung'],
        candidateUsers: ['p1'],
        dueDate: '2026-11-08T08:00:00Z',
        followUpDate: null,
      },
    });
  });
});
