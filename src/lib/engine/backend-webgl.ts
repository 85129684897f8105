/** The WebGL backend on a context that we make ourselves; loaded only where WebGL is tried. */
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util';
import { GPGPUContext } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_context';
import '@tensorflow/tfjs-backend-webgl/dist/flags_webgl';
import { env } from '@tensorflow/tfjs-core';
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

/** @throws Error in plain words when the browser gives no WebGL 2, or the GPU no textures of 32-bit numbers. */
export function createWebglBackend(): {
  backend: MathBackendWebGL;
  context: WebGL2RenderingContext;
} {
  const context = createContext();
  checkTextures(context);
  setWebGLContext(2, context);
  registerWebglKernels();
  // One program for all shapes where a kernel can: a page's figures are there sooner by a sixth, training loses nothing.
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  // With a GPGPUContext of its own a backend shares no programs with one that was there before.
  return { backend: new MathBackendWebGL(new GPGPUContext(context)), context };
}

/** On either canvas: some browsers have an OffscreenCanvas that knows no WebGL. */
function createContext(): WebGL2RenderingContext {
  for (const canvas of canvases()) {
    const context = canvas.getContext('webgl2', attributes) as WebGL2RenderingContext | null;
    if (context) return context;
  }
  throw new Error('this browser gives no WebGL 2');
}

function* canvases(): Generator<OffscreenCanvas | HTMLCanvasElement> {
  if (typeof OffscreenCanvas !== 'undefined') yield new OffscreenCanvas(1, 1);
  if (typeof document !== 'undefined') yield document.createElement('canvas');
}

/** With 16 bits the squares of gradients vanish and training falls apart: such a GPU is not used at all. */
function checkTextures(context: WebGL2RenderingContext): void {
  if (context.getExtension('EXT_color_buffer_float')) return;
  const half = context.getExtension('EXT_color_buffer_half_float');
  throw new Error(
    half
      ? 'this GPU writes numbers of 16 bits only, too few to train with'
      : 'this GPU writes no textures of fractions',
  );
}
