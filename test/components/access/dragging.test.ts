/** Whatever can be dragged or pointed at can be done without: by keys in its own place, or by a control beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = 'src/components';
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

/** Where a control beside it does the same: the file, and what in it does. */
const beside: Record<string, [file: string, control: string]> = {
  'widgets/activations/Figures.tsx': ['widgets/activations/Activations.tsx', 'type="range"'],
  'widgets/patch-cutter/Product.tsx': ['widgets/patch-cutter/Arithmetic.tsx', 'type="range"'],
  'widgets/patch-cutter/Sequence.tsx': ['widgets/patch-cutter/OrderControls.tsx', 'label="Later"'],
};

const pointed = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .filter((file) =>
    /onPointer(Down|Move)|onDragStart|onTouchStart|draggable(?!=\{false)/.test(read(file)),
  ) // prettier-ignore
  .filter((file) => !/onKeyDown/.test(read(file)));

test('nothing is done by dragging alone', () => {
  expect(pointed.sort()).toEqual(Object.keys(beside).sort());
  for (const [file, control] of Object.values(beside)) expect(read(file)).toContain(control);
});
