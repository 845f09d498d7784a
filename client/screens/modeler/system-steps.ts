import abschlussVorlegen from '../../../processes/element-templates/akte-abschluss-vorlegen.json';
import dokumentAblegen from '../../../processes/element-templates/akte-dokument-ablegen.json';
import ablegen from '../../../processes/element-templates/akte-ablegen.json';
import erinnern from '../../../processes/element-templates/aufgabe-erinnern.json';
import fragen from '../../../processes/element-templates/connector-fragen.json';
import pdfErstellen from '../../../processes/element-templates/dokument-pdf-erstellen.json';
import mailSenden from '../../../processes/element-templates/post-mail-senden.json';
import rechnungLesen from '../../../processes/element-templates/rechnung-lesen.json';
import rechnungStornieren from '../../../processes/element-templates/rechnung-stornieren.json';
import rechnungVermerken from '../../../processes/element-templates/rechnung-vermerken.json';
import type { LanguageCode } from '../../live/language.js';
import type { StepTile } from './step-kinds.js';

/** An element template as far as it is read here: fixed bindings of a service task. */
export interface ElementTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metadata: { readonly 'name.en': string; readonly 'description.en': string };
  readonly properties: readonly {
    readonly value: string;
    readonly binding: {
      readonly type: string;
      readonly property?: string;
      readonly source?: string;
      readonly key?: string;
    };
  }[];
}

/** What the server can do by itself, in the order of a Vorgang. */
const TEMPLATES: readonly ElementTemplate[] = [
  rechnungLesen,
  rechnungVermerken,
  rechnungStornieren,
  dokumentAblegen,
  pdfErstellen,
  mailSenden,
  fragen,
  ablegen,
  abschlussVorlegen,
  erinnern,
];

/** A tile for each built-in job type: the step comes with its type, so that nobody has to know one by heart. */
export function systemSteps(language: LanguageCode): StepTile[] {
  const section = $localize`:@@modeler.systemSteps:Systemschritte`;
  return TEMPLATES.map((template) => {
    const label = language === 'de' ? template.name : template.metadata['name.en'];
    const note = language === 'de' ? template.description : template.metadata['description.en'];
    return { name: template.id, label, note, icon: 'rule', look: 'plain', section, shape: shapeOf(template) };
  });
}

function shapeOf({ name, properties }: ElementTemplate): StepTile['shape'] {
  const bound = (property: string) =>
    properties.find(({ binding }) => binding.type === 'zeebe:taskDefinition' && binding.property === property)?.value;
  const headers = Object.fromEntries(
    properties.flatMap(({ value, binding }) =>
      binding.type === 'zeebe:taskHeader' ? [[binding.key ?? '', value] as const] : [],
    ),
  );
  return {
    type: 'bpmn:ServiceTask',
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    // A model speaks the language of the authority, whoever draws it.
    name,
    job: {
      type: bound('type') ?? '',
      retries: bound('retries') ?? '3',
      outputs: properties.flatMap(({ value, binding }) =>
        binding.type === 'zeebe:output' ? [{ source: binding.source ?? '', target: value }] : [],
      ),
    },
  };
}
