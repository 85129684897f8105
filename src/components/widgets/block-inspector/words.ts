/** What is to be seen of a token's way through the blocks, in two sentences. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { largestAddition, type Reading } from '../../../lib/figures/stream.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';

export function seen(readings: readonly Reading[], token: number): string {
  const { station, ratio } = largestAddition(readings);
  const [first, last] = [readings[0]!, readings.at(-1)!];
  const who = tokenWords(token);
  return (
    `What changes ${who} most is ${branchName(readings[station]!.name)}: it adds ${ratio.toFixed(2)} times the token’s own length. ` +
    `From ${first.length.toFixed(2)} the token grows to ${last.length.toFixed(2)}, and its cosine with where it began ends at ${signed(last.withFirst, 2)}.`
  );
}

/** "block 2, MLP" as "the MLP of block 2". */
function branchName(station: string): string {
  const [block, branch] = station.split(', ');
  return `the ${branch} of ${block}`;
}
