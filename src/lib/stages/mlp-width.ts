/** M, the width of the hidden layer: for those who count without computing. */

/** M: D · ratio, rounded down as in timm. */
export function mlpWidth({
  embedDim,
  mlpRatio,
}: {
  embedDim: number;
  mlpRatio: number;
}): number {
  return Math.floor(embedDim * mlpRatio);
}
