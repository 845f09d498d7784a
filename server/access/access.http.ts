import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { download, place, question, view, type Route } from '../platform/http/routes.js';
import { answerWhy, findPosition, loadAccessRules, loadRecordAccess } from './access.views.js';
import { placeInput, rightInput, stufeInput, subjectInput } from './input.js';
import { loadReport, reportLines } from './report.views.js';

const id = z.uuid();

const whyInput = z.object({
  personId: id,
  aktenzeichen: z.string().trim().min(1).max(200),
  change: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('grantRule'), place: placeInput, subject: subjectInput, right: rightInput }),
      z.object({ kind: z.literal('withdrawRule'), ruleId: id }),
      z.object({ kind: z.literal('clearance'), personId: id, stufe: stufeInput }),
    ])
    .nullable(),
});

export const accessRoutes: readonly Route[] = [
  view('/api/access/records/:id', 'akte.read', (tx, values, query) =>
    loadRecordAccess(tx, place(values, 'id'), query['name'] ?? ''),
  ),
  question('/api/access/why', 'access.explain', whyInput, (tx, input) => answerWhy(tx, input)),
  view('/api/access/rules', 'access.explain', (tx) => loadAccessRules(tx)),
  view('/api/access/places/:kennzeichen', 'access.explain', (tx, values) =>
    findPosition(tx, place(values, 'kennzeichen')),
  ),
  view('/api/access/report', 'access.explain', (tx, _values, query) => loadReport(tx, query)),
  download('/api/access/report.csv', 'access.explain', async (tx, _values, query) => {
    const report = await loadReport(tx, query);
    if (isRejection(report)) return report;
    const name = `Rechte ${report.subject} ${report.day}.csv`;
    return { name, mime: 'text/csv; charset=utf-8', pieces: reportLines(report) };
  }),
];
