import type { RejectionText } from '../rejections.js';

export const workflowRejections = {
  'workflow.notDeployable': {
    status: 422,
    message: {
      de: 'Das Modell kann nicht in Kraft gesetzt werden: {count} Befund(e).',
      en: 'The model cannot be deployed: {count} finding(s).',
    },
    remedy: { de: 'Die genannten Elemente berichtigen.', en: 'Correct the elements named.' },
  },
  'workflow.finding': {
    status: 422,
    message: { de: '{at}: {de}', en: '{at}: {en}' },
    remedy: { de: 'Das Element im Modeler berichtigen.', en: 'Correct the element in the modeler.' },
  },
} satisfies Record<string, RejectionText>;
