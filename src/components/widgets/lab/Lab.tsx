/** The lab: a Vision Transformer that trains in the page, with everything that can be seen of it meanwhile. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { AttentionMaps } from './AttentionMaps.tsx';
import { Curves } from './Curves.tsx';
import { Gallery } from './Gallery.tsx';
import { Knobs } from './Knobs.tsx';
import { LabStatus } from './LabStatus.tsx';
import { Metrics } from './Metrics.tsx';
import { Positions } from './Positions.tsx';
import { Transport } from './Transport.tsx';
import { createLabStore, type LabEngine } from './lab-store.ts';
import { phaseOf } from './lab-state.ts';
import { useLab } from './lab-view.ts';
import './lab.css';
import './lab-figures.css';

interface LabProps {
  lossPoster?: ComponentChildren;
  accuracyPoster?: ComponentChildren;
  attentionPoster?: ComponentChildren;
  positionsPoster?: ComponentChildren;
  galleryPoster?: ComponentChildren;
  /** The page's engine unless told. */
  openEngine?: () => Promise<LabEngine>;
}

const pageEngine = async () => (await import('../../../lib/engine/client.ts')).startEngine();

export default function Lab({ openEngine = pageEngine, ...posters }: LabProps) {
  const store = useMemo(() => createLabStore(openEngine), [openEngine]);
  const phase = useLab(store, phaseOf);
  const backend = useLab(store, ({ engine }) => engine?.backend);
  useEffect(() => {
    void store.start();
    return store.stop;
  }, [store]);

  return (
    <section
      class="lab"
      aria-label="The lab"
      data-widget="lab"
      data-state={phase}
      data-backend={backend}
    >
      <Transport store={store} />
      <Metrics store={store} />
      <Knobs store={store} />
      <div class="lab-figures">
        <Curves store={store} loss={posters.lossPoster} accuracy={posters.accuracyPoster} />
        <AttentionMaps store={store} poster={posters.attentionPoster} />
        <Positions store={store} poster={posters.positionsPoster} />
        <Gallery store={store} poster={posters.galleryPoster} />
      </div>
      <LabStatus store={store} />
    </section>
  );
}
