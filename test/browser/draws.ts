/** Counts WebGL draw calls: wraps the context's prototype, so import it before the context is made. */
let draws = 0;

for (const name of ['drawElements', 'drawArrays'] as const) {
  const draw = WebGL2RenderingContext.prototype[name] as (...parameters: number[]) => void;
  WebGL2RenderingContext.prototype[name] = function (...parameters: number[]) {
    draws++;
    return draw.apply(this, parameters);
  };
}

/** Draw calls while `work` runs. */
export function countDraws(work: () => void): number {
  const before = draws;
  work();
  return draws - before;
}
