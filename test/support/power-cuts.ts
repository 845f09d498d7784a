import { setTimeout as delay } from 'node:timers/promises';
import { signIn, type ApiClient } from './api-client.js';
import { startServerProcess, type ServerProcess } from './server-process.js';

/** A server whose power goes at moments of a test's choice, and which is started again on what is left of it. */
export interface CutServer {
  /** Signs in at the server as it runs now. */
  as(login: string): Promise<ApiClient>;
  /** Lets the server work for some milliseconds, then cuts the power and starts it again. */
  cutAfter(milliseconds: number): Promise<void>;
  /**
   * Sends a request, cuts the power meanwhile, and sends it again as a person would who saw no answer. Returns what the
   * second one was answered.
   */
  cutDuring<T>(milliseconds: number, login: string, send: (client: ApiClient) => Promise<T>): Promise<T>;
  stop(): Promise<number | null>;
}

export async function openCutServer(dataFolder: string): Promise<CutServer> {
  let server: ServerProcess = await startServerProcess(dataFolder);
  const cutAfter = async (milliseconds: number) => {
    // The moment of the cut is what the test is about; nothing is waited for.
    await delay(milliseconds);
    await server.kill();
    server = await startServerProcess(dataFolder);
  };
  const as = (login: string) => signIn(server.url, login);
  return {
    as,
    cutAfter,
    cutDuring: async (milliseconds, login, send) => {
      // Perhaps answered, perhaps cut off: the person does not know, and sends it again.
      const first = send(await as(login)).catch(() => undefined);
      await cutAfter(milliseconds);
      await first;
      return send(await as(login));
    },
    stop: () => server.stop(),
  };
}
