import { readFile } from 'node:fs/promises';
import type { QuestionPort } from '../connectors/api/question-port.js';
import { createHttpJson } from '../connectors/http-json/http-json.js';
import { readTargets, TargetProblem } from '../connectors/http-json/read-targets.js';
import { StartupProblem } from './platform/startup-problem.js';

/**
 * Opens the systems that processes may ask; without a file, none.
 *
 * @throws StartupProblem naming the file and what in it is wrong; never a secret
 */
export async function openFachverfahren(path: string | null, environment: NodeJS.ProcessEnv): Promise<QuestionPort> {
  if (path === null) return createHttpJson([]);
  try {
    return createHttpJson(readTargets(await readFile(path, 'utf8'), environment));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof TargetProblem) && code === undefined) throw error;
    throw new StartupProblem('configurationInvalid', {
      variable: 'LAUFMAPPE_FACHVERFAHREN',
      value: path,
      expectedDe: `eine lesbare Liste von Fachverfahren (${message})`,
      expectedEn: `a readable list of specialised systems (${message})`,
    });
  }
}
