import { bpmn, chain, findingsOf, openTasks, path, started, task } from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const mapping =
  '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=1" target="x" /></zeebe:ioMapping></bpmn:extensionElements>';
const job = '<bpmn:extensionElements><zeebe:taskDefinition type="t" /></bpmn:extensionElements>';

describe.each(['task', 'manualTask'])('bpmn:%s', (type) => {
  it.each([[mapping], [job]])('is refused with what would have no effect on Zeebe: %s', async (extensions) => {
    const xml = bpmn(`${start}<bpmn:${type} id="x">${extensions}</bpmn:${type}>${chain('start', 'x')}`);
    expect(await findingsOf(xml)).toEqual(['extension.unsupported x']);
  });

  it('is passed at once, also once per entry of a multi-instance', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const world = await started(
      bpmn(`${start}<bpmn:${type} id="x">${loop}</bpmn:${type}>${task('danach')}${chain('start', 'x', 'danach')}`),
    );
    expect(path(world)).toEqual(['process', 'start', 'x', 'x', 'x', 'danach']);
    expect(openTasks(world)).toEqual(['danach']);
  });
});

describe('an intermediate throw event without a definition', () => {
  it('is passed at once', async () => {
    const point = '<bpmn:intermediateThrowEvent id="punkt" />';
    const world = await started(bpmn(`${start}${point}${task('danach')}${chain('start', 'punkt', 'danach')}`));
    expect(openTasks(world)).toEqual(['danach']);
  });
});
