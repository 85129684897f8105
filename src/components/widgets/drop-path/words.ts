/** What drop path did to a batch, in a sentence. */
import type { Counts } from './counts.ts';

const short = (value: number) => String(Math.round(value * 10) / 10);

export function seen(counts: Counts, depth: number, oneDraw: boolean): string {
  const { depths, mean, expectedDepth, distinct, vanished, expectedVanished } = counts;
  const [least, most] = [Math.min(...depths), Math.max(...depths)];
  const range = least === most ? `${least}` : `${least} to ${most}`;
  const times = vanished === 1 ? 'once' : `${vanished} times`;
  return (
    `Of ${depth} blocks the ${depths.length} samples pass ${range}, ${short(mean)} on average; ${short(expectedDepth)} are expected. ` +
    `There are ${distinct} different depths, and a sample passes a block unchanged ${times}; ${short(expectedVanished)} times are expected with ${oneDraw ? 'one draw for both branches' : 'a draw for each branch'}.`
  );
}
