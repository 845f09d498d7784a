import type { Instant } from './views.js';

/** `GET /api/process-instances/:instanceKey/path`: the way of one process instance, oldest element first. */
export interface InstancePath {
  instanceKey: string;
  processId: string;
  version: number;
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
