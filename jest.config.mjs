const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
];

const server = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.angular/'],
};

export default {
  randomize: true,
  projects: [
    {
      ...server,
      displayName: 'server',
      testMatch: ['<rootDir>/{server,archive,connectors}/**/*.spec.ts', '<rootDir>/test/house-rules/**/*.spec.ts'],
    },
    {
      ...server,
      displayName: 'system',
      testMatch: ['<rootDir>/test/{support,features,recovery,conformance,accessibility}/**/*.spec.ts'],
    },
  ],
};
