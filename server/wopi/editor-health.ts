import type { EditorServer } from '../../connectors/api/editor-server.js';
import type { HealthView } from '../contract/views.js';

/** The light of the editor server. That there is none is no fault; it is said, so that nobody looks for the button in vain. */
export async function editorHealth(editor: EditorServer | null): Promise<HealthView['parts'][number]> {
  if (!editor) {
    return {
      name: 'editor',
      state: 'ok',
      de: 'Bearbeiten im Browser ist nicht eingerichtet (LAUFMAPPE_EDITOR_URL)',
      en: 'Editing in the browser is not set up (LAUFMAPPE_EDITOR_URL)',
    };
  }
  const found = await editor.discover();
  if (!found) {
    return {
      name: 'editor',
      state: 'degraded',
      de: `Der Editor ${editor.origin} antwortet nicht; Auschecken geht weiterhin`,
      en: `The editor ${editor.origin} does not answer; checking out still works`,
    };
  }
  const proof = found.proofKeys !== null;
  return {
    name: 'editor',
    state: 'ok',
    de: `Editor erreichbar, ${proof ? 'seine Anfragen sind signiert' : 'seine Anfragen sind nicht signiert'}`,
    en: `Editor reachable, ${proof ? 'its requests are signed' : 'its requests are not signed'}`,
  };
}
