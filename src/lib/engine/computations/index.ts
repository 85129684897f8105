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
  attentionTimes: later(async () => (await import('./attention-times.ts')).attentionTimes),
  batchTokens: later(async () => (await import('./batch-tokens.ts')).batchTokens),
  blockDropout: later(async () => (await import('./block-dropout.ts')).blockDropout),
  dividedAfter: later(async () => (await import('./divided-after.ts')).dividedAfter),
  dividedAttention: later(async () => (await import('./divided-attention.ts')).dividedAttention),
  dividedHeads: later(async () => (await import('./divided-heads.ts')).dividedHeads),
  dropPathFlow: later(async () => (await import('./drop-path-flow.ts')).dropPathFlow),
  dropPathTimes: later(async () => (await import('./drop-path-times.ts')).dropPathTimes),
  dropoutDraws: later(async () => (await import('./dropout-draws.ts')).dropoutDraws),
  forward: later(async () => (await import('./forward.ts')).forward),
  gradientNorms: later(async () => (await import('./gradient-norms.ts')).gradientNorms),
  growPositions: later(async () => (await import('./grow-positions.ts')).growPositions),
  headDistances: later(async () => (await import('./head-distances.ts')).headDistances),
  interpolatePositions: later(
    async () => (await import('./interpolate-positions.ts')).interpolatePositions,
  ),
  learnedPositions: later(async () => (await import('./learned-positions.ts')).learnedPositions),
  logitLens: later(async () => (await import('./logit-lens.ts')).logitLens),
  maskedAttention: later(async () => (await import('./masked-attention.ts')).maskedAttention),
  mlpNeurons: later(async () => (await import('./mlp-neurons.ts')).mlpNeurons),
  modelParameters: later(async () => (await import('./model-parameters.ts')).modelParameters),
  normalise: later(async () => (await import('./normalise.ts')).normalise),
  parity: later(async () => (await import('./parity.ts')).parity),
  patchEmbedding: later(async () => (await import('./patch-embedding.ts')).patchEmbedding),
  patchFilters: later(async () => (await import('./patch-filters.ts')).patchFilters),
  qkvLayouts: later(async () => (await import('./qkv-layouts.ts')).qkvLayouts),
  readSequence: later(async () => (await import('./read-sequence.ts')).readSequence),
  rearrangeImage: later(async () => (await import('./rearrange-image.ts')).rearrangeImage),
  shiftTest: later(async () => (await import('./shift-test.ts')).shiftTest),
  shuffledAttention: later(async () => (await import('./shuffled-attention.ts')).shuffledAttention),
  switchedHeads: later(async () => (await import('./switched-heads.ts')).switchedHeads),
  symbolValues: later(async () => (await import('./symbol-values.ts')).symbolValues),
  tokenLocality: later(async () => (await import('./token-locality.ts')).tokenLocality),
  tokenOrder: later(async () => (await import('./token-order.ts')).tokenOrder),
  tokenReshapes: later(async () => (await import('./token-reshapes.ts')).tokenReshapes),
  trainHeads: later(async () => (await import('./train-heads.ts')).trainHeads),
  whyDivide: later(async () => (await import('./why-divide.ts')).whyDivide),
};
