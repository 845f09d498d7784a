import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../../test/support/shared.js';
import { compile } from './compile.js';

describeWithShared('every BPMN file of the corpora', 'corpora/bpmn', (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));

  it('is there', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s compiles or is refused with reasons', async (name) => {
    const compiled = await compile(readFileSync(join(folder, name), 'utf8'));
    if (compiled.kind === 'compiled') {
      for (const { elements } of compiled.models) expect(elements.size).toBeGreaterThan(1);
      return;
    }
    expect(compiled.findings.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { de, en } of compiled.findings) {
      expect(de).not.toMatch(/(?<!\$)\{\w+\}/);
      expect(en).not.toMatch(/(?<!\$)\{\w+\}/);
    }
  });
});
