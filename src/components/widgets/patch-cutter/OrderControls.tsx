import { Announced } from '../../controls/Announced.tsx';
import { Button } from '../../controls/Button.tsx';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { isRowByRow, movedTo, rowByRow, shuffled, type Order } from './order.ts';

interface OrderControlsProps {
  order: Order;
  /** The chosen patch, from 0. */
  patch: number;
  /** How the tokens of the patches in this order differ from the tokens moved; null until it is known. */
  difference: number | null;
  onOrder: (order: Order) => void;
}

/** Moves the chosen patch along the sequence, or all of them. */
export function OrderControls({ order, patch, difference, onOrder }: OrderControlsProps) {
  const place = order.indexOf(patch);
  const last = order.length - 1;
  const moved = !isRowByRow(order);
  return (
    <div class="cutter-order">
      <Announced class="pt">
        Patch {patch + 1} stands at place {place + 1}.{' '}
        {moved && difference !== null && (
          <>
            Embedded in this order, every token has gone along with its patch; largest difference{' '}
            <span data-number="order-difference">{scientific(difference)}</span>.
          </>
        )}
      </Announced>
      <div class="cutter-moves" role="group" aria-label="Order of the patches">
        <Button
          label="Earlier"
          reason={place === 0 ? 'it is the first' : null}
          onPress={() => onOrder(movedTo(order, patch, place - 1))}
        />
        <Button
          label="Later"
          reason={place === last ? 'it is the last' : null}
          onPress={() => onOrder(movedTo(order, patch, place + 1))}
        />
        <Button
          label="Shuffle"
          onPress={() => onOrder(shuffled(order.length, order.indexOf(0) + order[0]! + 1))}
        />
        <Button
          label="Row by row"
          reason={moved ? null : 'they stand row by row'}
          onPress={() => onOrder(rowByRow(order.length))}
        />
      </div>
    </div>
  );
}
