import { aMessage, FILES, file, NOW, PROZESS_ID } from '../test-support/sample-0503.js';
import { codesOf } from '../test-support/refusals.js';
import { compose0503 } from './compose-0503.js';
import type { SchemaCheck } from './schema-check.js';
import { finding } from '../findings/finding.js';

describe('compose0503', () => {
  it('refuses a message with a character that XML cannot carry', async () => {
    const refused = await compose0503(aMessage({ betreff: '\u0000' }), FILES, { now: NOW });
    expect(refused).toMatchObject({ kind: 'refused', findings: [{ code: 'xml.forbiddenCharacter', path: 'Betreff' }] });
  });

  it('refuses with all reasons at once', async () => {
    const message = aMessage({ betreff: '', laufzeit: { beginn: '2020-01-01', ende: '2019-01-01' } });
    const refused = await compose0503(message, [...FILES.slice(1), file('x.txt', 'x')], { now: NOW });
    expect(refused.kind).toBe('refused');
    expect(codesOf(refused.kind === 'refused' ? refused.findings : [])).toEqual([
      'file.missing',
      'file.unlisted',
      'record.betreffEmpty',
      'record.laufzeit',
    ]);
  });

  it('refuses what the schema of the administrator refuses', async () => {
    const schemaCheck: SchemaCheck = {
      check: (version) => [finding('message.schema', { path: '/' }, { version, reason: 'x' })],
      dispose: () => undefined,
    };
    const refused = await compose0503(aMessage(), FILES, { now: NOW, schemaCheck });
    expect(refused).toMatchObject({ kind: 'refused', findings: [{ code: 'message.schema' }] });
  });

  it('hands out a checked message under its prescribed names, with its warnings', async () => {
    const checked = await compose0503(aMessage({ vertraulichkeitsstufe: 'vertraulich' }), FILES, { now: NOW });
    expect(checked).toMatchObject({
      kind: 'checked',
      containerName: `${PROZESS_ID}_Aussonderung.Aussonderung.0503.zip`,
      messageName: `${PROZESS_ID}_Aussonderung.Aussonderung.0503.xml`,
      warnings: [{ code: 'record.vertraulichkeit', severity: 'warning' }],
    });
  });
});
