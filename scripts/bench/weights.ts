/** The weights that every contestant begins with: made by Node, fetched by the page. */
import { decodeSafetensors, storedValues, type NamedArray } from '../../src/lib/io/safetensors.ts';

export const weightsPath = '/weights.safetensors';

export async function fetchWeights(): Promise<NamedArray[]> {
  const response = await fetch(weightsPath);
  if (!response.ok) throw new Error(`${weightsPath}: ${response.status}`);
  const { tensors } = decodeSafetensors(new Uint8Array(await response.arrayBuffer()));
  return [...tensors].map(([name, stored]) => ({
    name,
    shape: stored.shape,
    values: storedValues(stored),
  }));
}
