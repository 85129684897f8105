/** The kinds of positions, by name: for those who count without computing. */

export const positionEmbeddings = [
  'learned',
  'lookup',
  'sinusoidal',
  'timingSignal',
  'sinusoidal2d',
  'sinusoidal2dMae',
  'none',
] as const;

export type PositionEmbedding = (typeof positionEmbeddings)[number];

/** Whether the table is a parameter. */
export function isLearned(positionEmbedding: PositionEmbedding): boolean {
  return positionEmbedding === 'learned' || positionEmbedding === 'lookup';
}
