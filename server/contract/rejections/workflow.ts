import type { RejectionText } from '../rejections.js';

export const workflowRejections = {
  'workflow.notDeployable': {
    status: 422,
    message: {
      de: 'Das Modell kann nicht in Kraft gesetzt werden. Befunde: {count}.',
      en: 'The model cannot be deployed. Findings: {count}.',
    },
    remedy: { de: 'Die genannten Elemente berichtigen.', en: 'Correct the elements named.' },
  },
  'workflow.finding': {
    status: 422,
    message: { de: '{at}: {de}', en: '{at}: {en}' },
    remedy: { de: 'Das Element im Modeler berichtigen.', en: 'Correct the element in the modeler.' },
  },
  'workflow.takenByOthers': {
    status: 409,
    message: {
      de: 'Auf demselben Zeebe führt ein anderer Mandant den Ablauf „{process}“ oder seine Startnachricht mit anderem Inhalt.',
      en: 'On the same Zeebe another tenant runs the process "{process}" or its start message with other content.',
    },
    remedy: {
      de: 'Dem Ablauf eine eigene Kennung und eigene Nachrichtennamen geben, oder einen eigenen Zeebe verwenden.',
      en: 'Give the process an id and message names of its own, or use a Zeebe of your own.',
    },
  },
  'workflow.incidentGone': {
    status: 409,
    message: { de: 'Diese Störung besteht nicht mehr.', en: 'This incident is no longer there.' },
    remedy: {
      de: 'Es ist nichts zu tun: Jemand hat sie schon behoben, oder der Ablauf ist beendet.',
      en: 'There is nothing to do: somebody has resolved it already, or the process has ended.',
    },
  },
} satisfies Record<string, RejectionText>;
