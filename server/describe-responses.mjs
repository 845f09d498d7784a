// What the API answers, as JSON Schema, read from the types that the code has anyway: the return type of every route and
// the `output` of every act; and the names that a route reads behind the `?`. Runs when the server is built; nobody writes
// a response schema, so none can be wrong.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Position of the function that answers, in the calls that define a route; and the method of that route. */
const ROUTES = {
  view: { method: 'GET', answer: 2, query: 2 },
  download: { method: 'GET', answer: 2, query: 2 },
  // What it found in the database is read from files afterwards: that is the answer.
  reading: { method: 'GET', answer: 3 },
  question: { method: 'POST', answer: 3 },
  upload: { method: 'POST', answer: 2 },
  // Its first argument is the method.
  transfer: { answer: 3, headers: 2 },
};

/** Names of our own for texts of a certain form; the compiler knows only `string`. */
const FORMATS = { Id: 'uuid', Day: 'date', Instant: 'date-time' };

/**
 * @param {string} root folder of the project
 * @returns {{ schemas: object, routes: Record<string, object>, acts: Record<string, object>,
 *   queries: Record<string, string[]>, headers: Record<string, string[]> }}
 */
export function describeResponses(root) {
  const routeFiles = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http.ts'))
    .map((name) => join(root, 'server', name));
  const actFile = join(root, 'server', 'contract', 'acts.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: ['node'] }, root);
  const program = ts.createProgram([...routeFiles, actFile], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const schemas = createSchemas(checker, root);
  const routes = {};
  const [queries, headers] = [{}, {}];
  for (const file of routeFiles) {
    for (const { kind, name, answer } of routesIn(program.getSourceFile(file))) {
      // A download is a text; its type says nothing about what stands in it.
      if (kind !== 'download') routes[name] = schemas.of(answered(checker, answer));
      queries[name] = readNames(checker, answer, ROUTES[kind].query, queryName);
      headers[name] = readNames(checker, answer, ROUTES[kind].headers, headerName);
    }
  }
  return {
    schemas: schemas.named,
    routes,
    queries,
    headers,
    acts: actOutputs(checker, program.getSourceFile(actFile), schemas),
  };
}

/** Every `view('/api/…', …)` and alike, wherever it stands in the file. */
function routesIn(source) {
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const route = Object.hasOwn(ROUTES, node.expression.text) ? ROUTES[node.expression.text] : undefined;
      const own = route && !route.method;
      const [path] = own ? node.arguments.slice(1) : node.arguments;
      if (route && path && ts.isStringLiteralLike(path) && path.text.startsWith('/api/')) {
        const name = `${own ? node.arguments[0].text : route.method} ${path.text}`;
        found.push({ kind: node.expression.text, name, answer: node.arguments[route.answer] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a function answers in the end, without the refusals: those look the same everywhere. */
function answered(checker, node) {
  const [signature] = checker.getTypeAtLocation(node).getCallSignatures();
  const type = checker.getAwaitedType(signature.getReturnType()) ?? signature.getReturnType();
  return type;
}

/** Names that a function reads from its parameter at `position`, itself or through the functions that it hands it to. */
function readNames(checker, callee, position, nameIn, names = new Set()) {
  const parameter = position === undefined ? undefined : callee.parameters?.[position]?.name;
  if (parameter && ts.isIdentifier(parameter) && callee.body) {
    const isOurs = (node) => ts.isIdentifier(node) && node.text === parameter.text;
    const visit = (node) => {
      const name = nameIn(node, isOurs);
      if (name !== undefined) names.add(name);
      if (ts.isCallExpression(node)) {
        const handed = node.arguments.findIndex(isOurs);
        const called = handed === -1 ? undefined : functionOf(checker, node.expression);
        if (called) readNames(checker, called, handed, nameIn, names);
      }
      ts.forEachChild(node, visit);
    };
    visit(callee.body);
  }
  return [...names].sort();
}

/** `query['name']` */
function queryName(node, isQuery) {
  const read = ts.isElementAccessExpression(node) && isQuery(node.expression) ? node.argumentExpression : undefined;
  return read && ts.isStringLiteralLike(read) ? read.text : undefined;
}

/** `request.header('name')`, and the file's name, which comes in one. */
function headerName(node, isRequest) {
  if (!ts.isPropertyAccessExpression(node) || !isRequest(node.expression)) return undefined;
  if (node.name.text === 'fileName') return 'x-file-name';
  const [name] = node.name.text === 'header' && ts.isCallExpression(node.parent) ? node.parent.arguments : [];
  return name && ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** The function that a name stands for, also where it comes from another file. */
function functionOf(checker, expression) {
  const symbol = checker.getSymbolAtLocation(expression);
  const known = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = known?.valueDeclaration;
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
}

function actOutputs(checker, source, schemas) {
  const outputs = {};
  const types = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'ActTypes');
  for (const act of checker.getTypeAtLocation(types).getProperties()) {
    const output = checker.getTypeOfSymbol(act).getProperty('output');
    outputs[act.name] = schemas.of(checker.getTypeOfSymbol(output), output.valueDeclaration?.type);
  }
  return outputs;
}

function createSchemas(checker, root) {
  const named = {};
  const symbols = new Map();

  const of = (type, node) => {
    const parts = (type.isUnion() ? type.types : [type]).filter((part) => !isRefusal(part) && !isUndefined(part));
    const nothing = parts.some((part) => part.flags & ts.TypeFlags.Null);
    const rest = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
    const choices = unionOf(rest, node);
    if (!nothing) return choices;
    return Object.keys(choices).length === 0 ? choices : { anyOf: [choices, { type: 'null' }] };
  };

  const unionOf = (parts, node) => {
    if (parts.length > 0 && parts.every((part) => part.isStringLiteral())) {
      return { type: 'string', enum: parts.map(({ value }) => value) };
    }
    if (parts.length > 1 && parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    const schemas = unique(parts.map((part) => single(part, node)));
    return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  };

  const single = (type, node) => {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string', ...formatOf(node) };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    if (checker.isTupleType(type)) {
      return { type: 'array', prefixItems: checker.getTypeArguments(type).map((item) => of(item)) };
    }
    if (checker.isArrayType(type)) {
      return { type: 'array', items: of(checker.getTypeArguments(type)[0], elementNode(node)) };
    }
    return nameOf(type) ? reference(type, nameOf(type)) : objectOf(type);
  };

  /** An interface or alias of ours gets a place of its own, so that a description of the API has one of each. */
  const nameOf = (type) => {
    const symbol = type.aliasSymbol ?? type.symbol;
    const declaration = symbol?.declarations?.[0];
    const ours = declaration?.getSourceFile().fileName.startsWith(join(root, 'server'));
    const plain = !type.aliasTypeArguments?.length && !checker.getTypeArguments(type).length;
    const known = declaration && (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration));
    return ours && known && plain ? symbol : undefined;
  };

  const reference = (type, symbol) => {
    let name = symbol.name;
    // Two types of one name in different files are two.
    while (symbols.has(name) && symbols.get(name) !== symbol) name += '_';
    if (!symbols.has(name)) {
      symbols.set(name, symbol);
      named[name] = {};
      const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
      named[name] = { ...objectOf(type), ...(text === '' ? {} : { description: text }) };
    }
    return { $ref: `#/components/schemas/${name}` };
  };

  const objectOf = (type) => {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const members = checker.getPropertiesOfType(type).filter((member) => !isFunction(checker.getTypeOfSymbol(member)));
    const properties = Object.fromEntries(
      members.map((member) => {
        const text = ts.displayPartsToString(member.getDocumentationComment(checker));
        const schema = of(checker.getTypeOfSymbol(member), member.valueDeclaration?.type);
        return [member.name, text === '' || '$ref' in schema ? schema : { ...schema, description: text }];
      }),
    );
    const required = members.filter((member) => !(member.flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(members.length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: of(index.type) } : {}),
    };
  };

  return { of, named };
}

/** `Id`, also in `Id | null` and `Id[]`; a union of several names says nothing certain. */
function formatOf(node) {
  const names = [...(node?.getText() ?? '').matchAll(/\b(Id|Day|Instant)\b/g)].map(([, name]) => name);
  return names.length === 1 ? { format: FORMATS[names[0]] } : {};
}

function elementNode(node) {
  if (!node) return undefined;
  if (ts.isArrayTypeNode(node)) return node.elementType;
  return ts.isTypeOperatorNode(node) ? elementNode(node.type) : undefined;
}

function isRefusal(type) {
  return type.symbol?.name === 'Rejection';
}

function isUndefined(type) {
  return (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0;
}

function isFunction(type) {
  return type.getCallSignatures().length > 0;
}

function unique(schemas) {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}
