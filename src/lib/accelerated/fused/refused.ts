/** What is left when a GPU does not compile the fused programs: plain operations, from then on. */

let refused = false;

/** Whether a fused program did not compile. */
export const fusedRefused = () => refused;

/** What `fused` gives; where a program of it does not compile, what `plain` gives. */
export function orPlain<Result>(fused: () => Result, plain: () => Result): Result {
  if (refused) return plain();
  try {
    return fused();
  } catch (error) {
    if (!doesNotCompile(error)) throw error;
    refused = true;
    return plain();
  }
}

/** By the words of TensorFlow.js. */
function doesNotCompile(error: unknown): boolean {
  return error instanceof Error && /^Failed to (compile|link) .*shader/.test(error.message);
}
