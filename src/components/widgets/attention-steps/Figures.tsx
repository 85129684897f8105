import { useMemo } from 'preact/hooks';
import { entropy, heaviest, matrixRow, meetingOf } from '../../../lib/figures/attention-head.ts';
import { effectiveCount } from '../../../lib/figures/attention.ts';
import { halfStopColour, rampHalfStop } from '../../../lib/figures/ramps.ts';
import { placeWords, tokenName, tokenWords } from '../../../lib/figures/token-names.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { PatchPicture, pictureOfInput } from '../../model/PatchPicture.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { Matrix } from './Matrix.tsx';
import { RowBars } from './RowBars.tsx';
import type { View } from './use-view.ts';
import { seen } from './words.ts';

interface FiguresProps {
  view: View;
  query: number;
  /** Null for the key with the largest weight. */
  chosenKey: number | null;
  onChoose: (choice: { query?: number; key?: number }) => void;
}

/** The picture under one row of weights, all rows, the row as bars, and the arithmetic of one cell. */
export function Figures({ view, query, chosenKey, onChoose }: FiguresProps) {
  const { head, divisor } = view;
  const { tokens, weights } = head;
  const key = chosenKey ?? heaviest(head, query);
  const row = matrixRow(weights, tokens, query);
  const meeting = useMemo(() => meetingOf(head, query, key, divisor), [head, query, key, divisor]);
  const effective = effectiveCount(row);
  return (
    <>
      <Announced class="seen">{seen(head, query, key)}</Announced>
      <div class="query-panels">
        <Panel
          title={`The picture as ${tokenWords(query)} weighs it.`}
          reading={
            <>
              Red: the <span class="query">query</span>. Dashed: <span class="key">the key</span>,{' '}
              {tokenWords(key)}.
            </>
          }
        >
          <Picture {...{ view, query, onChoose }} keyToken={key} />
        </Panel>
        <Panel
          title="All weights."
          reading={
            <>
              <span class="query">Queries</span> down, <span class="key">keys</span> across; row and
              column 0 are the <span class="cls">class token</span>.
            </>
          }
        >
          <Matrix
            head={head}
            query={query}
            keyToken={key}
            onCell={(to, other) => onChoose({ query: to, key: other })}
          />
        </Panel>
        <Panel
          title={`The row of ${tokenWords(query)} on its own.`}
          reading={`${tokens} weights that sum to 1.`}
        >
          <RowBars
            weights={row}
            keyToken={key}
            name={`Weights of ${tokenWords(query)} on ${tokens} keys; ${tokenName(key)} has ${row[key]!.toFixed(3)}.`}
            onKey={(to) => onChoose({ key: to })}
          />
          <p class="steps-effective">
            <span data-number="effective">{effective.toFixed(1)}</span> effective tokens of {tokens}
            , entropy <span data-number="entropy">{entropy(row).toFixed(2)}</span> of at most{' '}
            {Math.log(tokens).toFixed(2)} nats
          </p>
        </Panel>
      </div>
      <Arithmetic {...{ meeting, query, divisor }} keyToken={key} />
    </>
  );
}

interface PictureProps extends Pick<FiguresProps, 'view' | 'query' | 'onChoose'> {
  keyToken: number;
}

/** The map over the picture, with the class token, which has no place in it, below. */
function Picture({ view, query, keyToken, onChoose }: PictureProps) {
  const { head, input } = view;
  const picture = useMemo(() => pictureOfInput(input), [input]);
  const row = matrixRow(head.weights, head.tokens, query);
  const most = Math.max(...row);
  const map = useMemo(() => row.subarray(1), [head, query]);
  const toClass = row[0]!;
  const grid = Math.sqrt(head.tokens - 1);
  const place = placeWords(query, grid);
  return (
    <>
      <PatchPicture
        image={picture}
        grid={grid}
        map={map}
        most={most}
        chosen={query - 1}
        onChoose={(patch) => onChoose({ query: patch + 1 })}
        second={keyToken - 1}
        onChooseSecond={(patch) => onChoose({ key: patch + 1 })}
        name={`The picture as ${tokenWords(query)} weighs it${place && `, ${place}`}.`}
      />
      <p class="keyline">
        <span>0</span>
        <i />
        <span>{most.toFixed(2)}</span>
        <button
          type="button"
          class="steps-class"
          aria-pressed={query === 0}
          data-key={keyToken === 0 || undefined}
          onClick={() => onChoose({ query: 0 })}
        >
          <i style={`background:${halfStopColour('seq', rampHalfStop(toClass / most))}`} />
          class token {toClass.toFixed(2)}
        </button>
      </p>
    </>
  );
}
