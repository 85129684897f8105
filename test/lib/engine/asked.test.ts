import { expect, test } from 'vitest';
import { askedOf, EngineLostError, SupersededError } from '../../../src/lib/engine/asked.ts';
import type { LabEvent } from '../../../src/lib/engine/lab-protocol.ts';
import type { Line } from '../../../src/lib/engine/line.ts';
import type { FromEngine, ToEngine } from '../../../src/lib/engine/protocol.ts';

/** A line whose other end is the test. */
function fakeLine() {
  const sent: ToEngine[] = [];
  let hear: (message: FromEngine) => void = () => {};
  let die: (reason: string) => void = () => {};
  const calls = { closed: 0 };
  const line: Line = {
    send: (message) => void sent.push(message),
    listen: (listener) => ((hear = listener), () => {}),
    onFailure: (listener) => void (die = listener),
    close: () => void calls.closed++,
  };
  return { line, sent, calls, say: (message: FromEngine) => hear(message), die: (why: string) => die(why) }; // prettier-ignore
}

function opened() {
  const fake = fakeLine();
  const losses: string[] = [];
  const heard: LabEvent[] = [];
  const asked = askedOf(fake.line, (reason) => losses.push(reason));
  asked.lab.listen((event) => heard.push(event));
  const ask = () => asked.ask('a', 'patchEmbedding', {} as never);
  return { ...fake, losses, heard, ask };
}

test('a question gets its answer, its failure, or word of a newer one', async () => {
  const { say, ask } = opened();
  const outcomes = Promise.allSettled([ask(), ask(), ask()]);
  say({ type: 'superseded', id: 1 });
  say({ type: 'computeFailed', id: 2, reason: '5 and 3' });
  say({ type: 'computed', id: 3, result: 'numbers', milliseconds: 2 });
  expect(await outcomes).toEqual([
    { status: 'rejected', reason: new SupersededError() },
    { status: 'rejected', reason: new Error('5 and 3') },
    { status: 'fulfilled', value: { result: 'numbers', milliseconds: 2 } },
  ]);
});

const context = 'the GPU context was lost';
const ends: [what: string, strike: (line: ReturnType<typeof opened>) => void, reason: string][] = [
  ['the host says so', ({ say }) => say({ type: 'lost', reason: context }), context],
  ['the lab says so', ({ say }) => say({ type: 'lab', event: { type: 'failed', reason: context, lost: true } }), context], // prettier-ignore
  ['the worker ends', ({ die }) => die('the worker ended'), 'the engine stopped (the worker ended)'], // prettier-ignore
];

test.each(ends)(
  'an engine is lost when %s: whoever waits is told once, and whoever asks later',
  async (_, strike, reason) => {
    const engine = opened();
    const waiting = engine.ask();
    strike(engine);
    for (const again of ends) again[1](engine);
    await expect(waiting).rejects.toThrow(new EngineLostError(reason));
    await expect(engine.ask()).rejects.toThrow(new EngineLostError(reason));
    expect(engine.heard).toEqual([{ type: 'failed', reason, lost: true }]);
    expect(engine.losses).toEqual([reason]);
    expect(engine.calls.closed).toBe(1);
    expect(engine.sent).toHaveLength(1);
  },
);
