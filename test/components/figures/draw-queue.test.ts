import { expect, test } from 'vitest';
import { createDrawQueue } from '../../../src/components/figures/draw-queue.ts';

/** A clock that stands still until it is told to go on; drawing takes as long as it says. */
function clockwork() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const tasks: string[][] = [];
  return {
    tasks,
    clock: {
      now: () => time,
      later: (run: () => void, milliseconds: number) =>
        void timers.push({ at: time + milliseconds, run }),
    },
    /** A drawing that takes some milliseconds. */
    drawing: (name: string, milliseconds: number) => () => {
      tasks.at(-1)!.push(name);
      time += milliseconds;
    },
    /** Runs every task that is due until then. */
    advance(to: number) {
      for (;;) {
        const next = timers.filter(({ at }) => at <= to).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        tasks.push([]);
        next.run();
      }
      time = Math.max(time, to);
    },
  };
}

const limits = { interval: () => 300, budget: 8 };

test('long drawings come in tasks of their own, short ones together', () => {
  const { clock, drawing, advance, tasks } = clockwork();
  const queue = createDrawQueue(limits, clock);
  queue.request({}, drawing('long', 20));
  for (const name of ['a', 'b', 'c']) queue.request({}, drawing(name, 1));
  advance(100);
  expect(tasks.filter((task) => task.length > 0)).toEqual([['long'], ['a', 'b', 'c']]);
});

test('a figure is drawn at most every 300 ms, with its newest request', () => {
  const { clock, drawing, advance, tasks } = clockwork();
  const queue = createDrawQueue(limits, clock);
  const figure = {};
  for (let time = 0; time < 900; time += 50) {
    queue.request(figure, drawing(`at ${time}`, 0));
    advance(time + 49);
  }
  advance(2000);
  expect(tasks.flat()).toEqual(['at 0', 'at 300', 'at 600', 'at 850']);
});

test('what is cancelled is not drawn', () => {
  const { clock, drawing, advance, tasks } = clockwork();
  const queue = createDrawQueue(limits, clock);
  const figure = {};
  queue.request(figure, drawing('never', 0));
  queue.cancel(figure);
  advance(1000);
  expect(tasks.flat()).toEqual([]);
});
