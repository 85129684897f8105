/**
 * The model in `tf.layers`, trained with `trainOnBatch`: as the library's guides write it (`stock`), and with its two
 * slowest habits mended (`mended`): the layer norm's and the class token's `tile`, whose gradient is a loop.
 */
import * as tf from '@tensorflow/tfjs';
import type { NamedArray } from '../../src/lib/io/safetensors.ts';
import { patchCount, type VitConfig } from '../../src/lib/model/config.ts';
import { mlpWidth } from '../../src/lib/stages/mlp-width.ts';
import { optimiserDefaults } from '../../src/lib/training/optimiser.ts';
import { picturesOf, weightOf, type Contestant, type Open } from './contestant.ts';
import { joinQkv, splitQkv } from './qkv-parts.ts';
import {
  BroadcastLayerNorm,
  FirstToken,
  MultiHeadAttention,
  TokenAndPositions,
} from './stock-layers.ts';

export const openStock: Open = opener(false);
export const openMended: Open = opener(true);

/** A layer and our names of its weights, in its order. */
interface Placed {
  layer: tf.layers.Layer;
  names: string[];
}

function opener(mended: boolean): Open {
  return async (settings, weights): Promise<Contestant> => {
    await tf.setBackend('webgl');
    const { model: config, batchSize: B, learningRate } = settings;
    const { model, placed } = modelOf(config, mended);
    setWeights(placed, splitQkv(weights));
    const { beta1, beta2, epsilon } = optimiserDefaults;
    const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
    model.compile({ optimizer, loss: 'categoricalCrossentropy' });
    const { images, labels } = picturesOf(settings);
    const { imageSize: S, inChannels: C, numClasses } = config;
    const x = tf.tensor4d(images, [B, S, S, C]);
    const y = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), numClasses).toFloat());
    return {
      readsEachLoss: true,
      async step() {
        const loss = (await model.trainOnBatch(x, y)) as number;
        return { read: () => Promise.resolve(loss), drop: () => undefined };
      },
      gradients: () => gradientsOf(model, placed, x, y, config.embedDim),
    };
  };
}

function modelOf(config: VitConfig, mended: boolean): { model: tf.LayersModel; placed: Placed[] } {
  const { imageSize: S, inChannels: C, embedDim: D, patchSize: P, depth, numHeads } = config;
  const { normEpsilon: epsilon, numClasses } = config;
  const placed: Placed[] = [];
  const through = (layer: tf.layers.Layer, x: tf.SymbolicTensor, names: string[] = []) => {
    placed.push({ layer, names });
    return layer.apply(x) as tf.SymbolicTensor;
  };
  const pair = (name: string) => [`${name}.weight`, `${name}.bias`];
  const norm = (x: tf.SymbolicTensor, name: string) => {
    const layer = mended
      ? new BroadcastLayerNorm(epsilon)
      : tf.layers.layerNormalization({ epsilon });
    return through(layer, x, pair(name));
  };
  const sum = (a: tf.SymbolicTensor, b: tf.SymbolicTensor) =>
    tf.layers.add().apply([a, b]) as tf.SymbolicTensor;

  const inputs = tf.input({ shape: [S, S, C] });
  const patches = tf.layers.conv2d({ filters: D, kernelSize: P, strides: P, padding: 'valid' });
  const grid = through(patches, inputs, pair('patchEmbedding'));
  const row = through(tf.layers.reshape({ targetShape: [patchCount(config), D] }), grid);
  let z = through(new TokenAndPositions(!mended), row, ['classToken', 'positions']);
  for (let index = 0; index < depth; index++) {
    const at = (name: string) => `blocks.${index}.${name}`;
    const parts = ['query', 'key', 'value', 'projection'].flatMap((part) =>
      pair(at(`attention.${part}`)),
    );
    const attended = through(new MultiHeadAttention(numHeads), norm(z, at('norm1')), parts);
    z = sum(z, attended);
    const expand = tf.layers.dense({ units: mlpWidth(config), activation: 'gelu' as 'relu' });
    const hidden = through(expand, norm(z, at('norm2')), pair(at('mlp.expand')));
    z = sum(z, through(tf.layers.dense({ units: D }), hidden, pair(at('mlp.contract'))));
  }
  const answer = tf.layers.dense({ units: numClasses, activation: 'softmax' });
  const y = through(new FirstToken({}), norm(z, 'norm'));
  const outputs = through(answer, y, pair('head.classifier'));
  return { model: tf.model({ inputs, outputs }), placed };
}

function setWeights(placed: Placed[], weights: NamedArray[]): void {
  for (const { layer, names } of placed) {
    const shapes = layer.getWeights().map(({ shape }) => shape);
    const tensors = names.map((name, index) =>
      tf.tensor(weightOf(weights, name).values, shapes[index]),
    );
    layer.setWeights(tensors);
    tf.dispose(tensors);
  }
}

async function gradientsOf(
  model: tf.LayersModel,
  placed: Placed[],
  x: tf.Tensor,
  y: tf.Tensor,
  D: number,
) {
  const names = placed.flatMap(({ names }) => names);
  const variables = placed.flatMap(({ layer }) =>
    layer.trainableWeights.map((weight) => weight.read() as tf.Variable),
  );
  const { value, grads } = tf.variableGrads(() => {
    const answer = model.apply(x, { training: true }) as tf.Tensor;
    return tf.metrics.categoricalCrossentropy(y, answer).mean() as tf.Scalar;
  }, variables);
  const byName = new Map<string, Float32Array>();
  for (const [index, variable] of variables.entries())
    byName.set(names[index], Float32Array.from(await grads[variable.name].data()));
  const [loss] = await value.data();
  tf.dispose([value, grads]);
  return { loss, byName: joinQkv(byName, D) };
}
