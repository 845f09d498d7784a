/**
 * Import directions. The rule names are sentences, so that a finding explains itself; the reasons stand beside them.
 * `^server/([^/]+)/` matches a slice, `$1` is the same slice on the other side of the arrow.
 */
const TEST_CODE =
  '\\.(spec|testing)\\.ts$|\\.contract[-a-z]*\\.ts$|^test/|/testing/|^archive/test-support/|^client/test-|\\.writer\\.ts$';

const forbidden = [
  {
    name: 'nothing imports in a circle',
    comment: 'A circle has no reading order, and no part of it can be tested alone. Types are free: they do not run.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'the contract imports nothing',
    comment: 'It is shared with the client; whatever it imports would be shared too.',
    from: { path: '^server/contract/', pathNot: TEST_CODE },
    to: { pathNot: '^server/contract/' },
  },
  {
    name: 'pure rules reach no clock, no store and no outside world',
    comment: 'The file named like its slice holds the law; it must be testable with values alone.',
    from: { path: '^server/([^/]+)/\\1\\.ts$', pathNot: '^server/demo/' },
    to: {
      path: '^server/platform/|\\.(store|http|queries|views|jobs)\\.ts$|^(node:)?(fs|net|http|https|child_process|crypto|worker_threads|timers)',
      reachable: true,
    },
  },
  {
    name: 'the platform knows no slice',
    comment: 'Technical adapters serve every slice; main.ts hands them what they need.',
    from: { path: '^server/platform/', pathNot: TEST_CODE },
    to: { path: '^server/', pathNot: '^server/(platform|contract)/' },
  },
  {
    name: "no slice uses another slice's store",
    comment: 'Rows belong to one slice; others call the acts and queries that it exports.',
    from: { path: '^server/([^/]+)/', pathNot: TEST_CODE },
    to: { path: '\\.store\\.ts$', pathNot: '^server/$1/' },
  },
  {
    name: 'only stores and database adapters speak SQL',
    from: {
      path: '^(server|archive|connectors)/',
      pathNot: [
        TEST_CODE,
        '\\.store\\.ts$',
        '^server/platform/(postgres|jobs)/',
        '^server/platform/http/(live|session)\\.ts$',
      ],
    },
    to: { path: 'node_modules/(typeorm|pg)/' },
  },
  {
    name: 'only HTTP files know Express',
    from: { path: '^(server|archive|connectors)/', pathNot: [TEST_CODE, '\\.http\\.ts$', '^server/platform/http/'] },
    to: { path: 'node_modules/(express|express-session|csrf-csrf|helmet)/|node_modules/@types/express' },
  },
  {
    name: 'only the S3 store knows minio',
    comment: 'And it is loaded only where the objects lie in a bucket.',
    from: { pathNot: ['^server/platform/objects/s3-', TEST_CODE] },
    to: { path: 'node_modules/minio/' },
  },
  {
    name: 'only the signatur slice knows node-forge',
    comment: 'It makes soft keys; every verification is done by node:crypto.',
    from: { pathNot: ['^server/signatur/', TEST_CODE] },
    to: { path: 'node_modules/(@types/)?node-forge/' },
  },
  {
    name: 'only one file knows zeebe-node',
    comment: 'Another client library replaces that file and nothing else.',
    from: { pathNot: ['^server/workflow/zeebe/node-gateway\\.ts$', TEST_CODE] },
    to: { path: 'node_modules/zeebe-node/' },
  },
  {
    name: 'only the mail connector knows nodemailer',
    comment: 'The rest of the server knows the port MailTransport.',
    from: { pathNot: ['^connectors/mail/', TEST_CODE] },
    to: { path: 'node_modules/nodemailer/' },
  },
  {
    name: 'the archive works without the server',
    comment: 'An archive can verify a package with this folder alone.',
    from: { path: '^archive/', pathNot: TEST_CODE },
    to: { path: '^(server|connectors|client|test)/' },
  },
  {
    name: 'a connector speaks one port and knows no other connector',
    comment: 'Each folder can be deleted without touching another file but main.ts.',
    from: { path: '^connectors/([^/]+)/', pathNot: TEST_CODE },
    to: {
      path: '^(server|archive|client|connectors)/',
      pathNot: '^connectors/$1/|^server/contract/|^connectors/api/',
    },
  },
  {
    name: 'no slice depends on a connector',
    comment:
      'The watched folder is wired in one file; the examination runs the mail parser beside the server. connectors/api is common ground: port types, and the rule for names from outside.',
    from: { path: '^server/[^/]+/', pathNot: [TEST_CODE, '^server/posteingang/(watch-folder\\.ts$|examination/)'] },
    to: { path: '^connectors/', pathNot: '^connectors/api/' },
  },
  {
    name: 'the client knows the contract and nothing else of the server',
    from: { path: '^client/' },
    to: { path: '^(server|archive|connectors)/', pathNot: '^server/contract/' },
  },
  {
    name: 'the client runs in the browser',
    from: { path: '^client/', pathNot: TEST_CODE },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'KERN and the CDK stay inside client/ui and client/styles',
    comment: 'A new look or another behaviour library changes one folder.',
    from: { path: '^client/', pathNot: '^client/(ui|styles)/' },
    to: { path: 'node_modules/@kern-ux/|node_modules/@angular/(cdk|aria)/' },
  },
  {
    name: 'bpmn-js, form-js and pdf.js belong to screens',
    from: { path: '^client/', pathNot: '^client/screens/' },
    to: { path: 'node_modules/(bpmn-js|diagram-js|@bpmn-io|pdfjs-dist|camunda-bpmn-js|zeebe-bpmn)' },
  },
  {
    name: 'form-js and pdf.js are loaded when they are needed',
    comment: 'The inbox must open below its budget of 350 kB; both come with the first document or form.',
    from: { path: '^client/', pathNot: TEST_CODE },
    to: {
      path: 'node_modules/(@bpmn-io/form-js|pdfjs-dist)',
      dependencyTypesNot: ['dynamic-import', 'type-only', 'type-import', 'import-equals'],
    },
  },
  {
    name: 'the shell loads screens lazily',
    from: { path: '^client/(app/|main\\.ts$)', pathNot: TEST_CODE },
    to: {
      path: '^client/screens/',
      pathNot: '^client/screens/shared/',
      dependencyTypesNot: ['dynamic-import', 'type-only'],
    },
  },
  {
    name: 'the product imports no test code',
    from: { path: '^(server|archive|connectors|client)/', pathNot: TEST_CODE },
    to: { path: TEST_CODE },
  },
  {
    name: 'the product imports no development package',
    comment:
      'npm ci --omit=dev must give a server that runs. Icons are compiled into the client; one script is a step of the build.',
    from: { path: '^(server|archive|connectors|client)/', pathNot: [TEST_CODE, '^server/describe-responses\\.mjs$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@material-symbols' },
  },
  {
    name: 'every imported package is named in package.json',
    comment:
      'A package that only comes along with another one can vanish with its next version. Jest brings its globals.',
    from: {},
    to: {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'type-import'],
      pathNot: '@jest/globals',
    },
  },
  {
    name: 'every import can be found',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.angular|\\.stack)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.server.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
