/**
 * Imports a module that uses the library, through Vite's module runner: TensorFlow.js ships modules that Node cannot
 * import by itself.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** Components bring their style sheets along; outside a page they are of no use. */
const withoutStyles = {
  name: 'without-styles',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id.endsWith('.css') ? '\0no-styles' : undefined),
  load: (id: string) => (id === '\0no-styles' ? '' : undefined),
};

/** The module at a path from the root of the repository. */
export async function importLibrary<Module>(path: string): Promise<Module> {
  // TensorFlow.js asks Node's `require` for `util`; ES modules have none.
  globalThis.require ??= createRequire(import.meta.url);
  const { module } = await runnerImport<Module>(resolve(path), {
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
  return module;
}
