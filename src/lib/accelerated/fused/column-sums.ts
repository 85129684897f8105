/** The gradient of everything that is added to each row alike: the sum over the rows. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { draw } from './draw.ts';

/** [rows, columns] → [columns]; the number of rows must be even. */
export function columnSums(x: Tensor): Tensor {
  const [rows, columns] = x.shape;
  return draw({
    name: 'column sums',
    inputs: { x },
    shape: [columns!],
    code: `
      vec2 total = vec2(0.);
      for (int row = 0; row < ${rows}; row += 2) { vec4 x = xAt(row, index); total += x.xy + x.zw; }
      return vec4(total, 0., 0.);`,
  });
}
