/** A real counterpart of a port, as the tests of the full profile and `npm run stack` use it. */
export interface RealServer<Running extends RunningServer = RunningServer> {
  readonly name: string;
  readonly version: string;
  /** Builds or loads what is not there yet. @throws Error that says why the server cannot be had on this machine */
  install(): Promise<void>;
  /** Starts it on loopback and answers when it can be used. */
  start(options?: StartOptions): Promise<Running>;
  /** Removes the data of one instance, never the binaries. */
  wipe(instance: string): Promise<void>;
}

export interface StartOptions {
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Name of the data folder, so that tests and `npm run stack` do not share one. */
  readonly instance?: string;
  /** `none`: Zeebe writes no record down beside its log, as a benchmark needs it. */
  readonly records?: 'exported' | 'none';
  /** Further settings of the server itself. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly address: string;
  /** What Laufmappe needs to use it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly readyAfterMilliseconds: number;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  /** Ends it cleanly. */
  stop(): Promise<void>;
  /** SIGKILL, as if the power went. */
  kill(): Promise<void>;
}
