/**
 * Layers that `tf.layers` lacks, written as its guides write layers: attention, the class token with the positions, and
 * a layer norm without `tile`. Their weights come in the order in which they are added.
 */
import * as tf from '@tensorflow/tfjs';

type Inputs = tf.Tensor | tf.Tensor[];
type Weight = ReturnType<tf.layers.Layer['addWeight']>;

const only = (inputs: Inputs) => (Array.isArray(inputs) ? inputs[0] : inputs);
const oneShape = (shape: tf.Shape | tf.Shape[]) => shape as tf.Shape;

/** softmax(q kᵀ / √K) v, projected: [B, T, D] → [B, T, D]. */
export class MultiHeadAttention extends tf.layers.Layer {
  static className = 'MultiHeadAttention';
  private readonly numHeads: number;
  private dense: [kernel: Weight, bias: Weight][] = [];

  constructor(numHeads: number) {
    super({});
    this.numHeads = numHeads;
  }

  override build(inputShape: tf.Shape | tf.Shape[]) {
    const D = oneShape(inputShape)[2]!;
    const glorot = tf.initializers.glorotUniform({});
    this.dense = ['query', 'key', 'value', 'projection'].map((name) => [
      this.addWeight(`${name}_kernel`, [D, D], 'float32', glorot),
      this.addWeight(`${name}_bias`, [D], 'float32', tf.initializers.zeros()),
    ]);
    this.built = true;
  }

  override call(inputs: Inputs) {
    return tf.tidy(() => {
      const x = only(inputs);
      const [B, T, D] = x.shape as [number, number, number];
      const [H, K] = [this.numHeads, D / this.numHeads];
      const rows = x.reshape([B * T, D]);
      const [query, key, value, projection] = this.dense.map(
        ([kernel, bias]) =>
          (x: tf.Tensor) =>
            tf.add(tf.matMul(x, kernel.read()), bias.read()),
      );
      const [q, k, v] = [query, key, value].map((layer) =>
        layer(rows).reshape([B, T, H, K]).transpose([0, 2, 1, 3]),
      );
      const weights = tf.softmax(tf.matMul(q, k, false, true).div(Math.sqrt(K))); // [B, H, T, T]
      const heads = tf
        .matMul(weights, v)
        .transpose([0, 2, 1, 3])
        .reshape([B * T, D]);
      return projection(heads).reshape([B, T, D]);
    });
  }
}

/** The class token before the patches, then positions added: [B, N, D] → [B, N + 1, D]. */
export class TokenAndPositions extends tf.layers.Layer {
  static className = 'TokenAndPositions';
  private readonly tiles: boolean;
  private token?: Weight;
  private positions?: Weight;

  constructor(tiles: boolean) {
    super({});
    this.tiles = tiles;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [B, N, D] = oneShape(inputShape);
    return [B, N! + 1, D];
  }

  override build(inputShape: tf.Shape | tf.Shape[]) {
    const [, N, D] = oneShape(inputShape);
    const normal = tf.initializers.randomNormal({ stddev: 0.02 });
    this.token = this.addWeight('token', [1, 1, D], 'float32', normal);
    this.positions = this.addWeight('positions', [1, N! + 1, D], 'float32', normal);
    this.built = true;
  }

  override call(inputs: Inputs) {
    return tf.tidy(() => {
      const x = only(inputs);
      const [B, , D] = x.shape as [number, number, number];
      const token = this.token!.read();
      const tokens = this.tiles ? tf.tile(token, [B, 1, 1]) : tf.add(token, tf.zeros([B, 1, D]));
      return tf.add(tf.concat([tokens, x], 1), this.positions!.read());
    });
  }
}

/** γ (x − μ) / √(σ² + ε) + β by broadcasting: as x. */
export class BroadcastLayerNorm extends tf.layers.Layer {
  static className = 'BroadcastLayerNorm';
  private readonly epsilon: number;
  private gamma?: Weight;
  private beta?: Weight;

  constructor(epsilon: number) {
    super({});
    this.epsilon = epsilon;
  }

  override build(inputShape: tf.Shape | tf.Shape[]) {
    const D = oneShape(inputShape).at(-1)!;
    this.gamma = this.addWeight('gamma', [D], 'float32', tf.initializers.ones());
    this.beta = this.addWeight('beta', [D], 'float32', tf.initializers.zeros());
    this.built = true;
  }

  override call(inputs: Inputs) {
    return tf.tidy(() => {
      const x = only(inputs);
      const { mean, variance } = tf.moments(x, -1, true);
      const normalised = x.sub(mean).mul(tf.rsqrt(variance.add(this.epsilon)));
      return normalised.mul(this.gamma!.read()).add(this.beta!.read());
    });
  }
}

/** The first token: [B, T, D] → [B, D]. */
export class FirstToken extends tf.layers.Layer {
  static className = 'FirstToken';

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [B, , D] = oneShape(inputShape);
    return [B, D];
  }

  override call(inputs: Inputs) {
    return tf.tidy(() => only(inputs).slice([0, 0, 0], [-1, 1, -1]).squeeze([1]));
  }
}
