import type { EditorServer } from '../../connectors/api/editor-server.js';

/** An editor server that nobody asks anything but what it edits. */
export const QUIET_EDITOR: EditorServer = {
  origin: 'https://editor.musterkreis.example',
  discover: () =>
    Promise.resolve({
      editors: new Map([['txt', 'https://editor.musterkreis.example/cool.html?']]),
      proofKeys: null,
    }),
};
