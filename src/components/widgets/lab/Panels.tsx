import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

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

export const isShown = (panel: PanelName) => !hidden.value.includes(panel);

/** Which figures are in sight; remembered on this device. */
export function Panels({ asleep }: { asleep: boolean }) {
  useEffect(() => void (hidden.value = remembered()), []);
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
