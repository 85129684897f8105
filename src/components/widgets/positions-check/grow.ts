/** Trains a fresh table in short bursts, so that other widgets get their turn in between. */
import type { Engine } from '../../../lib/engine/client.ts';
import type {
  GrowPositionsRequest,
  GrowPositionsResult,
  GrowthState,
} from '../../../lib/engine/computations/grow-positions.ts';
import { burst, firstSeed, growthRequest } from '../table-grows/settings.ts';

/** The table after `steps` steps of telling rows and columns. */
export async function grown(engine: Engine, steps: number): Promise<GrowPositionsResult> {
  let state: GrowthState | null = null;
  for (;;) {
    const request: GrowPositionsRequest = {
      ...growthRequest('grid', firstSeed),
      steps: burst,
      state,
    };
    const { result } = await engine.compute('positions-check', 'growPositions', request);
    if (result.state.step >= steps) return result;
    state = result.state;
  }
}

export interface Score {
  /** How many of the marked places share the position's row or column. */
  hits: number;
  /** Mean cosine of the marked places, and of all others. */
  marked: number;
  others: number;
}

/** How the places that the reader marked compare with the rest. */
export function scoreOf(
  row: ArrayLike<number>,
  position: number,
  grid: number,
  marked: ReadonlySet<number>,
): Score {
  const places = Array.from(row, (_, place) => place).filter((place) => place !== position);
  const inLine = (place: number) =>
    place % grid === position % grid || Math.floor(place / grid) === Math.floor(position / grid);
  const mean = (of: number[]) => of.reduce((sum, place) => sum + row[place]!, 0) / of.length;
  return {
    hits: [...marked].filter(inLine).length,
    marked: mean(places.filter((place) => marked.has(place))),
    others: mean(places.filter((place) => !marked.has(place))),
  };
}
