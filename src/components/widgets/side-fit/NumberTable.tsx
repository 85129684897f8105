import { HeadRow } from '../../figures/HeadRow.tsx';
import type { Fit } from './fit.ts';

/** Both sides: what is left over of them, and what each offer makes of them. */
export function NumberTable({ fit }: { fit: Fit }) {
  return (
    <details class="numbers">
      <summary>The numbers as a table</summary>
      <div tabIndex={0} role="group" aria-label="Both sides, and both offers">
        <table>
          <caption>Pixels, and how much the resized side is stretched</caption>
          <HeadRow of={['side', 'length', 'left over', 'cropped', 'resized', 'stretched']} />
          <tbody>
            {[
              { name: 'width', ...fit.across },
              { name: 'height', ...fit.down },
            ].map(({ name, side, over, cropped, resized, stretch }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{side}</td>
                <td data-number={`over ${name}`}>{over}</td>
                <td>{cropped}</td>
                <td>{resized}</td>
                <td data-number={`stretch ${name}`}>× {stretch.toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
