import type { DropPathFlowResult } from '../../../lib/engine/computations/drop-path-flow.ts';

interface ModesProps {
  result: DropPathFlowResult;
  names: readonly string[];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The same pictures in both modes: only training has masks. */
export function Modes({ result, names }: ModesProps) {
  const { classes, classNames, training, evaluation } = result;
  return (
    <div class="path-modes scroll" tabIndex={0} role="group" aria-label="Both modes">
      <table>
        <caption>
          The class that evaluation finds likeliest, and its probability in both modes
        </caption>
        <thead>
          <tr>
            <th scope="col">picture</th>
            <th scope="col">likeliest class</th>
            <th scope="col">at evaluation, no masks</th>
            <th scope="col">in training, these masks</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, b) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{classNames[classes[b]!]}</td>
              <td data-number={`evaluation-${b}`}>{percent(evaluation[b]!)}</td>
              <td data-number={`training-${b}`}>{percent(training[b]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
