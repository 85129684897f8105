/** An engine that follows a script: it answers at once, with small numbers that are known by hand. */
import { defaultSettings, type TrainingSettings } from '../../../src/lib/training/settings.ts';
import type { LabCommand, LabEvent } from '../../../src/lib/engine/lab-protocol.ts';
import type { LabEngine } from '../../../src/components/widgets/lab/lab-store.ts';

export interface FakeEngine extends LabEngine {
  /** Everything that the page has sent. */
  sent: LabCommand[];
  emit(event: LabEvent): void;
}

/** A run whose length and sizes the tests may count on. */
export const settings: TrainingSettings = {
  ...defaultSettings,
  model: {
    ...defaultSettings.model,
    imageSize: 28,
    patchSize: 4,
    embedDim: 32,
    numHeads: 4,
    mlpRatio: 2,
  },
  totalSteps: 1200,
  batchSize: 32,
  trainImages: 10_000,
  seed: 1,
};

/** Three classes, four images of 28 by 28, labelled 0, 1, 2, 0. */
export function readyEvent(
  more: Partial<Extract<LabEvent, { type: 'ready' }>> = {},
): Extract<LabEvent, { type: 'ready' }> {
  const pixels = Uint8Array.from({ length: 4 * 784 }, (_, i) => (i * 7) % 256);
  return {
    type: 'ready',
    id: 'run-1',
    name: 'garments 1',
    settings: more.settings ?? settings,
    step: 0,
    epoch: 0,
    parameterCount: 28_202,
    classNames: ['shirt', 'bag', 'dress'],
    imageSize: 28,
    inChannels: 1,
    gallery: { pixels, labels: [0, 1, 2, 0], count: 4 },
    augmented: null,
    losses: new Float32Array(0),
    accuracies: new Float32Array(0),
    evaluations: [],
    test: null,
    note: null,
    ...more,
  };
}

/** One block and two heads over 2 × 2 patches; the first image is answered right, the second wrong. */
export function snapshotEvent(step = 0, watched = 0): Extract<LabEvent, { type: 'snapshot' }> {
  const attention = Float32Array.from({ length: 2 * 25 }, (_, i) => ((i % 5) + 1) / 15);
  return {
    type: 'snapshot',
    step,
    probabilities: Float32Array.from([0.8, 0.1, 0.1, 0.7, 0.2, 0.1, 0, 0, 1, 1, 0, 0]),
    watched,
    attention,
    attentionShape: [1, 2, 5],
    positionSimilarity: Float32Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 1 : -0.5)),
  };
}

export function progressEvent(
  step: number,
  losses: number[],
  more: Partial<Extract<LabEvent, { type: 'progress' }>> = {},
): Extract<LabEvent, { type: 'progress' }> {
  return {
    type: 'progress',
    step,
    epoch: step / 100,
    losses: Float32Array.from(losses),
    accuracies: Float32Array.from(losses, () => 0.5),
    gradientNorms: Float32Array.from(losses, () => 2),
    imagesPerSecond: 640,
    learningRate: 1e-3,
    ...more,
  };
}

/** Three classes, six pictures; the two wrong answers, worst first. */
export function evaluationEvent(
  step: number,
  loss: number,
  accuracy: number,
): Extract<LabEvent, { type: 'evaluation' }> {
  const wrong = { probability: 0.8, loss: 3 };
  return {
    type: 'evaluation',
    step,
    loss,
    accuracy,
    count: 6,
    confusion: Uint32Array.of(2, 1, 0, 0, 1, 0, 1, 0, 1),
    mistakes: [
      { label: 0, answer: 1, ...wrong },
      { label: 2, answer: 0, ...wrong, loss: 2 },
    ],
    pictures: { pixels: new Uint8Array(2 * 784), labels: [0, 2], count: 2 },
  };
}

/** A fake whose `answer` may emit events for each command; without one it stays silent. */
export function fakeEngine(
  answer: (command: LabCommand, emit: (event: LabEvent) => void) => void = () => undefined,
): FakeEngine {
  const listeners = new Set<(event: LabEvent) => void>();
  const emit = (event: LabEvent) => listeners.forEach((listener) => listener(event));
  const sent: LabCommand[] = [];
  return {
    sent,
    emit,
    info: { backend: 'cpu', where: 'worker', announcement: null },
    lab: {
      send(command) {
        sent.push(command);
        answer(command, emit);
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

/** Builds a model at once on reset. */
export function promptAnswer(command: LabCommand, emit: (event: LabEvent) => void): void {
  if (command.type !== 'reset') return;
  emit(readyEvent({ settings: command.settings }));
  emit(snapshotEvent());
}
