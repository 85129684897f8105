/** Plain operations as one would write them by hand: variables, `variableGrads`, `train.adam`. */
import * as tf from '@tensorflow/tfjs';
import { toParameters } from '../../src/lib/io/tensors.ts';
import { flattenParameters, replaceParameters } from '../../src/lib/model/parameters.ts';
import { vit } from '../../src/lib/model/vit.ts';
import { evaluation } from '../../src/lib/stages/mode.ts';
import { crossEntropy } from '../../src/lib/training/loss.ts';
import { optimiserDefaults } from '../../src/lib/training/optimiser.ts';
import type { Open } from './contestant.ts';
import { batchOf, lossOf, readGradients } from './own.ts';

export const openOps: Open = async (settings, weights) => {
  await tf.setBackend('webgl');
  const { model, learningRate } = settings;
  const { beta1, beta2, epsilon } = optimiserDefaults;
  const { images, labels } = batchOf(settings);
  const fresh = toParameters(weights, model);
  const variables = flattenParameters(fresh).map(({ tensor }) => tf.variable(tensor));
  const parameters = replaceParameters(fresh, variables);
  const optimiser = tf.train.adam(learningRate, beta1, beta2, epsilon);
  const loss = () =>
    crossEntropy(vit(parameters, images, model, evaluation).logits, labels).loss as tf.Scalar;
  return {
    step() {
      const taken = tf.tidy(() => {
        const { value, grads } = tf.variableGrads(loss, variables);
        optimiser.applyGradients(variables.map(({ name }) => ({ name, tensor: grads[name] })));
        return value;
      });
      return lossOf(taken);
    },
    gradients: () =>
      readGradients(() => {
        const { value, grads } = tf.variableGrads(loss, variables);
        return { loss: value, gradients: variables.map(({ name }) => grads[name]) };
      }, parameters),
  };
};
