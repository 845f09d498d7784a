import { kindOf } from './kinds.js';

describe('kindOf', () => {
  it('leaves system steps and gateways without a kind', () => {
    expect(kindOf({ $type: 'bpmn:ServiceTask', id: 'a' })).toBeNull();
    expect(kindOf({ $type: 'bpmn:ExclusiveGateway', id: 'a' })).toBeNull();
  });

  it('tells a sign-off from an ordinary task by its header', () => {
    const headers = { $type: 'zeebe:TaskHeaders', values: [{ key: 'lm:art', value: 'mitzeichnung' }] };
    expect(kindOf({ $type: 'bpmn:UserTask', id: 'a' })).toBe('person');
    expect(kindOf({ $type: 'bpmn:UserTask', id: 'a', extensionElements: { values: [headers] } })).toBe('sign');
  });

  it('calls a timer a Frist, also on the border of a task', () => {
    const timer = [{ $type: 'bpmn:TimerEventDefinition' }];
    expect(kindOf({ $type: 'bpmn:BoundaryEvent', id: 'a', eventDefinitions: timer })).toBe('frist');
  });
});
