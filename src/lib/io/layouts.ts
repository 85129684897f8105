/** How a parameter's numbers lie here and in PyTorch: dense weights turned over, patch projections as a kernel. */

/** `same`; `matrix`: [in, out] here, [out, in] there; `kernel`: [P²C, D] here, [D, C, P, P] there. */
export type Layout =
  { kind: 'same' } | { kind: 'matrix' } | { kind: 'kernel'; patchSize: number; inChannels: number };

/** The shape in PyTorch of a parameter of this shape here. */
export function shapeThere(shape: number[], layout: Layout): number[] {
  if (layout.kind === 'same') return shape;
  const [inputs, outputs] = shape;
  if (layout.kind === 'matrix') return [outputs, inputs];
  return [outputs, layout.inChannels, layout.patchSize, layout.patchSize];
}

/** Numbers as here → as there. */
export function toThere(values: Float32Array, shape: number[], layout: Layout): Float32Array {
  return moved(values, shape, layout, (here, there) => [there, here]);
}

/** Numbers as there → as here; `shape` is that of here. */
export function toHere(values: Float32Array, shape: number[], layout: Layout): Float32Array {
  return moved(values, shape, layout, (here, there) => [here, there]);
}

/** `pick` says which of the two places is written and which is read. */
function moved(
  values: Float32Array,
  shape: number[],
  layout: Layout,
  pick: (here: number, there: number) => [to: number, from: number],
): Float32Array {
  if (layout.kind === 'same') return values.slice();
  const [inputs, outputs] = shape;
  const result = new Float32Array(values.length);
  for (let input = 0; input < inputs; input++) {
    const column = layout.kind === 'matrix' ? input : kernelColumn(input, layout);
    for (let output = 0; output < outputs; output++) {
      const [to, from] = pick(input * outputs + output, output * inputs + column);
      result[to] = values[from];
    }
  }
  return result;
}

/** (row, column, channel) of a patch, counted as one number, as (channel, row, column). */
function kernelColumn(
  input: number,
  { patchSize: P, inChannels: C }: { patchSize: number; inChannels: number },
): number {
  const [pixel, channel] = [Math.floor(input / C), input % C];
  return channel * P * P + pixel;
}
