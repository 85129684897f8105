import { readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/find-browser.ts';

/** One copy of TensorFlow.js: the packages' main entries bundle their own core, `dist/index.js` shares it. */
const alias = [
  {
    find: /^@tensorflow\/(tfjs-core|tfjs-backend-cpu)$/,
    replacement: '@tensorflow/$1/dist/index.js',
  },
];

/** What browser tests import, so that Vite prepares it all at once: a second round would load second copies. */
const libraries = [
  '@observablehq/plot',
  '@preact/signals',
  'idb',
  'preact',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'preact/jsx-runtime',
  'preact/test-utils',
  'idb',
];

/** What the engine imports of TensorFlow.js. */
const prepared = ['webgl-kernels', 'gradients', 'backend-webgl', 'backend'].flatMap((name) =>
  [...readFileSync(`src/lib/engine/${name}.ts`, 'utf8').matchAll(/'(@tensorflow\/[^']+)'/g)].map(
    ([, specifier]) => specifier,
  ),
);

const units = ['test/{architecture,lib,components,scripts}/**/*.test.{ts,tsx}'];
/** Those that count what a module holds, name what it numbers, or replace it: each has its modules to itself. */
const alone = [
  'test/lib/engine/lab-faults.test.ts',
  'test/components/gallery/specimens.test.tsx',
  'test/lib/engine/computations/{forward,reading}.test.ts',
];
const unit = { environment: 'node' as const, server: { deps: { inline: [/@tensorflow/] } } };

const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        oxc,
        test: { ...unit, name: 'unit', include: units, exclude: alone, isolate: false },
      },
      {
        extends: true,
        oxc,
        test: { ...unit, name: 'unit-alone', include: alone },
      },
      {
        extends: true,
        oxc,
        define: { 'import.meta.env.FAULTS': 'true' },
        optimizeDeps: { include: [...libraries, ...new Set(prepared)] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: chromiumFlags },
            }),
          },
        },
      },
    ],
  },
});
