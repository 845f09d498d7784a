export interface PersistedLoad {
  /** Instances that are measured; a tenth more run before them. */
  readonly count: number;
  /** How many of them run at a time. */
  readonly inFlight: number;
}
