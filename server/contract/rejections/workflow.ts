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
  'workflow.operationFinding': {
    status: 422,
    message: { de: '{at}: {de}', en: '{at}: {en}' },
    remedy: {
      de: 'Eine andere Stelle oder Zuordnung wählen, oder den Ablauf beenden.',
      en: 'Choose another place or mapping, or cancel the process.',
    },
  },
  'workflow.decisionTakenByOthers': {
    status: 409,
    message: {
      de: 'Auf demselben Zeebe führt ein anderer Mandant die Entscheidungen „{model}“ oder eine von ihnen mit anderem Inhalt.',
      en: 'On the same Zeebe another tenant has the decisions "{model}" or one of them with other content.',
    },
    remedy: {
      de: 'Eigene Kennungen (id) für die Datei und ihre Entscheidungen wählen.',
      en: 'Choose ids of your own for the file and its decisions.',
    },
  },
  'workflow.decisionUnknown': {
    status: 404,
    message: {
      de: 'Die Entscheidung „{decisionId}“ ist nicht in Kraft.',
      en: 'The decision “{decisionId}” is not deployed.',
    },
    remedy: { de: 'Die Entscheidung zuerst in Kraft setzen.', en: 'Deploy the decision first.' },
  },
  'workflow.notOnZeebe': {
    status: 409,
    message: {
      de: 'Dieser Ablauf läuft auf Zeebe. Von hier aus lässt er sich weder versetzen noch auf eine andere Fassung umstellen.',
      en: 'This process runs on Zeebe. From here it can neither be moved nor migrated to another version.',
    },
    remedy: {
      de: 'Den Ablauf abbrechen und neu beginnen, oder die Werkzeuge des Zeebe verwenden.',
      en: 'Cancel the process and begin again, or use the tools of that Zeebe.',
    },
  },
  'workflow.startsByMessage': {
    status: 409,
    message: {
      de: 'Neue Abläufe beginnen auf Zeebe, und dort beginnt „{processId}“ nur durch eine Nachricht.',
      en: 'New processes run on Zeebe, and there “{processId}” is started by a message only.',
    },
    remedy: {
      de: 'Dem Modell ein Startereignis mit Nachricht geben und es damit beginnen.',
      en: 'Give the model a start event with a message, and start it by that.',
    },
  },
  'workflow.reservedProcess': {
    status: 409,
    message: {
      de: 'Die Kennung „{process}“ ist vergeben: Was mit „{beginning}“ beginnt, erzeugt Laufmappe selbst.',
      en: 'The id “{process}” is taken: what begins with “{beginning}” is made by Laufmappe itself.',
    },
    remedy: { de: 'Dem Ablauf eine andere Kennung geben.', en: 'Give the process another id.' },
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
  'workflow.instanceGone': {
    status: 409,
    message: { de: 'Dieser Ablauf läuft nicht mehr.', en: 'This process instance is no longer running.' },
    remedy: { de: 'Es ist nichts zu tun: Er ist beendet.', en: 'There is nothing to do: it has ended.' },
  },
  'workflow.calledInstance': {
    status: 409,
    message: {
      de: 'Dieser Ablauf wurde von einem anderen aufgerufen und endet nur mit ihm.',
      en: 'Another process instance has called this one; it ends only with that.',
    },
    remedy: { de: 'Den aufrufenden Ablauf beenden.', en: 'Cancel the calling instance.' },
  },
  'workflow.notStartable': {
    status: 409,
    message: {
      de: 'Der Prozess „{processId}“ ist nicht in Kraft oder hat kein Startereignis ohne Auslöser.',
      en: 'The process “{processId}” is not deployed or has no start event without a trigger.',
    },
    remedy: {
      de: 'Den Prozess in Kraft setzen oder durch eine Nachricht starten.',
      en: 'Deploy the process, or start it by a message.',
    },
  },
  'workflow.versionUnknown': {
    status: 404,
    message: { de: 'Die Fassung {version} gibt es nicht.', en: 'There is no version {version}.' },
    remedy: { de: 'Eine Fassung aus der Liste wählen.', en: 'Choose a version of the list.' },
  },
  'workflow.notPossible': {
    status: 422,
    message: {
      de: 'Der Ablauf kann so nicht geändert werden. Befunde: {count}.',
      en: 'The process instance cannot be changed like this. Findings: {count}.',
    },
    remedy: {
      de: 'Die genannten Stellen berichtigen; geändert wurde nichts.',
      en: 'Correct the places named; nothing was changed.',
    },
  },
} satisfies Record<string, RejectionText>;
