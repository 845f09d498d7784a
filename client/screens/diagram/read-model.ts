import type { Api } from '../../live/api.js';
import { isRefusal } from '../../live/refusal.js';

/** The BPMN XML of one version of a process; null where the server refuses it. */
export async function readModel(api: Api, url: string): Promise<string | null> {
  const answer = await api.get<{ xml: string }>(url.replace(/^\/api\//, ''));
  return isRefusal(answer) ? null : answer.xml;
}
