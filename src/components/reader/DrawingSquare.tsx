import { useSignal } from '@preact/signals';
import { useCallback, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { addStroke, inkOf, type Point } from '../../lib/images/drawing.ts';
import { pictureOf } from '../../lib/figures/pictures.ts';
import { mix, type Palette } from '../../lib/figures/ramps.ts';
import { Button } from '../controls/Button.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { CanvasPicture } from '../figures/CanvasPicture.tsx';
import { drawingSide as side, tips, type DrawingState, type Tip } from './draw-state.ts';
import './drawing-square.css';

const grid = 28;
/** Cells that an arrow key moves the pen; with Shift, one. */
const keyStep = side / grid;
const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface DrawingSquareProps {
  drawing: DrawingState;
  /** What can be done with the drawing, after the tools. */
  children?: ComponentChildren;
}

/** Why there is nothing to do with a drawing yet; null when there is. */
export function emptyReason({ strokes }: DrawingState): string | null {
  return strokes.value.length === 0 ? 'Nothing is drawn yet.' : null;
}

/** A small square to draw on, by pointer or with the arrow keys, and its tools. */
export function DrawingSquare({ drawing, children }: DrawingSquareProps) {
  const [tool, setTool] = useState<PadProps['tool']>('pen');
  const [tip, setTip] = useState<Tip>('medium');
  const empty = emptyReason(drawing);
  return (
    <div class="draw-panel">
      <Pad drawing={drawing} tool={tool} tip={tip} />
      <div class="draw-tools">
        <Segmented
          label="tool"
          value={tool}
          choices={['pen', 'rubber']}
          onInput={(value) => setTool(value as PadProps['tool'])}
        />
        <Segmented
          label="tip"
          value={tip}
          choices={Object.keys(tips)}
          onInput={(value) => setTip(value as Tip)}
        />
        <Button label="Undo" reason={empty} onPress={drawing.undo} />
        <Button label="Clear" reason={empty} onPress={drawing.clear} />
        {children}
      </div>
    </div>
  );
}

interface PadProps {
  drawing: DrawingState;
  tool: 'pen' | 'rubber';
  tip: Tip;
}

/** The square itself: one focus stop, a red ring where the keyboard's pen is. */
function Pad({ drawing, tool, tip }: PadProps) {
  const where = useId();
  const at = useSignal<Point>({ x: side / 2, y: side / 2 });
  const down = useSignal(false);
  const pressed = useRef(false);
  const strokes = drawing.strokes.value;
  const finished = useMemo(() => inkOf(strokes.slice(0, -1), side), [strokes.length]);
  const picture = useCallback(
    ({ paper, ink }: Palette) => {
      const cells = finished.slice();
      for (const stroke of strokes.slice(-1)) addStroke(cells, side, stroke);
      return pictureOf(side, side, (x, y) => mix(paper, ink, cells[y * side + x]! / 255));
    },
    [strokes],
  );

  const press = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = true;
    down.value = false;
    drawing.begin(tool, tip, pointOf(event, event.currentTarget));
  };
  const move = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (!pressed.current) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const target = event.currentTarget;
    drawing.extend(...(events.length ? events : [event]).map((one) => pointOf(one, target)));
  };
  const release = () => (pressed.current = false);

  const key = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const arrow = arrows[event.key];
    if (event.key === ' ') {
      down.value = !down.value;
      if (down.value) drawing.begin(tool, tip, at.value);
    } else if (arrow) {
      const step = event.shiftKey ? 1 : keyStep;
      at.value = { x: within(at.value.x + arrow.x * step), y: within(at.value.y + arrow.y * step) };
      if (down.value) drawing.extend(at.value);
    } else return;
    event.preventDefault();
  };

  const place = [at.value.x, at.value.y].map((value) => Math.round(value / keyStep));
  return (
    <div>
      <div
        class="pad"
        tabIndex={0}
        role="application"
        aria-label="Drawing square. Arrow keys move the pen, Space puts it down and lifts it."
        aria-describedby={where}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={key}
        onBlur={() => (down.value = false)}
      >
        <CanvasPicture picture={picture} />
        <i
          class={down.value ? 'pad-pen down' : 'pad-pen'}
          style={{ left: `${(at.value.x / side) * 100}%`, top: `${(at.value.y / side) * 100}%` }}
        />
      </div>
      <p class="pad-where" id={where} aria-live="polite">
        {tool} {down.value ? 'down' : 'up'}, column {place[0]} of {grid}, row {place[1]}
      </p>
    </div>
  );
}

function within(value: number): number {
  return Math.min(side, Math.max(0, value));
}

function pointOf(event: { clientX: number; clientY: number }, target: Element): Point {
  const box = target.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * side,
    y: ((event.clientY - box.top) / box.height) * side,
  };
}
