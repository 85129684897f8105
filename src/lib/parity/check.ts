/**
 * Runs a stage's fixture on the current backend and says how far from PyTorch it is.
 *
 * Errors are max |a − b| / max(1, max |b|). A stage agrees when every intermediate is within `forwardTolerance` and every
 * gradient within `gradientTolerance`.
 */
import { clone, grads, type Tensor } from '@tensorflow/tfjs-core';
import { release, scoped } from '../tensors/scope.ts';
import {
  fixtureTensor,
  fixtureTensors,
  scaledError,
  type FixtureTensor,
  type FixtureTensors,
  type ParityCase,
  type ParityFixture,
} from './fixture.ts';
import { runOptimiser } from './losses.ts';
import { byPath, nested } from './names.ts';
import { runners, type Runner } from './runners.ts';

/** The error of each tensor, by name. */
export type Errors = Record<string, number>;

export interface CaseResult {
  variant: string;
  forward: Errors;
  gradients: Errors;
}

/** Every case of a fixture. Throws an Error for a stage that this library does not know. */
export async function checkParity(fixture: ParityFixture): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of fixture.cases) results.push(await checkCase(fixture.stage, one));
  return results;
}

async function checkCase(stage: string, one: ParityCase): Promise<CaseResult> {
  const computed = scoped(() => ({
    trace: traceOf(stage, one),
    gradients: gradientsOf(stage, one),
  }));
  const { variant, forward, gradients, omitted = [] } = one;
  const trace = without(computed.trace, omitted);
  const result = {
    variant,
    forward: await errors(trace, forward),
    gradients: await errors(computed.gradients, gradients),
  };
  release(computed);
  return result;
}

function runnerOf(stage: string): Runner {
  const runner = runners[stage];
  if (!runner) throw new Error(`parity: no stage is called ${stage}`);
  return runner;
}

function traceOf(stage: string, one: ParityCase): Record<string, Tensor> {
  if (stage === 'optimiser') return byPath(runOptimiser(one));
  const params = nested(fixtureTensors(one.parameters));
  return byPath(
    runnerOf(stage)({ params, inputs: fixtureTensors(one.inputs), config: one.config }),
  );
}

/** ∂ sum(output · cotangent) by each leaf that the fixture has a gradient of. */
function gradientsOf(stage: string, one: ParityCase): Record<string, Tensor> {
  const names = Object.keys(one.gradients);
  if (names.length === 0 || !one.cotangent) return {};
  const leaves = { ...prefixed(one.inputs), ...one.parameters };
  const outputOf = (...tensors: Tensor[]) => {
    const given: Record<string, Tensor> = { ...fixtureTensors(leaves) };
    names.forEach((name, index) => (given[name] = tensors[index]));
    const { inputs = {}, ...params } = nested(given);
    const run = { params, inputs: inputs as Record<string, Tensor>, config: one.config };
    return clone((runnerOf(stage)(run) as { output: Tensor }).output); // a stage may return x itself
  };
  const values = names.map((name) => fixtureTensor(leaves[name]));
  const found = grads(outputOf)(values, fixtureTensor(one.cotangent));
  return Object.fromEntries(names.map((name, index) => [name, found[index]]));
}

function prefixed(inputs: FixtureTensors): FixtureTensors {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]),
  );
}

function without(tensors: Record<string, Tensor>, names: string[]): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !names.includes(name)));
}

/** The error of every expected tensor and of every computed one; infinite where one has no counterpart. */
async function errors(computed: Record<string, Tensor>, expected: FixtureTensors): Promise<Errors> {
  const names = new Set([...Object.keys(expected), ...Object.keys(computed)]);
  const entries = [...names].map(async (name) => [
    name,
    await error(computed[name], expected[name]),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function error(computed?: Tensor, expected?: FixtureTensor): Promise<number> {
  if (!computed || !expected) return Infinity;
  return scaledError(await computed.data(), computed.shape, expected);
}
