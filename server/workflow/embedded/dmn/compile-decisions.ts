import type { Finding } from '../../../contract/finding.js';
import { idOf, nodesOf, textOf, type ModdleElement } from '../compile/moddle.js';
import { createReportOf } from '../compile/report.js';
import { checkRequirements } from './check-requirements.js';
import type { Decision, DecisionModel, DecisionService } from './decision-model.js';
import type { Dialect } from '../feel/dialect.js';
import { DECISION_FINDING_TEXTS, type DecisionReport } from './finding-texts.js';
import { parseDmn } from './parse-dmn.js';
import { createDrgReader } from './read-drg.js';
import { keyOf, readFiles } from './read-files.js';

export type CompiledDecisions =
  | { readonly kind: 'compiled'; readonly model: DecisionModel; readonly warnings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * Compiles decisions: tables, expressions and requirements become closures.
 *
 * @param xml the file whose decisions are meant
 * @param options.imported files that it imports, by whatever name: they are found by their namespaces
 * @param options.dialect how it is evaluated; what is deployed here behaves as on Zeebe
 * @returns the model, or everything that stands against it, with element ids
 */
export async function compileDecisions(
  xml: string,
  { imported = [], dialect = 'zeebe' }: { imported?: readonly string[]; dialect?: Dialect } = {},
): Promise<CompiledDecisions> {
  const report = createReportOf(DECISION_FINDING_TEXTS);
  const roots: (ModdleElement | undefined)[] = [];
  for (const text of [xml, ...imported]) roots.push(await parseDmn(text, report));
  const [main] = roots;
  const model =
    main === undefined
      ? undefined
      : readModel(
          main,
          roots.filter((root) => root !== undefined),
          dialect,
          report,
        );
  const { findings } = report;
  return model === undefined || findings.some(({ severity }) => severity === 'error')
    ? { kind: 'refused', findings }
    : { kind: 'compiled', model, warnings: findings };
}

function readModel(
  main: ModdleElement,
  roots: readonly ModdleElement[],
  dialect: Dialect,
  report: DecisionReport,
): DecisionModel | undefined {
  const files = readFiles(roots, dialect, report);
  checkRequirements(files, report);
  // What refers to nothing or to itself is not read any further.
  if (report.findings.some(({ code }) => code === 'dmn.cycle')) return undefined;
  const { read } = createDrgReader(files, dialect, report);
  const namespace = textOf(main, 'namespace') ?? '';
  const elements = nodesOf(main, 'drgElement').flatMap((node) => read(`${namespace}#${keyOf(node)}`) ?? []);
  const decisions = elements.filter((element): element is Decision => element.kind === 'decision');
  const services = elements.filter((element): element is DecisionService => element.kind === 'service');
  if (decisions.length === 0) report.add('dmn.noDecision', idOf(main));
  return {
    id: idOf(main),
    name: textOf(main, 'name') ?? idOf(main),
    namespace,
    dialect,
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
    services: new Map(services.map((service) => [service.id, service])),
  };
}
