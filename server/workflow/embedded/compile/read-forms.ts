import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { extensionOf, extensionsOf, idOf, textOf, type ModdleElement } from './moddle.js';
import type { Report } from './report.js';

export type Forms = ReadonlyMap<string, JsonObject>;

/** How a user task names a form that lies in the same file. */
const EMBEDDED = 'camunda-forms:bpmn:';

/** Reads the form-js schemas that the process carries (`zeebe:userTaskForm`), so that one file is the whole process. */
export function readForms(process: ModdleElement, report: Report): Forms {
  const forms = new Map<string, JsonObject>();
  for (const node of extensionsOf(process).filter(({ $type }) => $type === 'zeebe:UserTaskForm')) {
    const schema = parsed(textOf(node, 'body') ?? '');
    if (isJsonObject(schema) && Array.isArray(schema['components'])) forms.set(idOf(node), schema);
    else report.add('form.unreadable', idOf(process), { what: idOf(node) });
  }
  return forms;
}

/** The form of a user task; null where it has none. A form that nobody here could show is refused. */
export function readForm(task: ModdleElement, forms: Forms, report: Report): JsonObject | null {
  const definition = extensionOf(task, 'zeebe:FormDefinition');
  if (definition === undefined) return null;
  const key = textOf(definition, 'formKey') ?? textOf(definition, 'formId') ?? '';
  const form = key.startsWith(EMBEDDED) ? forms.get(key.slice(EMBEDDED.length)) : undefined;
  if (form === undefined) report.add('form.unknown', idOf(task), { what: key });
  return form ?? null;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
