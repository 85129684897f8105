/** What can go wrong with a GPU or a page, what is promised then, and the tests that hold it. */
import type { FaultPromise, TestName } from '../../src/lib/io/fault-record.ts';

const of =
  (file: string) =>
  (title: string): TestName => ({ file, title });

const engine = of('test/lib/engine/lab-faults.test.ts');
const words = of('test/components/lab/lab-faults.test.ts');
const state = of('test/components/lab/lab-kept.test.ts');
const resume = of('test/lib/engine/lab-resume.test.ts');
const store = of('test/lib/engine/runs/store.test.ts');
const writes = of('test/lib/engine/runs/faults.test.ts');
const opening = of('test/lib/engine/runs/open-runs.test.ts');
const real = of('test/browser/lab-faults.test.ts');
const ways = of('test/browser/engine-ways.test.ts');
const stored = of('test/browser/runs.test.ts');
const site = of('test/e2e/faults.spec.ts');
const keeps = of('test/e2e/lab-keeps.spec.ts');

const gpu: Omit<FaultPromise, 'part'>[] = [
  {
    fault: 'context lost in mid-training',
    promise: 'noticed at that step; nothing from after it is plotted or kept',
    tests: [
      engine('at step %i is noticed before the next, and nothing is told of or kept from then on'),
    ],
  },
  {
    fault: 'context lost again and again in one run',
    promise:
      'told each time; a fresh context goes on from the last snapshot with the same losses, within 2e−6',
    tests: [
      real(
        'a context lost again and again in one run, then the worker killed: noticed at once, told, and gone on from the last snapshot with the same losses',
      ),
    ],
  },
  {
    fault: 'context lost while paused, or in a single step',
    promise: 'the run comes back as it was: paused, or with that step taken again',
    tests: [
      state('while paused comes back paused'),
      state('in a single step takes that step again, and no other'),
    ],
  },
  {
    fault: 'context lost before anything was kept',
    promise: 'the run begins anew, and says so',
    tests: [state('before anything was kept begins anew')],
  },
  {
    fault: 'context lost again and again',
    promise: 'after four losses without a step the lab waits for the reader',
    tests: [
      words('an engine that is lost four times without a step in between waits for the reader'),
    ],
  },
  {
    fault: 'context lost under a widget',
    promise: 'computed again on a fresh engine: the same numbers, and a sentence',
    tests: [
      site(
        'a widget whose GPU context is lost computes again on a fresh engine, shows the same numbers and says so',
      ),
    ],
  },
  {
    fault: 'no WebGL in workers',
    promise: 'computed in the page, in words, with the same numbers',
    tests: [ways('without WebGL in workers the page computes, says so, and computes the same')],
  },
  {
    fault: 'no WebGL at all',
    promise: 'computed on the CPU, in words, with the same numbers',
    tests: [
      ways('without WebGL on either canvas the CPU computes, says why, and computes the same'),
    ],
  },
  {
    fault: 'no float textures, 16 bits only, or no program compiles',
    promise: 'WebGL is not used, and a sentence says why',
    tests: [ways('with %s WebGL is not used, and the reason is a sentence')],
  },
  {
    fault: 'nothing but a CPU',
    promise: 'the lab begins with a smaller model and fewer steps, in words',
    tests: [
      words('a lab that nobody has touched begins with a smaller model and fewer steps, in words'),
      words('what the reader chose stays: by knob, by link, or a run of this tab'),
    ],
  },
  {
    fault: 'a fused program does not compile',
    promise: 'plain operations in its place, in words, with the same losses',
    tests: [
      real(
        'fused programs that do not compile give way to plain operations, and a full device keeps nothing: in words, with the same losses',
      ),
    ],
  },
  {
    fault: 'NaN or infinity',
    promise: 'training stops; the last good weights are kept and back; likely reason and remedy',
    tests: [
      real(
        'numbers that are none stop training: the last good weights are back, with the reason and the remedy',
      ),
      engine(
        'stops at the first number that is none; what was good before is told, and only that is kept',
      ),
      engine('is not kept when its last step alone spoiled the weights'),
      words('has a likely reason, and a remedy with both numbers: %s'),
    ],
  },
];

const page: Omit<FaultPromise, 'part'>[] = [
  {
    fault: 'anything that ends a page',
    promise: 'at most ten seconds of training lost',
    tests: [
      engine(
        'a run in training is kept so often that ten seconds are never lost, however slow its steps',
      ),
    ],
  },
  {
    fault: 'worker killed',
    promise: 'noticed and told; the run goes on from where it was kept',
    tests: [
      real(
        'a context lost again and again in one run, then the worker killed: noticed at once, told, and gone on from the last snapshot with the same losses',
      ),
    ],
  },
  {
    fault: 'page frozen, storage evicted, page crashed',
    promise: 'training goes on; the run is kept again; it is found where it was kept',
    tests: [
      site(
        'a run outlives a frozen page, cleared storage and a crash: found again where it was kept',
      ),
    ],
  },
  {
    fault: 'page closed or reloaded',
    promise: 'the run is found again and goes on as if nothing had happened',
    tests: [
      keeps('a page that is closed in mid-training is found again, and goes on where it was kept'),
      keeps('a reload goes on with the run of the tab'),
      resume(
        '200 steps, and the same killed at step 97 and opened again, end in equal weights, moments and curves',
      ),
    ],
  },
  {
    fault: 'a write cut off anywhere',
    promise: 'a whole run is left, and the next write succeeds',
    tests: [writes('${name} at request ${number} leaves a whole run, and the next one succeeds')],
  },
  {
    fault: 'a write that stores something else, or nothing',
    promise: 'found out at once; what was saved before stays',
    tests: [
      writes('takes back what was stored %s'),
      writes('that seems to succeed but stores nothing is found out'),
      stored('stays when the next one is not stored as it was written'),
    ],
  },
  {
    fault: 'a snapshot damaged later',
    promise: 'the one before it is opened, and the reader is told',
    tests: [store('falls back to the snapshot before a damaged one, and says so')],
  },
  {
    fault: 'two tabs',
    promise: 'one trains a run at a time; the other is told',
    tests: [
      keeps(
        'a run that another tab trains is refused in words, and the address holds the settings',
      ),
      stored('is held by one at a time, page or worker'),
    ],
  },
  {
    fault: 'storage full',
    promise: 'training goes on, in words; what was kept stays',
    tests: [
      real(
        'fused programs that do not compile give way to plain operations, and a full device keeps nothing: in words, with the same losses',
      ),
      resume(
        'storage that fails never stops training: the reader is told, and the run can still be given out',
      ),
      stored('stays when the device is full'),
    ],
  },
  {
    fault: 'storage denied',
    promise: 'training goes on; the reader is told that the run lasts as long as the page',
    tests: [
      real(
        'numbers that are none stop training: the last good weights are back, with the reason and the remedy',
      ),
      opening('because it is denied gives runs in memory, and the reason'),
    ],
  },
  {
    fault: 'a run saved by an older version',
    promise: 'opens',
    tests: [store('opens: %s')],
  },
];

export const promises: FaultPromise[] = [
  ...gpu.map((row): FaultPromise => ({ part: 'GPU', ...row })),
  ...page.map((row): FaultPromise => ({ part: 'page', ...row })),
];
