import { isRejection } from '../contract/rejections.js';
import { signPdf } from './sign-pdf.js';
import { testPdf, lastSignature } from './testing/documents.js';
import { opensslVerifies, askJudge } from './testing/judges.js';
import { testAuthority, testSigner } from './testing/keys.js';
import { writeFileSync } from 'node:fs';

it('try', async () => {
  const ca = await testAuthority();
  for (const kind of ['RSA-3072', 'P-256', 'P-384', 'brainpoolP256r1', 'brainpoolP384r1', 'RSA-PSS-3072'] as const) {
    const s = await testSigner(ca, { kind });
    for (const structure of ['table', 'objectStreams'] as const) {
      const doc = await testPdf({ structure });
      const t = Date.now();
      const out = await signPdf(doc, s, {
        name: 'Jürgen Groß',
        reason: 'Schlusszeichnung',
        at: new Date('2026-03-01T10:00:00Z'),
        appearance: { page: 1, box: { x: 300, y: 100, width: 200, height: 60 } },
      });
      if (isRejection(out)) throw new Error(JSON.stringify(out));
      const l = lastSignature(out);
      console.log(
        kind,
        structure,
        Date.now() - t,
        doc.length,
        out.length,
        opensslVerifies(l.covered, l.cms, ca.certificate),
      );
      writeFileSync(`/tmp/sig-${kind}-${structure}.pdf`, out);
      const a = askJudge('pdfsig', ['a.pdf'], { 'a.pdf': out });
      console.log(a.stdout.toString(), a.stderr.toString());
      const q = askJudge('qpdf', ['--check', 'a.pdf'], { 'a.pdf': out });
      console.log(q.stdout.toString(), q.stderr.toString());
    }
  }
});
