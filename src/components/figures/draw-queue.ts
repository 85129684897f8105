/**
 * Draws figures without ever holding the page up: a few milliseconds of drawing per task, each figure at most every
 * `interval` milliseconds, and only its newest request.
 */
export interface DrawQueue {
  /** Draws soon; a newer request with the same key takes the place of one that waits. */
  request(key: object, draw: () => void): void;
  cancel(key: object): void;
}

export interface DrawClock {
  /** Milliseconds. */
  now(): number;
  later(run: () => void, milliseconds: number): void;
}

export interface DrawLimits {
  /** Milliseconds between two drawings of one figure. */
  interval: () => number;
  /** Milliseconds after which the rest waits for the next task. */
  budget: number;
}

interface Job {
  draw: () => void;
  due: number;
}

const pageClock: DrawClock = {
  now: () => performance.now(),
  later: (run, milliseconds) => setTimeout(run, milliseconds),
};

export function createDrawQueue(limits: DrawLimits, clock = pageClock): DrawQueue {
  const jobs = new Map<object, Job>();
  const drawnAt = new WeakMap<object, number>();
  let wakeAt = Infinity;

  function wake(): void {
    wakeAt = Infinity;
    const start = clock.now();
    for (const [key, job] of jobs) {
      if (job.due > start) continue;
      jobs.delete(key);
      job.draw();
      drawnAt.set(key, clock.now());
      if (clock.now() - start >= limits.budget) break;
    }
    sleep();
  }

  function sleep(): void {
    const due = Math.min(...[...jobs.values()].map((job) => job.due));
    if (due >= wakeAt) return;
    wakeAt = due;
    clock.later(() => wakeAt === due && wake(), Math.max(0, due - clock.now()));
  }

  return {
    request(key, draw) {
      const last = drawnAt.get(key);
      const due =
        last === undefined ? clock.now() : Math.max(clock.now(), last + limits.interval());
      jobs.set(key, { draw, due: jobs.get(key)?.due ?? due });
      sleep();
    },
    cancel: (key) => void jobs.delete(key),
  };
}

/** The page's own: about three drawings a second, one for those who asked for less motion. */
export const drawQueue = createDrawQueue({
  interval: () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 330),
  budget: 8,
});
