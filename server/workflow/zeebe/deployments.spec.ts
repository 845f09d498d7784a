import { findingsOf } from './deployments.js';

describe('what Zeebe says against a model', () => {
  it('names each element with its reason, as the broker 8.5.8 writes it', () => {
    const text = [
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:",
      "'p.bpmn': - Element: task > extensionElements > taskDefinition",
      "    - ERROR: Attribute 'type' must be present and not empty",
      '- Element: gateway',
      '    - ERROR: Must have only one incoming flow',
    ].join('\n');
    expect(findingsOf(text).map(({ message }) => message.en)).toEqual([
      "task: Zeebe refuses: Attribute 'type' must be present and not empty",
      'gateway: Zeebe refuses: Must have only one incoming flow',
    ]);
  });

  it('is one finding where it has another form', () => {
    expect(findingsOf('cvc-elt.1.a: Cannot find\n the declaration').map(({ message }) => message.en)).toEqual([
      '–: Zeebe refuses: cvc-elt.1.a: Cannot find the declaration',
    ]);
  });
});
