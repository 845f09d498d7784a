import { generateKeyPairSync } from 'node:crypto';
import type { EditorDiscovery } from '../../connectors/api/editor-server.js';
import { editorHealth } from './editor-health.js';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const says = (found: EditorDiscovery | null) =>
  editorHealth({ origin: 'https://editor.kreis.example', discover: () => Promise.resolve(found) });

describe('the light of the editor server', () => {
  it('is red while it is away, and says what still works', async () => {
    expect(await says(null)).toMatchObject({
      state: 'degraded',
      de: 'Der Editor https://editor.kreis.example antwortet nicht; Auschecken geht weiterhin',
    });
  });

  it('says which variable is missing where none is set up', async () => {
    expect(await editorHealth(null)).toMatchObject({
      state: 'ok',
      de: expect.stringContaining('LAUFMAPPE_EDITOR_URL'),
    });
  });

  it('says whether its requests are signed', async () => {
    const editors = new Map([['odt', 'https://editor.kreis.example/']]);
    expect((await says({ editors, proofKeys: null })).de).toContain('nicht signiert');
    expect((await says({ editors, proofKeys: { current: publicKey, old: null } })).de).toContain('sind signiert');
  });
});
