import { readEditor } from './read-editor.js';

const read = (variables: Readonly<Record<string, string>>) =>
  readEditor((name) => variables[name], 'https://akte.kreis.example');

describe('the address of an editor server', () => {
  it.each([
    'http://editor.kreis.example',
    'https://editor.kreis.example/pfad',
    'https://editor.kreis.example/?a=1',
    'https://name:kennwort@editor.kreis.example',
    'editor.kreis.example',
    'javascript:alert(1)',
  ])('is refused as %s, without a password in the sentence', (address) => {
    const refused = expect(() => read({ LAUFMAPPE_EDITOR_URL: address }));
    refused.toThrow(expect.objectContaining({ code: 'configurationInvalid' }) as Error);
    refused.not.toThrow(/kennwort/);
  });

  it('is missing where only the way back is named', () => {
    expect(() => read({ LAUFMAPPE_EDITOR_HOST_URL: 'http://akte:4000' })).toThrow(
      expect.objectContaining({ code: 'configurationIncomplete' }) as Error,
    );
  });

  it('is none, https, or http on this machine; the way back is ours unless another is named', () => {
    expect(read({})).toBeNull();
    expect(read({ LAUFMAPPE_EDITOR_URL: 'https://editor.kreis.example/' })).toEqual({
      origin: 'https://editor.kreis.example',
      hostUrl: 'https://akte.kreis.example',
    });
    const local = { LAUFMAPPE_EDITOR_URL: 'http://127.0.0.1:9980', LAUFMAPPE_EDITOR_HOST_URL: 'http://akte:4000' };
    expect(read(local)).toEqual({ origin: 'http://127.0.0.1:9980', hostUrl: 'http://akte:4000' });
  });
});
