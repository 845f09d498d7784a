import type { EditorServer } from '../../connectors/api/editor-server.js';
import { createReceiveFile, type ReceiveUploadParts } from '../dokument/receive-upload.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import { editorHealth } from './editor-health.js';
import { createOpenEditor } from './open-editor.js';
import { sweepLocks } from './sweep-locks.js';
import { editorRoutes, wopiRouter } from './wopi.http.js';

/** The editor server of an installation, and the addresses under which both find us. */
export interface EditorSetting {
  readonly server: EditorServer;
  /** Address under which the editor server reaches us. */
  readonly hostUrl: string;
  /** Address of our page. */
  readonly pageOrigin: string;
}

export interface OpenWopiParts extends ReceiveUploadParts {
  readonly database: Database;
  readonly clock: Clock;
  /** null: nothing can be edited in the browser here. */
  readonly editor: EditorSetting | null;
}

/** Everything of the slice that the office needs. */
export function openWopi(parts: OpenWopiParts) {
  const { editor, runner } = parts;
  const server = editor?.server ?? null;
  const router = editor
    ? wopiRouter({ ...parts, ...editor, editor: editor.server, receiveFile: createReceiveFile(parts) })
    : null;
  return {
    acts: [createOpenEditor({ runner, editor: server, hostUrl: editor?.hostUrl ?? '' })],
    routes: editorRoutes(server),
    /** Answers the editor server, below `/wopi`; null where there is none. */
    router,
    health: () => editorHealth(server),
    /** Ends what an editor server has left behind. */
    sweep: () => sweepLocks(parts),
  };
}
