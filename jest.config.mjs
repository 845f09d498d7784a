import { availableParallelism } from 'node:os';

/** Server code and everything that crosses a folder boundary: ESM, called with --experimental-vm-modules. */
const server = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // NodeNext wants `./x.js` in the source; under test the file is `./x.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.angular/', '<rootDir>/data/', '<rootDir>/.stack/'],
};

/**
 * Client code: CommonJS, called WITHOUT that flag. With it Node 24 fails ("module is not defined"), which is why
 * `npm test` makes two jest calls.
 */
const client = {
  displayName: 'client',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/client/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/client/test-setup.ts'],
  moduleFileExtensions: ['ts', 'html', 'js', 'json', 'mjs', 'svg'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  transform: {
    '\\.svg$': '<rootDir>/client/test-svg.cjs',
    '\\.(ts|js|mjs|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/client/tsconfig.spec.json', stringifyContentPathRegex: '\\.html$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!qr/|.*\\.(mjs|svg)$)'],
  modulePathIgnorePatterns: server.modulePathIgnorePatterns,
};

export default {
  // Tests may not depend on their order; a failing run prints its seed (`--seed`).
  randomize: true,
  // A hook that opens a database or a browser takes seconds on a busy machine with two cores; a hang is still found.
  testTimeout: 60_000,
  // Modules of a finished file stay in the process that ran it: 400 files in one filled 4 GB of heap and ended it.
  workerIdleMemoryLimit: '1500MB',
  // jest leaves one core to itself, which needs next to none: on two cores a single worker waited for its database and
  // its browser half of the time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...server,
      displayName: 'server',
      testMatch: ['<rootDir>/{server,archive,connectors}/**/*.spec.ts', '<rootDir>/test/house-rules/**/*.spec.ts'],
    },
    {
      ...server,
      displayName: 'system',
      testMatch: ['<rootDir>/test/{support,features,recovery,conformance,accessibility,security}/**/*.spec.ts'],
    },
    {
      ...server,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/stack/**/*.spec.ts'],
    },
    client,
  ],
};
