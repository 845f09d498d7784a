import { final, type ActDescription } from './describe.js';
import type { Finding } from '../finding.js';

export const workflowActs = {
  'workflow.deployProcess': {
    label: { de: 'In Kraft setzen', en: 'Deploy' },
    permission: 'process.deploy',
    undo: final(
      'Eine Fassung bleibt bestehen; eine frühere wird durch erneutes Inkraftsetzen zurückgeholt.',
      'A version stays; an earlier one is brought back by deploying it again.',
    ),
  },
  'workflow.deployDecision': {
    label: { de: 'Entscheidung in Kraft setzen', en: 'Deploy a decision' },
    permission: 'process.deploy',
    undo: final(
      'Eine Fassung bleibt bestehen; eine frühere wird durch erneutes Inkraftsetzen zurückgeholt.',
      'A version stays; an earlier one is brought back by deploying it again.',
    ),
  },
  'workflow.resolveIncident': {
    label: { de: 'Erneut versuchen', en: 'Try again' },
    permission: 'process.deploy',
    undo: final(
      'Der Schritt läuft sofort wieder an; scheitert er noch einmal, entsteht eine neue Störung.',
      'The step runs again at once; if it fails again, there is a new incident.',
    ),
  },
  'workflow.cancelInstance': {
    label: { de: 'Ablauf beenden', en: 'Cancel process' },
    permission: 'process.deploy',
    undo: final(
      'Ein beendeter Ablauf wird neu gestartet, nicht fortgesetzt.',
      'A cancelled process starts anew; it is not continued.',
    ),
  },
  'workflow.modifyInstance': {
    label: { de: 'Ablauf versetzen', en: 'Move process' },
    permission: 'process.deploy',
    undo: final(
      'Der Ablauf kann erneut versetzt werden; was er unterwegs getan hat, bleibt.',
      'The process can be moved again; what it did on its way stays.',
    ),
  },
  'workflow.migrateInstance': {
    label: { de: 'Auf andere Fassung umstellen', en: 'Move to another version' },
    permission: 'process.deploy',
    undo: final(
      'Der Ablauf kann auf die frühere Fassung zurückgestellt werden, solange sie zu ihm passt.',
      'The process can be moved back as long as the earlier version fits it.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface WorkflowActTypes {
  'workflow.deployProcess': {
    input: { xml: string };
    /** One entry for each process of the file, in its order. */
    output: { processes: { processId: string; version: number }[]; warnings: Finding[] };
  };
  'workflow.deployDecision': {
    input: { xml: string };
    output: {
      modelId: string;
      decisions: { decisionId: string; version: number }[];
      warnings: Finding[];
    };
  };
  'workflow.resolveIncident': {
    input: { incidentKey: string };
    output: { incidentKey: string };
  };
  'workflow.cancelInstance': {
    input: { instanceKey: string; reason: string };
    output: { instanceKey: string };
  };
  'workflow.modifyInstance': {
    /** `terminate`: keys of element instances; `activate`: ids of elements. */
    input: { instanceKey: string; terminate: string[]; activate: string[]; reason: string };
    output: { instanceKey: string };
  };
  'workflow.migrateInstance': {
    /** `mapping`: old element id → new one, where they differ. */
    input: { instanceKey: string; version: number; mapping: Record<string, string>; reason: string };
    output: { warnings: Finding[] };
  };
}
