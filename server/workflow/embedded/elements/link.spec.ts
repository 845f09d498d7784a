import { bpmn, chain, findingsOf, flow, openTasks, path, started, task } from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const definition = (id: string, name: string) => `<bpmn:linkEventDefinition id="${id}d" name="${name}" />`;
const thrown = (id: string, name = 'L') =>
  `<bpmn:intermediateThrowEvent id="${id}">${definition(id, name)}</bpmn:intermediateThrowEvent>`;
const caught = (id: string, name = 'L') =>
  `<bpmn:intermediateCatchEvent id="${id}">${definition(id, name)}</bpmn:intermediateCatchEvent>`;

describe('link', () => {
  it.each([
    ['without a target', thrown('t') + flow('start', 't'), 'link.target t'],
    ['with two targets', thrown('t') + caught('c') + caught('c2') + flow('start', 't'), 'link.target t'],
    ['without a name', thrown('t', '') + flow('start', 't'), 'event.incomplete t'],
    ['without an id', thrown('t').replace(' id="td"', '') + caught('c') + flow('start', 't'), 'event.incomplete t'],
    ['to which nothing leads', task('a') + caught('c') + flow('start', 'a'), 'link.unused c'],
    [
      'that goes on by a flow, too',
      thrown('t') + caught('c') + task('a') + chain('start', 't', 'a'),
      'flow.misplaced t',
    ],
    ['that is reached by a flow, too', thrown('t') + caught('c') + chain('start', 't', 'c'), 'flow.misplaced c'],
    [
      'into another scope',
      `${thrown('t')}<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${caught('c')}</bpmn:subProcess>${chain('start', 't')}${flow('start', 'teil')}`,
      'link.target t',
    ],
  ])('is refused %s', async (_, content, finding) => {
    expect(await findingsOf(bpmn(start + content))).toContain(finding);
  });

  it('goes on at the event of its name, from as many places as there are', async () => {
    const world = await started(
      bpmn(
        `${start}${thrown('t')}${thrown('t2')}${caught('c')}${task('a')}${flow('start', 't')}${flow('start', 't2')}${flow('c', 'a')}`,
      ),
    );
    expect(openTasks(world)).toEqual(['a', 'a']);
    expect(path(world)).toEqual(['process', 'start', 't2', 't', 'c', 'c', 'a', 'a']);
  });
});
