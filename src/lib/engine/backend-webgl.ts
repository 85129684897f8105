/** The WebGL backend on a context that we make ourselves; loaded only where WebGL is tried. */
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util';
import '@tensorflow/tfjs-backend-webgl/dist/flags_webgl';
import { registerWebglKernels } from './webgl-kernels.ts';

const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  powerPreference: 'high-performance',
};

/** @throws Error when the browser gives no WebGL 2 context. */
export function createWebglBackend(): {
  backend: MathBackendWebGL;
  context: WebGL2RenderingContext;
} {
  const canvas = createCanvas();
  const context = canvas.getContext('webgl2', attributes) as WebGL2RenderingContext | null;
  if (!context) throw new Error('this browser gives no WebGL 2 context');
  setWebGLContext(2, context);
  registerWebglKernels();
  return { backend: new MathBackendWebGL(), context };
}

function createCanvas(): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  if (typeof document !== 'undefined') return document.createElement('canvas');
  throw new Error('there is neither an OffscreenCanvas nor a document');
}
