import { Select } from '../../controls/Select.tsx';
import { dataNames, type DataName } from '../../../lib/training/data-sets.ts';
import { withData } from '../../../lib/training/flat-settings.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';

/** The sets as the reader meets them. */
const names: Record<DataName, string> = {
  garments: 'garments',
  'shapes-relation': 'Shapes: relation',
  'shapes-position': 'Shapes: position',
  'shapes-texture': 'Shapes: texture',
  drawings: 'my drawings',
};

interface DataSetProps {
  settings: TrainingSettings;
  set: (settings: TrainingSettings) => void;
}

/** Which pictures to train on; the model follows. */
export function DataSet({ settings, set }: DataSetProps) {
  const choose = (name: string) =>
    set(
      withData(
        settings,
        dataNames.find((data) => names[data] === name)!,
      ),
    );
  return (
    <Select
      label="set"
      value={names[settings.data]}
      choices={dataNames.map((data) => names[data])}
      initial={names[defaultSettings.data]}
      onInput={choose}
    />
  );
}
