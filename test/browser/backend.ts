/** TensorFlow.js on WebGL, with every kernel and gradient: import it first in a browser test. */
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { getBackend, ready, setBackend } from '@tensorflow/tfjs-core';

await setBackend('webgl');
await ready();
if (getBackend() !== 'webgl') throw new Error(`No WebGL here: the backend is ${getBackend()}.`);
