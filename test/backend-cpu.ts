/** TensorFlow.js on the CPU, with every gradient: import it first in a test. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
