import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const CLOCK = 'Time comes from the Clock port, so that tests and the demo can move it (style.md, section 6).';

/** On top of the strict preset; every line says why it differs. */
const houseRules = {
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  // Ports are asynchronous because one adapter is, even where another is not.
  '@typescript-eslint/require-await': 'off',
  // Outside data has the type we hope for; a check against it is not superfluous.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // `return response.end()` leaves a handler at once; splitting it into two lines says nothing more.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // Ports are objects of functions, written as methods for reading; none of them uses `this`.
  '@typescript-eslint/unbound-method': 'off',
  // The state of a process is a JSON dictionary; entries leave it.
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // Spreading a text into its code points is the one right way to walk over it.
  '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  eqeqeq: ['error', 'smart'],
  'no-console': 'error',
  'max-lines': ['error', { max: 300 }],
  'no-restricted-syntax': [
    'error',
    { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: CLOCK },
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  ],
};

/** Tests may be sure of their own data, read back what they just wrote as JSON, and wait for real processes. */
const testRules = {
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-empty-function': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-base-to-string': 'off',
  '@typescript-eslint/restrict-template-expressions': 'off',
  'no-restricted-syntax': 'off',
};

const strict = [tseslint.configs.strictTypeChecked, tseslint.configs.stylistic];
const typesFrom = (project) => ({ parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

export default tseslint.config(
  { ignores: ['dist/', 'data/', '.angular/', '.stack/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{server,archive,connectors,test}/**/*.ts'],
    extends: strict,
    languageOptions: typesFrom('tsconfig.server.json'),
    rules: houseRules,
  },
  {
    files: ['client/**/*.ts'],
    extends: [...strict, angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: typesFrom('client/tsconfig.spec.json'),
    rules: {
      ...houseRules,
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'lm', style: 'kebab-case' },
          { type: 'attribute', prefix: 'lm', style: 'camelCase' },
        ],
      ],
    },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: false, allowBindToStyle: true }],
      // Icon buttons get their content and their accessible name from the input `label`.
      '@angular-eslint/template/elements-content': ['error', { allowList: ['label', 'lmIconButton'] }],
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/button-has-type': 'error',
    },
  },
  {
    // The clock itself, and adapters that live in the time of the machine: file ages, process starts, connections.
    files: ['server/platform/{clock.ts,objects/**,postgres/launcher/**,worker/**}', 'client/live/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // Programs for a terminal speak there.
  { files: ['server/main.ts', 'server/**/*-cli.ts', 'test/bench/**', 'test/stack/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{spec,testing,contract}.ts', 'test/**/*.ts', '**/*.contract-*.ts', 'archive/test-support/**'],
    rules: testRules,
  },
);
