/** The same model and the same Adam in jax-js, compiled by its `jit` as one function. */
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  valueAndGrad,
  type Array,
  type Device,
} from '@jax-js/jax';
import { gridSide, type VitConfig } from '../../src/lib/model/config.ts';
import { optimiserDefaults } from '../../src/lib/training/optimiser.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { picturesOf, type Contestant, type Open } from './contestant.ts';

export const openWasm: Open = opener('wasm');
export const openWebgl: Open = opener('webgl');
export const openWebgpu: Open = opener('webgpu');

/** By the names of `flattenParameters`. An operation uses its arrays up; `.ref` is one more use. */
type Arrays = Record<string, Array>;

function opener(device: Device): Open {
  return async (settings, weights): Promise<Contestant> => {
    const available = await init(device);
    if (!available.includes(device)) throw new Error(`jax-js finds no ${device} here`);
    defaultDevice(device);
    const each = (make: (name: string, index: number) => Array): Arrays =>
      Object.fromEntries(weights.map(({ name }, index) => [name, make(name, index)]));
    let parameters = each((_, index) => {
      const { values, shape } = weights[index];
      return np.array(values as Float32Array<ArrayBuffer>).reshape(shape);
    });
    let first = each((_, index) => np.zeros(weights[index].shape));
    let second = each((_, index) => np.zeros(weights[index].shape));
    const [images, targets] = batchOf(settings);
    const lossFor = lossOf(settings);
    const gradients = jit(valueAndGrad(lossFor));
    const update = jit(stepOf(lossFor));
    let steps = 0;
    return {
      step() {
        steps++;
        const [rate, unbias] = corrections(steps, settings.learningRate);
        const [loss, ...next] = update(
          parameters,
          first,
          second,
          images.ref,
          targets.ref,
          rate,
          unbias,
        );
        [parameters, first, second] = next;
        return {
          async read() {
            const [value] = await loss.data();
            await blockUntilReady(parameters);
            return value;
          },
          drop: () => loss.dispose(),
        };
      },
      async gradients() {
        const [loss, gradient] = gradients(used(parameters), images.ref, targets.ref);
        const byName = new Map<string, Float32Array>();
        for (const [name, array] of Object.entries(gradient))
          byName.set(name, Float32Array.from(await array.data()));
        return { loss: (await loss.data())[0], byName };
      },
    };
  };
}

/** One more use of each. */
function used(arrays: Arrays): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.ref]));
}

/** Images [B, S, S, C] and one-hot targets [B, classes]. */
function batchOf(settings: TrainingSettings): [Array, Array] {
  const { images, labels } = picturesOf(settings);
  const { imageSize: S, inChannels: C, numClasses } = settings.model;
  const B = settings.batchSize;
  const targets = new Float32Array(B * numClasses);
  labels.forEach((label, image) => (targets[image * numClasses + label] = 1));
  return [
    np.array(images as Float32Array<ArrayBuffer>).reshape([B, S, S, C]),
    np.array(targets).reshape([B, numClasses]),
  ];
}

/** η / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ). */
function corrections(step: number, learningRate: number): [Array, Array] {
  const { beta1, beta2 } = optimiserDefaults;
  return [np.array(learningRate / (1 - beta1 ** step)), np.array(1 / (1 - beta2 ** step))];
}

type LossFunction = (p: Arrays, images: Array, targets: Array) => Array;

function lossOf({ model, batchSize }: TrainingSettings): LossFunction {
  return (p, images, targets) => {
    const logits = logitsOf(p, images, model, batchSize);
    return np.mean(np.sum(nn.logSoftmax(logits, -1).mul(targets), -1)).mul(-1);
  };
}

function stepOf(lossFor: LossFunction) {
  const { beta1, beta2, epsilon } = optimiserDefaults;
  return (
    p: Arrays,
    m: Arrays,
    v: Arrays,
    images: Array,
    targets: Array,
    rate: Array,
    unbias: Array,
  ) => {
    const [loss, gradient] = valueAndGrad(lossFor)(used(p), images, targets);
    const next: [Arrays, Arrays, Arrays] = [{}, {}, {}];
    for (const [name, parameter] of Object.entries(p)) {
      const g = gradient[name];
      const first = m[name].mul(beta1).add(g.ref.mul(1 - beta1));
      const second = v[name].mul(beta2).add(g.ref.mul(g).mul(1 - beta2));
      const root = np.sqrt(second.ref.mul(unbias.ref)).add(epsilon);
      next[0][name] = parameter.sub(first.ref.mul(rate.ref).div(root));
      next[1][name] = first;
      next[2][name] = second;
    }
    rate.dispose();
    unbias.dispose();
    return [loss, ...next] as [Array, Arrays, Arrays, Arrays];
  };
}

/** [B, S, S, C] → [B, classes]. */
function logitsOf(p: Arrays, images: Array, config: VitConfig, B: number): Array {
  const { patchSize: P, inChannels: C, embedDim: D, depth, numHeads: H } = config;
  const [G, K] = [gridSide(config), D / H];
  const [N, T] = [G * G, G * G + 1];
  const dense = (x: Array, name: string) =>
    np.matmul(x, p[`${name}.weight`]).add(p[`${name}.bias`]);
  const norm = (x: Array, name: string) => {
    const centred = x.ref.sub(np.mean(x, -1, { keepdims: true }));
    const variance = np.mean(centred.ref.mul(centred.ref), -1, { keepdims: true });
    const normalised = centred.div(np.sqrt(variance.add(config.normEpsilon)));
    return normalised.mul(p[`${name}.weight`]).add(p[`${name}.bias`]);
  };
  const attention = (x: Array, name: string) => {
    const qkv = dense(x, `${name}.qkv`).reshape([B, T, 3, H, K]).transpose([2, 0, 3, 1, 4]);
    const [q, k, v] = [qkv.ref.slice(0), qkv.ref.slice(1), qkv.slice(2)]; // [B, H, T, K] each
    const scores = np.matmul(q, k.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(K));
    const heads = np.matmul(nn.softmax(scores, -1), v).transpose([0, 2, 1, 3]).reshape([B, T, D]);
    return dense(heads, `${name}.projection`);
  };
  const patches = images.reshape([B, G, P, G, P, C]).transpose([0, 1, 3, 2, 4, 5]);
  const embedded = dense(patches.reshape([B, N, P * P * C]), 'patchEmbedding');
  const token = np.broadcastTo(p.classToken, [B, 1, D]);
  let z = np.concatenate([token, embedded], 1).add(p.positions);
  for (let index = 0; index < depth; index++) {
    const at = (name: string) => `blocks.${index}.${name}`;
    z = z.ref.add(attention(norm(z, at('norm1')), at('attention')));
    const hidden = nn.gelu(dense(norm(z.ref, at('norm2')), at('mlp.expand')), {
      approximate: false,
    });
    z = z.add(dense(hidden, at('mlp.contract')));
  }
  return dense(norm(z.slice([], 0), 'norm'), 'head.classifier');
}
