import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { phaseOf } from './lab-state.ts';
import { useLab, type LabPartProps } from './lab-view.ts';

/** The lab's figures that can be put away, in the order in which they stand. */
export const panelNames = [
  'loss',
  'accuracy',
  'attention',
  'positions',
  'your drawing',
  'confusions',
  'gradient',
  'one step',
  'pictures',
  'mistakes',
  'runs',
] as const;
export type PanelName = (typeof panelNames)[number];

const key = 'lab-panels-hidden';
const hidden = signal<readonly PanelName[]>([]);

/** Those that are drawn from the engine's snapshots. */
const ofSnapshots: readonly PanelName[] = ['attention', 'positions', 'your drawing', 'pictures'];

export const isShown = (panel: PanelName) => !hidden.value.includes(panel);

/** Which figures are in sight; remembered on this device. */
export function Panels({ store }: LabPartProps) {
  const asleep = useLab(store, (state) => phaseOf(state) === 'poster');
  const pauses = useLab(store, (state) => state.pauseWhenHidden);
  useEffect(() => void (hidden.value = remembered()), []);
  const snapshots = ofSnapshots.some(isShown);
  useEffect(() => store.dispatch({ type: 'sight', snapshots }), [snapshots]);
  const toggle = (panel: PanelName) => {
    hidden.value = isShown(panel) ? [...hidden.value, panel] : hidden.value.filter((one) => one !== panel); // prettier-ignore
    remember(hidden.value);
  };
  return (
    <fieldset class="lab-panels" disabled={asleep}>
      <legend>Show</legend>
      {panelNames.map((panel) => (
        <label key={panel}>
          <input type="checkbox" checked={isShown(panel)} onInput={() => toggle(panel)} /> {panel}
        </label>
      ))}
      <label class="lab-hidden">
        <input
          type="checkbox"
          checked={pauses}
          onInput={() => store.dispatch({ type: 'whenHidden', pause: !pauses })}
        />{' '}
        pause while this tab is hidden
      </label>
    </fieldset>
  );
}

function remembered(): PanelName[] {
  try {
    const names = (localStorage.getItem(key) ?? '').split(',');
    return panelNames.filter((panel) => names.includes(panel));
  } catch {
    return []; // no storage: everything is in sight
  }
}

function remember(names: readonly PanelName[]): void {
  try {
    localStorage.setItem(key, names.join(','));
  } catch {
    // no storage: it holds until the page is left
  }
}
