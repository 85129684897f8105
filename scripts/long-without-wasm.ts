/**
 * A Vite plugin: `long`, which TensorFlow.js brings along, without its WebAssembly.
 *
 * When it is loaded, it tries to compile a few bytes and does without them where it may not. Our pages' policy does not allow
 * it, and browsers report even the try.
 */
import type { Plugin } from 'vite';

const attempt = /try \{\s*wasm = new WebAssembly[\s\S]*?\} catch \(e\) \{[^}]*\}/;

export function longWithoutWasm(): Plugin {
  return {
    name: 'long-without-wasm',
    transform: {
      filter: { id: /\/node_modules\/long\/src\/long\.js/ },
      handler(code) {
        if (!attempt.test(code))
          return this.error('long has changed: its WebAssembly is not found');
        return { code: code.replace(attempt, ''), map: null };
      },
    },
  };
}
