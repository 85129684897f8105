/** Counts in words. */
import { torchinfoLines } from '../../../lib/model/other-tools.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import type { Summary } from '../../../lib/model/summary.ts';

export const whole = (value: number): string => value.toLocaleString('en-GB');

/** "17.56 billion", "173.23 million", "594,688". */
export function large(value: number): string {
  if (value >= 1e9) return `${(value / 1e9).toFixed(2)} billion`;
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} million`;
  return whole(value);
}

/** "330.23 MB": 10⁶ bytes, as torchinfo has it. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** What is to be seen. */
export function seen(
  name: string,
  config: VitConfig,
  { rows, parameters, multiplyAdds }: Summary,
): string {
  const inBlocks = rows
    .filter((row) => row.name.startsWith('blocks.'))
    .reduce((sum, row) => sum + row.parameters, 0);
  const share = ((100 * inBlocks) / parameters.total).toFixed(1);
  const batch = rows[0]!.inputShape[0]!;
  const images = batch === 1 ? 'One image costs' : `A batch of ${batch} costs`;
  const printed = torchinfoLines(config, batch).multiplyAdds!;
  return (
    `${name}: ${whole(parameters.total)} parameters, ${share} % of them in the ${config.depth} blocks. ` +
    `${images} ${large(multiplyAdds)} multiply-adds, with attention and every token counted; torchinfo would print ${large(printed)}.`
  );
}
