/** The lab: a Vision Transformer that trains in the page, with everything that can be seen of it meanwhile. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Augmented } from './Augmented.tsx';
import { AttentionMaps } from './AttentionMaps.tsx';
import { Confusions } from './Confusions.tsx';
import { Curves } from './Curves.tsx';
import { Gallery } from './Gallery.tsx';
import { GradientNorm } from './GradientNorm.tsx';
import { Knobs } from './Knobs.tsx';
import { LabStatus } from './LabStatus.tsx';
import { Metrics } from './Metrics.tsx';
import { Mistakes } from './Mistakes.tsx';
import { OwnDrawings } from './OwnDrawings.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { isShown, Panels } from './Panels.tsx';
import { Positions } from './Positions.tsx';
import { RunsPanel } from './RunsPanel.tsx';
import { createRunsStore } from './runs-store.ts';
import { Start } from './Start.tsx';
import { Transport } from './Transport.tsx';
import { Walk } from './Walk.tsx';
import { createLabStore, type LabEngine, type LabStore } from './lab-store.ts';
import { phaseOf } from './lab-state.ts';
import { linkedSettings, rememberRunOfTab, runOfTab, writeAddress } from './lab-address.ts';
import { pageLab } from './page-lab.ts';
import { useLab, type LabPartProps } from './lab-view.ts';
import { titlePrefix } from './lab-words.ts';
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

async function pageEngine(): Promise<LabEngine> {
  return (await import('../../../lib/engine/client.ts')).startEngine();
}

export default function Lab({ openEngine = pageEngine, ...posters }: LabProps) {
  const store = useMemo(() => createLabStore(openEngine), [openEngine]);
  const runs = useMemo(createRunsStore, []);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const data = useLab(store, (state) => state.settings.data);
  const phase = useLab(store, phaseOf);
  const backend = useLab(store, ({ engine }) => engine?.backend);
  useEffect(() => {
    takeAddress(store);
    void store.start();
    pageLab.value = store;
    return () => {
      pageLab.value = null;
      store.stop();
    };
  }, [store]);
  useHiddenTab(store);
  useTitle(useLab(store, titlePrefix));

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
      <Start store={store} />
      <Knobs store={store} />
      <div class="lab-figures">
        <Panels store={store} />
        <Curves
          {...{ store, runs, compared }}
          loss={posters.lossPoster}
          accuracy={posters.accuracyPoster}
        />
        {isShown('attention') && <AttentionMaps store={store} poster={posters.attentionPoster} />}
        {isShown('positions') && <Positions store={store} poster={posters.positionsPoster} />}
        {isShown('your drawing') && <OwnPicture store={store} />}
        {isShown('confusions') && <Confusions store={store} />}
        {isShown('gradient') && <GradientNorm store={store} />}
        {isShown('pictures') && <Gallery store={store} poster={posters.galleryPoster} />}
        {isShown('mistakes') && <Mistakes store={store} />}
        {isShown('one step') && <Walk store={store} />}
        <Augmented store={store} />
        {data === 'drawings' && (
          <div class="full">
            <OwnDrawings />
          </div>
        )}
        {isShown('runs') && <RunsPanel {...{ store, runs, compared }} onCompare={setCompared} />}
      </div>
      <LabStatus store={store} />
      <Address store={store} />
    </section>
  );
}

/** The settings of the address, and the run that this tab had open with them. */
function takeAddress(store: LabStore): void {
  const linked = linkedSettings(location.search);
  if (linked) store.dispatch({ type: 'linked', ...linked });
  const id = runOfTab(store.state.value.settings);
  if (id !== null) store.dispatch({ type: 'open', id });
}

/** The address follows the knobs; the tab remembers its run once that has taken a step. Draws nothing. */
function Address({ store }: LabPartProps) {
  const settings = useLab(store, (state) => state.settings);
  const built = useLab(store, (state) => state.built);
  const id = useLab(store, ({ model, kept }) => (model && kept ? model.id : null));
  useEffect(() => void (built && writeAddress(settings)), [settings, built]);
  useEffect(() => void (built && id !== null && rememberRunOfTab(id, built)), [id, built]);
  return null;
}

function useHiddenTab(store: LabStore): void {
  useEffect(() => {
    const tell = () => store.dispatch({ type: 'hidden', hidden: document.hidden });
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [store]);
}

/** The run's progress before the page's own title. */
function useTitle(prefix: string): void {
  useEffect(() => {
    const own = document.title;
    document.title = prefix + own;
    return () => void (document.title = own);
  }, [prefix]);
}
