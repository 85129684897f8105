/**
 * Runs a TypeScript script that imports the library, through Vite's module runner:
 *
 *   node --experimental-strip-types scripts/run.ts scripts/posters.ts [arguments]
 *
 * TensorFlow.js ships modules that Node cannot import by itself.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// TensorFlow.js asks Node's `require` for `util`; ES modules have none.
globalThis.require = createRequire(import.meta.url);

/** Components bring their style sheets along; a script has no use for them. */
const withoutStyles = {
  name: 'without-styles',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id.endsWith('.css') ? '\0no-styles' : undefined),
  load: (id: string) => (id === '\0no-styles' ? '' : undefined),
};

const [script, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], script, ...rest];
const { module } = await runnerImport<{ main(args: string[]): Promise<void> }>(resolve(script), {
  configFile: false,
  logLevel: 'warn',
  plugins: [withoutStyles],
  resolve: {
    alias: [
      {
        find: /^@tensorflow\/(tfjs-core|tfjs-backend-cpu)$/,
        replacement: '@tensorflow/$1/dist/index.js',
      },
    ],
    noExternal: [/@tensorflow/],
  },
  ssr: { noExternal: [/@tensorflow/] },
});
await module.main(rest);
