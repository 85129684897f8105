import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'src/generated/', 'public/', 'test-results/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      'no-undef': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['scripts/**', '**/*.config.*'],
    rules: { 'no-console': 'off' },
  },
  {
    // A table of deliberate mistakes, one entry each.
    files: ['scripts/mutants/list.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['test/**', 'src/components/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
