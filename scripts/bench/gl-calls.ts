/** Counts what a page asks of WebGL 2, by wrapping the prototype: install it before a context is made. */
export interface GlCounts {
  draws: number;
  programs: number;
  /** Textures filled from JavaScript. */
  uploads: number;
  /** Of all textures that there are. */
  bytes: number;
  /** The most that `bytes` has been. */
  mostBytes: number;
}

type Method = (this: WebGL2RenderingContext, ...parameters: unknown[]) => unknown;

export interface GlCounter {
  counts: GlCounts;
  /** Takes the wrappers off again: what is timed must not carry them. */
  remove(): void;
}

export function countGlCalls(): GlCounter {
  const counts: GlCounts = { draws: 0, programs: 0, uploads: 0, bytes: 0, mostBytes: 0 };
  const textures = new WeakMap<object, number>();
  const resize = (texture: object | null, bytes: number) => {
    if (!texture) return;
    counts.bytes += bytes - (textures.get(texture) ?? 0);
    counts.mostBytes = Math.max(counts.mostBytes, counts.bytes);
    textures.set(texture, bytes);
  };
  const restores = [
    ...['drawElements', 'drawArrays'].map((name) => before(name, () => counts.draws++)),
    before('linkProgram', () => counts.programs++),
    before('texSubImage2D', () => counts.uploads++),
    before('texImage2D', (gl, parameters) => {
      if (parameters.length > 8 && parameters[8]) counts.uploads++;
      const [, , format, width, height] = parameters as number[];
      resize(bound(gl), bytesOf(format, width, height));
    }),
    before('texStorage2D', (gl, parameters) => {
      const [, , format, width, height] = parameters as number[];
      resize(bound(gl), bytesOf(format, width, height));
    }),
    before('deleteTexture', (_, [texture]) => resize(texture as object | null, 0)),
  ];
  return { counts, remove: () => restores.forEach((restore) => restore()) };
}

/** Runs `watch` before each call of a method; returns what undoes that. */
function before(
  name: string,
  watch: (gl: WebGL2RenderingContext, parameters: unknown[]) => void,
): () => void {
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, Method>;
  const method = methods[name];
  methods[name] = function (...parameters) {
    watch(this, parameters);
    return method.apply(this, parameters);
  };
  return () => (methods[name] = method);
}

function bound(gl: WebGL2RenderingContext): object | null {
  return gl.getParameter(gl.TEXTURE_BINDING_2D) as object | null;
}

const { RGBA32F, RGBA16F, RGBA8, RGBA, R32F, R16F, R32I, R32UI, R8, RED } = WebGL2RenderingContext;
const texelBytes: Record<number, number> = {
  [RGBA32F]: 16,
  [RGBA16F]: 8,
  [RGBA8]: 4,
  [RGBA]: 4,
  [R32F]: 4,
  [R32I]: 4,
  [R32UI]: 4,
  [R16F]: 2,
  [R8]: 1,
  [RED]: 1,
};

function bytesOf(format: number, width: number, height: number): number {
  const size = texelBytes[format];
  if (size === undefined)
    throw new Error(
      `WebGL texture format ${format} has no known size: it stands in no table here.`,
    );
  return size * width * height;
}
