import {
  bpmn,
  chain,
  completeTask,
  findingsOf,
  openTasks,
  path,
  started,
  task,
  throwAtTask,
} from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const message = '<bpmn:messageEventDefinition messageRef="M" />';
const root = '<bpmn:message id="M" name="Bescheid" />';
const sender = (more = '') =>
  `<bpmn:extensionElements><zeebe:taskDefinition type="post.senden" retries="2" />${more}</bpmn:extensionElements>`;

const kinds = {
  intermediateThrowEvent: (content: string) =>
    bpmn(
      `${start}<bpmn:intermediateThrowEvent id="post">${content}</bpmn:intermediateThrowEvent>${task('danach')}${chain('start', 'post', 'danach')}`,
      root,
    ),
  endEvent: (content: string) =>
    bpmn(`${start}<bpmn:endEvent id="post">${content}</bpmn:endEvent>${chain('start', 'post')}`, root),
};

describe.each(Object.entries(kinds))('a message %s', (kind, model) => {
  it('is refused without a worker: nobody would send it', async () => {
    expect(await findingsOf(model(message))).toEqual(['job.missing post']);
  });

  it('is refused as any other event with a worker, which Zeebe would never ask', async () => {
    expect(await findingsOf(model(sender()))).toEqual(['extension.unsupported post']);
  });

  it('is a job with type, retries, headers and mapped inputs', async () => {
    const more =
      '<zeebe:taskHeaders><zeebe:header key="vorlage" value="bescheid" /></zeebe:taskHeaders><zeebe:ioMapping><zeebe:input source="=an" target="empfaenger" /></zeebe:ioMapping>';
    const world = await started(model(sender(more) + message), { an: 'Musterstadt' });
    expect(world.jobs).toMatchObject([
      { elementId: 'post', kind: 'service', type: 'post.senden', retries: 2, headers: { vorlage: 'bescheid' } },
    ]);
    expect(world.state?.instances[world.jobs[0]?.elementKey ?? '']?.variables).toEqual({ empfaenger: 'Musterstadt' });
  });

  it('goes on when its worker has sent it', async () => {
    const world = await started(model(sender() + message));
    completeTask(world, 'post', { sendung: 7 });
    expect(path(world)).toEqual(['process', 'start', 'post', ...(kind === 'endEvent' ? [] : ['danach'])]);
    if (kind === 'endEvent') expect(world.ended).toMatchObject({ outcome: 'completed', variables: { sendung: 7 } });
    else expect(openTasks(world)).toEqual(['danach']);
  });

  it('hands an error of its worker to the scope around it', async () => {
    const inside = model(sender() + message)
      .replace(start, '<bpmn:startEvent id="aussen" /><bpmn:subProcess id="teil"><bpmn:startEvent id="start" />')
      .replace(
        '</bpmn:process>',
        `</bpmn:subProcess><bpmn:boundaryEvent id="rand" attachedToRef="teil"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>${task('klaeren')}${chain('aussen', 'teil')}${chain('rand', 'klaeren')}</bpmn:process>`,
      );
    const world = await started(inside);
    throwAtTask(world, 'post', 'UNZUSTELLBAR');
    expect(openTasks(world)).toEqual(['klaeren']);
  });
});
