/** What the linter holds the code to; the arrows between folders are held by app/architecture.test.ts. */
import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The clock is a parameter: only the edge reads it. */
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a parameter: take `now`.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is a parameter: take `now`.' },
]
/** Names for what the language can do and Node cannot run, or the glossary does not want. */
const shapes = [
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of strings.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
]

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'data/', 'app/i18n/paraglide/', 'docs/', 'public/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A loader or action throws the answer that ends it: redirect() and data(), whose types cannot be named here.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', ...clock, ...shapes],
    },
  },
  {
    files: ['app/world.server.ts', 'app/server/**', 'app/commands/**', 'e2e/**', '**/*.test.{ts,tsx}', 'db/migrate.ts', 'db/seed.ts', 'db/test-*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shapes] },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Matchers and parsed bodies are `any`; a wrong one fails the test.
    files: ['**/*.test.{ts,tsx}', 'app/test-setup.ts', 'e2e/**'],
    rules: Object.fromEntries(['assignment', 'argument', 'call', 'member-access', 'return'].map(kind => [`@typescript-eslint/no-unsafe-${kind}`, 'off'])),
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      // What scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'group', 'tabpanel'], allowExpressionValues: true }],
      // Tables that fold on a phone say their roles, for `display` takes them away.
      'jsx-a11y/no-redundant-roles': ['error', { nav: ['navigation'], ul: ['list'], table: ['table'], thead: ['rowgroup'], tbody: ['rowgroup'], tr: ['row'] }],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { td: ['cell'], th: ['columnheader', 'rowheader'], tr: ['none', 'presentation'] }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
)
