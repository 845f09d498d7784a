/** A model that was changed and not deployed yet. Models hold no personal data; they stay in this browser. */
export interface ModelDraft {
  readonly xml: string;
  /** Version that the draft was made from. */
  readonly base: number;
}

const PREFIX = 'laufmappe.model.';

export function keptDraft(processId: string): ModelDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + processId) ?? 'null') as Partial<ModelDraft> | null;
    return draft && typeof draft.xml === 'string' && typeof draft.base === 'number'
      ? { xml: draft.xml, base: draft.base }
      : null;
  } catch {
    return null;
  }
}

export function keepDraft(processId: string, draft: ModelDraft): void {
  localStorage.setItem(PREFIX + processId, JSON.stringify(draft));
}

export function dropDraft(processId: string): void {
  localStorage.removeItem(PREFIX + processId);
}
