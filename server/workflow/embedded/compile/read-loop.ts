import type { MultiInstance } from '../model.js';
import { extensionOf, idOf, nodeOf, textOf, type ModdleElement } from './moddle.js';
import { readFeel, readOnlyFeel } from './read-expression.js';
import { checkExtensions, isVariablePath } from './read-extensions.js';
import type { Report } from './report.js';

/** Reads multi-instance. The standard loop is refused: Zeebe would run the element once and say nothing. */
export function readLoop(node: ModdleElement, report: Report): MultiInstance | null {
  const loop = nodeOf(node, 'loopCharacteristics');
  if (loop === undefined) return null;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    report.add('loop.standard', idOf(node));
    return null;
  }
  return readMultiInstance(loop, idOf(node), report);
}

function readMultiInstance(loop: ModdleElement, at: string, report: Report): MultiInstance | null {
  checkExtensions(loop, ['zeebe:LoopCharacteristics'], report, at);
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const what = 'zeebe:loopCharacteristics';
  const collection = textOf(zeebe, 'inputCollection');
  if (collection === undefined) report.add('extension.incomplete', at, { what, field: 'inputCollection' });
  const [outputCollection, outputElement] = [textOf(zeebe, 'outputCollection'), textOf(zeebe, 'outputElement')];
  if ((outputCollection === undefined) !== (outputElement === undefined)) {
    report.add('extension.incomplete', at, { what, field: 'outputCollection + outputElement' });
  }
  const inputElement = textOf(zeebe, 'inputElement');
  for (const name of [inputElement, outputCollection]) {
    if (name !== undefined && !isVariablePath(name)) report.add('mapping.target', at, { what: name });
  }
  const condition = textOf(nodeOf(loop, 'completionCondition'), 'body')?.trim();
  if (condition?.startsWith('=') === false) report.add('flow.conditionStatic', at, { what: condition });
  const inputCollection = readOnlyFeel(collection, at, report);
  if (inputCollection === null) return null;
  return {
    order: loop.get('isSequential') === true ? 'sequential' : 'parallel',
    inputCollection,
    inputElement: inputElement ?? null,
    outputCollection: outputCollection ?? null,
    outputElement: readOnlyFeel(outputElement, at, report),
    completionCondition: condition?.startsWith('=') ? readFeel(condition, at, report) : null,
  };
}
