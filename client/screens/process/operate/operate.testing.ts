import type { StandingInstance } from '../../../../server/contract/process-views.js';
import { readText } from '../../diagram/model-text.js';

/** A model of one line, with a step of this name. */
export const modelWith = (step: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
     <userTask id="${step}" name="Schritt ${step}" /><userTask id="Zahlung" name="Zahlung" /></process></definitions>`;

export const textOfOne = readText(modelWith('Pruefung'), 'p');

/** An instance that waits at one step. */
export const instanceAtPruefung: StandingInstance = {
  instanceKey: '7',
  aktenzeichen: '20.31.05-0001/2026/01',
  startedAt: '2026-11-24T09:00:00Z',
  engine: 'embedded',
  parentKey: null,
  tokens: [{ elementKey: '8', elementId: 'Pruefung', since: '2026-11-24T09:00:00Z' }],
  incidents: [],
};

export const refusal = {
  kind: 'rejection',
  code: 'workflow.notPossible',
  status: 422,
  message: { de: 'So nicht.', en: 'Not like this.' },
  remedy: { de: 'Anders.', en: 'Otherwise.' },
  reasons: [],
};

/** The network: what was sent where, and what each address answers. */
export function network(answers: (path: string, body: Record<string, unknown>) => unknown) {
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  globalThis.fetch = (async (url: string, init: { body?: string }) => {
    const [path, body] = [url.replace('/api/', ''), JSON.parse(init.body ?? '{}') as Record<string, unknown>];
    sent.push({ path, body });
    const answer = answers(path, body) as { status?: number };
    return { ok: !answer.status, status: answer.status ?? 200, text: async () => JSON.stringify(answer) };
  }) as unknown as typeof fetch;
  return sent;
}
