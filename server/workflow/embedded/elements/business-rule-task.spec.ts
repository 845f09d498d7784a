import type { JsonObject } from '../json.js';
import type { World } from '../world.testing.js';
import {
  bpmn,
  chain,
  findingsOf,
  jobAt,
  openTasks,
  resolveIncident,
  send,
  task,
  variablesAt,
  worldOf,
} from '../world.testing.js';

const ruled = (extensions: string) =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:businessRuleTask id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:businessRuleTask>${task('danach')}${chain('start', 'x', 'danach')}`,
  );
const called = (decisionId: string, resultVariable = 'ergebnis') =>
  `<zeebe:calledDecision decisionId="${decisionId}" resultVariable="${resultVariable}" />`;

/** A world with one decision: from 1000 on the Leitung decides; a text cannot be compared. */
async function decided(xml: string, variables: JsonObject = {}): Promise<World> {
  const world = await worldOf(xml);
  world.around = {
    decide: (decisionId, { betrag }) => {
      if (decisionId !== 'wer') return { kind: 'not deployed' };
      if (typeof betrag === 'number') return { kind: 'decided', value: betrag >= 1000 ? 'leitung' : 'kasse' };
      return { kind: 'failed', problem: { de: 'Der Betrag fehlt.', en: 'The amount is missing.' } };
    },
  };
  send(world, { kind: 'start', startId: null, variables });
  return world;
}

function setVariables(world: World, variables: JsonObject): void {
  send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables, local: false });
}

describe('business rule task', () => {
  it.each([
    ['<zeebe:calledDecision decisionId="d" />', 'extension.incomplete x'],
    ['<zeebe:calledDecision resultVariable="a" />', 'extension.incomplete x'],
    [called('d', 'a.b'), 'mapping.target x'],
    [called('=wer +'), 'feel.invalid x'],
    [`${called('d')}<zeebe:taskDefinition type="t" />`, 'extension.unsupported x'],
  ])('is refused with %s', async (extensions, finding) => {
    expect(await findingsOf(ruled(extensions))).toContain(finding);
  });

  it.each([[{}], [{ welche: 5 }]])('raises EXTRACT_VALUE_ERROR where the id is no text: %j', async (variables) => {
    const world = await decided(ruled(called('=welche')), variables);
    expect(world.incidents).toMatchObject([{ elementId: 'x', type: 'EXTRACT_VALUE_ERROR' }]);
  });

  it('raises CALLED_DECISION_ERROR for a decision that is not deployed, and goes on when it is', async () => {
    const world = await decided(ruled(called('=welche')), { welche: 'niemand', betrag: 5 });
    expect(world.incidents).toMatchObject([{ elementId: 'x', type: 'CALLED_DECISION_ERROR' }]);
    setVariables(world, { welche: 'wer' });
    resolveIncident(world);
    expect(variablesAt(world, 'danach')).toMatchObject({ ergebnis: 'kasse' });
  });

  it('raises DECISION_EVALUATION_ERROR with the reason in both languages', async () => {
    const world = await decided(ruled(called('wer')));
    expect(world.incidents).toMatchObject([
      {
        type: 'DECISION_EVALUATION_ERROR',
        message: {
          de: 'Die Entscheidung „wer“ ist gescheitert: Der Betrag fehlt.',
          en: 'The decision “wer” failed: The amount is missing.',
        },
      },
    ]);
    setVariables(world, { betrag: 1000 });
    resolveIncident(world);
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('puts the outcome into a variable and sees its own inputs', async () => {
    const input = '<zeebe:ioMapping><zeebe:input source="=2000" target="betrag" /></zeebe:ioMapping>';
    const world = await decided(ruled(called('wer') + input), { betrag: 5 });
    expect(variablesAt(world, 'danach')).toEqual({ betrag: 5, ergebnis: 'leitung' });
  });

  it('is a job like any other with a task definition', async () => {
    const world = await decided(ruled('<zeebe:taskDefinition type="regel" />'));
    expect(jobAt(world, 'x')).toMatchObject({ type: 'regel', retries: 3 });
  });
});
