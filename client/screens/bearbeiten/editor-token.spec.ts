import { webcrypto } from 'node:crypto';
import { makeEditorToken, messageOf } from './editor-token.js';

describe('the token for an editor', () => {
  it('is none where the browser does not hash', async () => {
    expect(await makeEditorToken(new Uint8Array(32), null)).toBeNull();
  });

  it('is 256 bits as text, with its hash beside it', async () => {
    const subtle = webcrypto.subtle as unknown as SubtleCrypto;
    const made = await makeEditorToken(new Uint8Array(32), subtle);
    expect(made?.token).toBe('A'.repeat(43));
    expect(made?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a message of an editor', () => {
  it.each([['{'], ['null'], ['{"MessageId":7}'], [undefined], [{ other: 'x' }]])('is none in %p', (data) => {
    expect(messageOf(data)).toBeNull();
  });

  it('has a name, as text or as it is', () => {
    expect(messageOf('{"MessageId":"UI_Close"}')).toBe('UI_Close');
    expect(messageOf({ MessageId: 'UI_Close' })).toBe('UI_Close');
  });
});
