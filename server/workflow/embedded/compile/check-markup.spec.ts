import { bpmn, findingsOf, task } from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const loop = (value: string) =>
  task(
    'x',
    '',
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${value}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`,
  );
const flow = '<bpmn:sequenceFlow id="f" sourceRef="start" targetRef="x" />';

describe('the text of a model', () => {
  // XML Schema takes `1` for a truth; the parser here would read it as its contrary.
  it.each(['1', 'TRUE', 'ja', '', ' true'])('is refused with %j for true or false', async (value) => {
    expect(await findingsOf(bpmn(start + loop(value) + flow))).toEqual(['markup.boolean x']);
  });

  it('is refused with a second list of extensions, which would take the place of the first', async () => {
    const twice = task('x').replace('</bpmn:serviceTask>', '<bpmn:extensionElements /></bpmn:serviceTask>');
    expect(await findingsOf(bpmn(start + twice + flow))).toContain('markup.twice x');
  });

  it('may say in comments and documentation what it likes', async () => {
    const words =
      '<!-- <x isSequential="ja"> --><bpmn:documentation><![CDATA[<x isSequential="ja">]]> isSequential="ja"</bpmn:documentation>';
    const described = task('x').replace('<bpmn:extensionElements>', `${words}<bpmn:extensionElements>`);
    expect(await findingsOf(bpmn(start + described + flow))).toEqual([]);
  });
});
