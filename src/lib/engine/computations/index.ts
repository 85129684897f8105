/**
 * Every computation that a widget can ask for, by name: plain arrays in, tensors inside, plain arrays out.
 *
 * Each comes in a file of its own when it is first asked for: the engine starts without them.
 */
type Compute<Request, Result> = (request: Request) => Promise<Result>;

/** A computation that is fetched at its first call; `load` fetches it alone, so that its time can be told apart. */
function later<Request, Result>(load: () => Promise<Compute<Request, Result>>) {
  const compute: Compute<Request, Result> = async (request) => (await load())(request);
  return Object.assign(compute, { load });
}

export const computations = {
  batchTokens: later(async () => (await import('./batch-tokens.ts')).batchTokens),
  forward: later(async () => (await import('./forward.ts')).forward),
  gradientNorms: later(async () => (await import('./gradient-norms.ts')).gradientNorms),
  growPositions: later(async () => (await import('./grow-positions.ts')).growPositions),
  interpolatePositions: later(
    async () => (await import('./interpolate-positions.ts')).interpolatePositions,
  ),
  learnedPositions: later(async () => (await import('./learned-positions.ts')).learnedPositions),
  modelParameters: later(async () => (await import('./model-parameters.ts')).modelParameters),
  normalise: later(async () => (await import('./normalise.ts')).normalise),
  parity: later(async () => (await import('./parity.ts')).parity),
  patchEmbedding: later(async () => (await import('./patch-embedding.ts')).patchEmbedding),
  tokenOrder: later(async () => (await import('./token-order.ts')).tokenOrder),
};
