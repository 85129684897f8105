import { normKinds, type NormKind } from '../../../lib/figures/norm-groups.ts';
import { counted } from '../../../lib/figures/words.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { fittingGroups, groupChoices } from './batch.ts';
import {
  defaults,
  epsilons,
  largestBatch,
  most,
  normName,
  sources,
  type NormSettings,
  type Source,
} from './settings.ts';

interface ControlsProps {
  settings: NormSettings;
  change: (part: Partial<NormSettings>) => void;
  /** C of the numbers that are shown. */
  channels: number;
  /** What the last sample is called. */
  last: string;
}

export function Controls({ settings, change, channels, last }: ControlsProps) {
  const { norm, training, batch, by, batchesSeen } = settings;
  return (
    <div class="ctl">
      <label class="f">
        norm
        <select
          value={norm}
          title={`default: ${normName(defaults.norm, settings.source)}`}
          onInput={(event) => change({ norm: event.currentTarget.value as NormKind })}
        >
          {normKinds.map((kind) => (
            <option key={kind} value={kind}>
              {normName(kind, settings.source)}
            </option>
          ))}
        </select>
      </label>
      {norm === 'group' && <Groups {...{ settings, change, channels }} />}
      <Choices
        label="of"
        choices={sources}
        value={settings.source}
        onInput={(source) => change({ source: source as Source })}
      />
      <label class="f">
        batch B
        <input
          type="range"
          min={1}
          max={largestBatch}
          value={batch}
          onInput={(event) => change({ batch: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">{counted(batch, 'picture')}</output>
      </label>
      <Choices
        label="mode"
        choices={['training', 'evaluation']}
        value={training ? 'training' : 'evaluation'}
        onInput={(mode) => change({ training: mode === 'training' })}
      />
      {!training && (
        <label class="f">
          after
          <input
            type="range"
            aria-label="training batches seen"
            min={0}
            max={most.batchesSeen}
            value={batchesSeen}
            onInput={(event) => change({ batchesSeen: event.currentTarget.valueAsNumber })}
          />
          <output aria-live="off">{batchesSeen} training batches</output>
        </label>
      )}
      <label class="f">
        add to the last
        <input
          type="range"
          min={0}
          max={most.by}
          step={0.5}
          value={by}
          onInput={(event) => change({ by: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {last} + {by}
        </output>
      </label>
      <Choices
        label="ε"
        choices={Object.keys(epsilons)}
        value={settings.epsilon}
        onInput={(epsilon) => change({ epsilon })}
      />
      <Choices
        label="show"
        choices={['before', 'after']}
        value={settings.after ? 'after' : 'before'}
        onInput={(which) => change({ after: which === 'after' })}
      />
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}

interface ChoicesProps {
  label: string;
  choices: readonly string[];
  value: string;
  onInput: (value: string) => void;
}

const names: Record<string, string> = { ε: 'epsilon', of: 'Numbers', show: 'The sheets show' };

function Choices({ label, choices, value, onInput }: ChoicesProps) {
  return (
    <span class="f">
      <span class={label === 'ε' ? 'greek' : undefined}>{label}</span>
      <Segmented label={names[label] ?? label} value={value} choices={choices} onInput={onInput} />
    </span>
  );
}

function Groups({ settings, change, channels }: Omit<ControlsProps, 'last'>) {
  return (
    <label class="f">
      groups
      <select
        value={fittingGroups(settings.groups, channels)}
        title={`default: ${defaults.groups}`}
        onInput={(event) => change({ groups: +event.currentTarget.value })}
      >
        {groupChoices(channels).map((groups) => (
          <option key={groups} value={groups}>
            {groups}
          </option>
        ))}
      </select>
    </label>
  );
}
