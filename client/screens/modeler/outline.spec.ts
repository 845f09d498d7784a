import type { DiagramElement } from '../diagram/kinds.js';
import { outline } from './outline.js';

const element = (id: string, type: string, x: number, more: object = {}): DiagramElement =>
  ({ id, type, x, businessObject: { $type: type, id, name: id.toUpperCase() }, ...more }) as DiagramElement;

describe('outline', () => {
  it('leaves out pools, lanes, flows and notes', () => {
    const types = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SequenceFlow', 'bpmn:TextAnnotation', 'bpmn:Process'];
    expect(outline(types.map((type, index) => element(String(index), type, 0)))).toEqual([]);
  });

  it('reads from left to right and names the condition of a way', () => {
    const end = element('end', 'bpmn:EndEvent', 200);
    const outgoing = [{ target: end, businessObject: { name: '> 5.000 €' } }];
    const entries = outline([end, element('gate', 'bpmn:ExclusiveGateway', 100, { outgoing })]);
    expect(entries.map(({ word, next }) => [word, next])).toEqual([
      ['Entweder – oder', ['> 5.000 €: END']],
      ['Ende', []],
    ]);
  });

  it('puts what lies in a sub-process right below it, whatever its place', () => {
    const sub = element('sub', 'bpmn:SubProcess', 100);
    const inside = element('inside', 'bpmn:ServiceTask', 300, { parent: sub });
    const later = element('later', 'bpmn:UserTask', 200);
    expect(outline([inside, later, sub]).map(({ id, level }) => [id, level])).toEqual([
      ['sub', 0],
      ['inside', 1],
      ['later', 0],
    ]);
  });
});
