import { familyOf, memberOf, sendTo, startIn, type Family } from '../family.testing.js';
import type { JsonObject } from '../json.js';
import type { Command } from '../state.js';
import { bpmn, chain, findingsOf, flow, jobAt, openTasks, task, variablesAt, type World } from '../world.testing.js';

const named = (id: string, xml: string) => xml.replace('id="process"', `id="${id}"`);
const errors = '<bpmn:error id="E" errorCode="E" /><bpmn:error id="F" errorCode="F" />';
const calling = (extensions: string, more = '', inner = '') =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:callActivity id="ruf"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inner}</bpmn:callActivity>${task('danach')}${chain('start', 'ruf', 'danach')}${more}`,
    errors,
  );
const kind = named(
  'kind',
  bpmn(`<bpmn:startEvent id="start" />${task('arbeit')}<bpmn:endEvent id="ende" />${chain('start', 'arbeit', 'ende')}`),
);
const called = (attributes = '') => `<zeebe:calledElement processId="kind" ${attributes} />`;
const mapping = (text: string) => `<zeebe:ioMapping>${text}</zeebe:ioMapping>`;
const caught = (code: string) =>
  `<bpmn:boundaryEvent id="rand" attachedToRef="ruf"><bpmn:errorEventDefinition errorRef="${code}" /></bpmn:boundaryEvent>${task('fehler')}${flow('rand', 'fehler')}`;

function complete(family: Family, world: World, elementId: string, variables: JsonObject = {}): void {
  const { elementKey, key } = jobAt(world, elementId);
  sendTo(family, world, { kind: 'completeJob', elementKey, jobKey: key, variables });
}

function throwIn(family: Family, world: World, elementId: string, code: string, variables: JsonObject = {}): void {
  const { elementKey, key: jobKey } = jobAt(world, elementId);
  sendTo(family, world, { kind: 'throwError', elementKey, jobKey, code, message: code, variables });
}

describe('call activity', () => {
  it.each([
    ['<zeebe:calledElement />', 'extension.incomplete ruf'],
    ['<zeebe:calledElement processId="=kind +" />', 'feel.invalid ruf'],
    [called('bindingType="deployment"'), 'extension.unsupported ruf'],
    [called('businessId="=v"'), 'extension.unsupported ruf'],
    [`${called()}<zeebe:taskDefinition type="t" />`, 'extension.unsupported ruf'],
  ])('is refused with %s', async (extensions, finding) => {
    expect(await findingsOf(calling(extensions))).toContain(finding);
  });

  it.each([[{}], [{ welcher: 5 }]])('raises EXTRACT_VALUE_ERROR where the id is no text: %j', async (variables) => {
    const family = await familyOf(calling('<zeebe:calledElement processId="=welcher" />'));
    expect(startIn(family, 'process', variables).incidents).toMatchObject([
      { elementId: 'ruf', type: 'EXTRACT_VALUE_ERROR' },
    ]);
  });

  it.each([
    ['kind', 'not deployed'],
    ['nachricht', 'no start event without a trigger'],
  ])('raises CALLED_ELEMENT_ERROR for %s: %s', async (processId, reason) => {
    const byMessage = named(
      'nachricht',
      bpmn(
        '<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>',
        '<bpmn:message id="m" name="m" />',
      ),
    );
    const family = await familyOf(calling('<zeebe:calledElement processId="=welcher" />'), byMessage);
    const world = startIn(family, 'process', { welcher: processId });
    expect(world.incidents).toMatchObject([{ elementId: 'ruf', type: 'CALLED_ELEMENT_ERROR' }]);
    expect(world.incidents[0]?.message.en).toContain(reason);
    expect(family.members.size).toBe(1);
  });

  it('answers "gone" when the process of a call activity ends that is not there any more', async () => {
    const family = await familyOf(calling(called()), kind);
    const world = startIn(family, 'process');
    const gone: Command = { kind: 'childEnded', elementKey: '99', variables: {} };
    expect(sendTo(family, world, gone)).toBe('gone');
    expect(sendTo(family, world, { ...gone, kind: 'childFailed', code: 'E' })).toBe('gone');
  });

  it('gives everything it sees and takes everything back', async () => {
    const family = await familyOf(calling(called()), kind);
    const world = startIn(family, 'process', { x: 1 });
    expect(variablesAt(memberOf(family, 'kind'), 'arbeit')).toEqual({ x: 1 });
    complete(family, memberOf(family, 'kind'), 'arbeit', { x: 3, y: 2 });
    expect(variablesAt(world, 'danach')).toEqual({ x: 3, y: 2 });
  });

  it('gives only its inputs, where the model says so', async () => {
    const inputs = mapping('<zeebe:input source="=x + 1" target="ein" />');
    const family = await familyOf(calling(called('propagateAllParentVariables="false"') + inputs), kind);
    startIn(family, 'process', { x: 1 });
    expect(variablesAt(memberOf(family, 'kind'), 'arbeit')).toEqual({ ein: 2 });
  });

  it.each([
    ['nothing without mappings', '', { x: 1 }],
    ['only its outputs', mapping('<zeebe:output source="=y" target="aus" />'), { x: 1, aus: 2 }],
  ])('takes back %s, where the model says so', async (_, outputs, expected) => {
    const family = await familyOf(calling(called('propagateAllChildVariables="false"') + outputs), kind);
    const world = startIn(family, 'process', { x: 1 });
    complete(family, memberOf(family, 'kind'), 'arbeit', { x: 3, y: 2 });
    expect(variablesAt(world, 'danach')).toEqual(expected);
  });

  describe('in a multi-instance', () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="e" outputCollection="aus" outputElement="=y" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';

    async function run(extensions: string) {
      const family = await familyOf(calling(extensions, '', loop), kind);
      const world = startIn(family, 'process', { liste: [1, 2] });
      const [, first, second] = [...family.members.values()];
      complete(family, second!, 'arbeit', { y: 'b' });
      complete(family, first!, 'arbeit', { y: 'a' });
      return variablesAt(world, 'danach')['aus'];
    }

    it('overwrites the outputs when it takes everything back, as on Zeebe, and is warned about', async () => {
      expect(await findingsOf(calling(called(), '', loop))).toEqual(['call.loopOutput ruf']);
      expect(await run(called())).toEqual(['a', null]);
    });

    it('collects the outputs of one process per entry when they are mapped', async () => {
      const mapped = called('propagateAllChildVariables="false"') + mapping('<zeebe:output source="=y" target="y" />');
      expect(await run(mapped)).toEqual(['a', 'b']);
    });
  });

  it('ends the process when it is interrupted or cancelled', async () => {
    const family = await familyOf(calling(called()), kind);
    const world = startIn(family, 'process');
    sendTo(family, world, { kind: 'cancel' });
    expect(memberOf(family, 'kind').ended?.outcome).toBe('terminated');
    expect(memberOf(family, 'kind').jobs).toEqual([]);
  });

  it.each([
    ['leaves what it brings along', '', { x: 1 }],
    [
      'takes what its event maps',
      mapping('<zeebe:output source="=grund" target="warum" />'),
      { x: 1, warum: 'kaputt' },
    ],
  ])('catches an error that leaves the process, and %s', async (_, outputs, expected) => {
    const extensions = `<bpmn:extensionElements>${outputs}</bpmn:extensionElements><bpmn:errorEventDefinition`;
    const family = await familyOf(
      calling(called(), caught('E').replace('<bpmn:errorEventDefinition', extensions)),
      kind,
    );
    const world = startIn(family, 'process', { x: 1 });
    throwIn(family, memberOf(family, 'kind'), 'arbeit', 'E', { grund: 'kaputt' });
    expect(openTasks(world)).toEqual(['fehler']);
    expect(variablesAt(world, 'fehler')).toEqual(expected);
    expect(memberOf(family, 'kind').ended?.outcome).toBe('terminated');
  });

  it('leaves the incident where the error was thrown when no caller catches it', async () => {
    const family = await familyOf(calling(called(), caught('E')), kind);
    const world = startIn(family, 'process');
    throwIn(family, memberOf(family, 'kind'), 'arbeit', 'F');
    expect(memberOf(family, 'kind').incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT', elementId: 'arbeit' }]);
    expect(world.incidents).toEqual([]);
  });

  it('lets an error through several processes to the one that catches it, and ends all below', async () => {
    const middle = named('mitte', calling('<zeebe:calledElement processId="kind" />'));
    const top = calling('<zeebe:calledElement processId="mitte" />', caught('E'));
    const family = await familyOf(top, middle, kind);
    const world = startIn(family, 'process');
    throwIn(family, memberOf(family, 'kind'), 'arbeit', 'E');
    expect(openTasks(world)).toEqual(['fehler']);
    expect([memberOf(family, 'mitte'), memberOf(family, 'kind')].map(({ ended }) => ended?.outcome)).toEqual([
      'terminated',
      'terminated',
    ]);
  });
});
