import type { IncidentRow, Instant } from './views.js';

/** The process instance of a Vorgang: BPMN id, version, where it stands and whether „Storno“ is possible. */
export interface VorgangProcess {
  instanceKey: string;
  processId: string;
  version: number;
  canStorno: boolean;
  xmlUrl: string;
  activeElements: string[];
}

/** `GET /api/process-instances/:instanceKey/path`: the way of one process instance, oldest element first. */
export interface InstancePath {
  instanceKey: string;
  processId: string;
  version: number;
  engine: 'embedded' | 'zeebe';
  status: 'active' | 'completed' | 'terminated';
  startedAt: Instant;
  /** Instances that its call activities started. */
  calledKeys: string[];
  elements: {
    elementKey: string;
    elementId: string;
    enteredAt: Instant;
    leftAt: Instant | null;
    outcome: 'active' | 'completed' | 'terminated';
    incidents: { kind: 'incident' | 'resolved'; at: Instant; message: { de: string; en: string } | null }[];
  }[];
  /** Where it waits for help now, oldest first. */
  openIncidents: IncidentRow[];
}

/** `GET /api/processes/:processId/dwell`: { elements: ElementDwell[] }; how long tokens stayed where in the last 90 days. */
export interface ElementDwell {
  elementId: string;
  entered: number;
  active: number;
  incidents: number;
  /** Null where nothing has left it yet. */
  meanMilliseconds: number | null;
  medianMilliseconds: number | null;
}

/** `GET /api/processes/:processId/:version/monitor`: what happens in one version of a process. */
export interface ProcessMonitor {
  processId: string;
  version: number;
  /** Instances that run, and those of them that wait for help. */
  running: number;
  stopped: number;
  /** `active` counts the tokens that stand there now; the rest tells of the last 90 days. */
  elements: ElementDwell[];
  /** Those that wait for help first, then the longest running; at most 200. */
  instances: StandingInstance[];
}

export interface StandingInstance {
  instanceKey: string;
  /** Of the Vorgang that it works on; null where it works on none. */
  aktenzeichen: string | null;
  startedAt: Instant;
  engine: 'embedded' | 'zeebe';
  /** The instance whose call activity waits for this one; null where nobody called it. */
  parentKey: string | null;
  /** Where it stands. `since` is null where the history does not reach back so far. */
  tokens: { elementKey: string; elementId: string; since: Instant | null }[];
  incidents: IncidentRow[];
}
