import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../controls/Button.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { Runs } from './Runs.tsx';
import { readRunFile, saveRunFile } from './run-files.ts';
import type { RunsStore } from './runs-store.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

interface RunsPanelProps extends LabPartProps {
  runs: RunsStore;
  compared: readonly string[];
  onCompare: (compared: string[]) => void;
}

/** The runs kept on this device, with what can be done to them; export and import. */
export function RunsPanel({ store, runs, compared, onCompare }: RunsPanelProps) {
  const current = useLab(store, ({ model, kept }) => (model && kept ? model.id : null));
  const lasting = useLab(store, ({ kept }) => kept?.lasting ?? true);
  const built = useLab(store, (state) => state.built !== null);
  const message = useSignal('');
  const { list, problem } = runs;
  useEffect(() => {
    runs.start();
    return runs.stop;
  }, [runs]);

  const attempt = async (work: () => Promise<unknown>) => {
    message.value = '';
    await work().catch((error: Error) => (message.value = error.message));
  };
  /** The run at hand as it stands, with pictures to check it by; another one as it was kept. */
  const save = async (id: string | null) => {
    const atHand = id === null || id === current;
    await saveRunFile(atHand ? await store.give() : { run: await runs.load(id), samples: null });
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    void attempt(async () => store.dispatch({ type: 'adopt', run: await readRunFile(file) }));
  };
  const duplicate = (id: string) => {
    const run = list.value.runs.find((one) => one.id === id);
    if (run) store.dispatch({ type: 'set', settings: run.settings });
  };

  /** The open run would be written again at its next save. */
  const remove = (id: string) => {
    if (id === current)
      message.value = 'This run is open: Reset, or open another, before deleting it.';
    else runs.remove(id);
  };

  return (
    <Panel
      class="full"
      title="Runs."
      reading={`Kept ${lasting ? 'on this device' : 'while this page is open'} as they train. Tick to lay a run’s curves over this one’s.`}
    >
      <Runs
        runs={list.value.runs}
        damaged={list.value.damaged}
        current={current}
        compared={compared}
        onCompare={onCompare}
        onOpen={(id) => store.dispatch({ type: 'open', id })}
        onRename={(id, name) => runs.change(id, { name })}
        onPin={(id, pinned) => runs.change(id, { pinned })}
        onDuplicate={duplicate}
        onDelete={remove}
        onExport={(id) => void attempt(() => save(id))}
      />
      <div class="run-files">
        <Button
          label="Export this run"
          reason={built ? null : 'There is no run yet.'}
          hint="A zip: weights as safetensors, a PyTorch script that finds the same logits, curves, a model card."
          onPress={() => void attempt(() => save(null))}
        />
        <label class="btn run-import">
          Import a run
          <input
            type="file"
            accept=".zip,.safetensors"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p role="status">{message.value || problem.value}</p>
      </div>
    </Panel>
  );
}
