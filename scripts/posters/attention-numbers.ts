/** The numbers of chapter 4's prose, from the library itself. */
import { requestOf, tokens } from '../../src/components/widgets/why-divide/settings.ts';
import { whyDivide } from '../../src/lib/engine/computations/why-divide.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import { softmaxOf } from '../../src/lib/figures/attention-head.ts';
import { bookForward } from './model.ts';

export async function attentionNumbers() {
  registerGradients();
  const { config, trace } = (await bookForward()).result;
  const { embedDim: width, numHeads: heads } = config;
  const [wide] = await whyDivide({ ...requestOf(1), widths: [256] });
  return {
    pair: softmaxOf([2, 0]).map((weight) => weight.toFixed(2)),
    tiny: { width, heads, headWidth: width / heads, tokens: trace['embedded']!.shape[0]! },
    tokens,
    wide: {
      width: wide!.width,
      deviation: wide!.undivided.deviation.toFixed(0),
      effective: wide!.undivided.effective.toFixed(1),
    },
  };
}
