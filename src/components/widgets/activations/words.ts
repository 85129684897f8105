/** What there is to be seen of the activations at a point, in a sentence. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { activationCurves, normalShare } from '../../../lib/stages/activation-curves.ts';

export function seen(x: number): string {
  const { gelu, relu } = activationCurves;
  const share = normalShare(x);
  const slope = gelu.derivative(x);
  const [value, cut] = [gelu.value(x), relu.value(x)].map((one) => signed(one, 3));
  const course =
    Math.abs(slope) < 0.02 ? 'hardly changes' : slope < 0 ? 'falls as x grows' : 'grows with x';
  return (
    `At x = ${signed(x, 2)}, ${percent(share)} of a normal distribution lie below, so GELU passes ${percent(share)} of x: ${value}. ` +
    `There it ${course}, with slope ${signed(slope, 3)}. ReLU gives ${cut}.`
  );
}

/** "23 %", "0.13 %": two figures where it is small. */
function percent(share: number): string {
  const value = share * 100;
  if (value >= 1) return `${value.toFixed(value > 99 && value < 100 ? 2 : 0)} %`;
  return `${value === 0 ? 0 : +value.toPrecision(2)} %`;
}
