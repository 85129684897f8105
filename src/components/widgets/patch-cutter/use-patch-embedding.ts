/** The patch cutter's line to the engine: asks for the embedding whenever the patch side changes. */
import { useEffect, useState } from 'preact/hooks';
import type { BackendName, PatchEmbeddingResult } from '../../../lib/engine/protocol.ts';
import type { Photograph } from './cut.ts';
import { loadPhotograph } from './load-photograph.ts';
import { embedDim, seed } from './settings.ts';

export type WidgetState = 'poster' | 'loading' | 'ready' | 'busy' | 'failed';

export interface Embedding {
  state: WidgetState;
  backend?: BackendName;
  /** What the engine wants the reader to know about where it runs. */
  announcement?: string | null;
  /** The last result, with the patch side that it belongs to. */
  result?: PatchEmbeddingResult & { patchSize: number; milliseconds: number };
  failure?: string;
}

/** After this many milliseconds without an answer the widget says that it computes. */
const patience = 150;

export function usePatchEmbedding(
  photograph: Photograph,
  patchSize: number,
): [Embedding, () => void] {
  const [embedding, setEmbedding] = useState<Embedding>({ state: 'poster' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    const update = (change: Partial<Embedding>) =>
      current && setEmbedding((before) => ({ ...before, ...change }));
    const late = setTimeout(
      () =>
        setEmbedding((before) =>
          current && before.result ? { ...before, state: 'busy' } : before,
        ),
      patience,
    );
    setEmbedding((before) => (before.result ? before : { ...before, state: 'loading' }));
    embed(photograph, patchSize)
      .then((found) => update({ ...found, state: 'ready', failure: undefined }))
      .catch((error: Error) => {
        if (error.name !== 'SupersededError') update({ state: 'failed', failure: error.message });
      })
      .finally(() => clearTimeout(late));
    return () => {
      current = false;
      clearTimeout(late);
    };
  }, [photograph.src, patchSize, attempt]);

  return [embedding, () => setAttempt(attempt + 1)];
}

async function embed(photograph: Photograph, patchSize: number) {
  const { startEngine } = await import('../../../lib/engine/client.ts');
  const [engine, image] = await Promise.all([
    startEngine(),
    photograph.pixels ?? loadPhotograph(photograph),
  ]);
  const { result, milliseconds } = await engine.compute('patch-cutter', 'patchEmbedding', {
    image,
    imageSize: photograph.size,
    inChannels: photograph.channels,
    patchSize,
    embedDim,
    seed,
  });
  const { backend, announcement } = engine.info;
  return { backend, announcement, result: { ...result, patchSize, milliseconds } };
}
