const NAMESPACES = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

/** A whole BPMN file around the content of one executable process. `roots` stands beside it: messages, errors. */
export function bpmn(content: string, roots = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  ${roots}
  <bpmn:process id="process" isExecutable="true">
    ${content}
  </bpmn:process>
</bpmn:definitions>`;
}

/** `flow('a', 'b')` connects two elements; the id is `a-b`. */
export function flow(from: string, to: string, condition?: string): string {
  const inner =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
}

/** A service task whose job type is its id; `extensions` are further Zeebe elements. */
export function task(id: string, extensions = '', inner = ''): string {
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}" />${extensions}</bpmn:extensionElements>${inner}</bpmn:serviceTask>`;
}

/** A chain of elements, connected in the given order. */
export function chain(...ids: string[]): string {
  return ids
    .slice(1)
    .map((id, index) => flow(ids[index] ?? '', id))
    .join('');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
