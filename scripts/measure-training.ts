/**
 * Measures one press of Train on the defaults in the built site: `npm run build && npm run measure`.
 *
 * Prints when the training loss (mean of the last 10 steps) has fallen by a fifth, when the validation accuracy has
 * reached 70 %, and every evaluation on the way.
 */
import { openSite } from './built-site.ts';

const limit = Number(process.argv[2] ?? 180) * 1000;
const site = await openSite();

try {
  const page = await site.open('/chapters/train/');
  const metric = async (name: string) =>
    Number(await page.locator(`[data-metric="${name}"]`).textContent());
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const pressed = Date.now();
  const seconds = () => ((Date.now() - pressed) / 1000).toFixed(1);
  let first = NaN;
  let [fell, reached, lastAccuracy] = [false, false, NaN];
  while (Date.now() - pressed < limit && !reached) {
    await page.waitForTimeout(250);
    const [step, loss, accuracy] = [
      await metric('step'),
      await metric('train-loss'),
      await metric('val-accuracy'),
    ];
    if (Number.isNaN(first) && step > 0 && loss > 0) first = loss;
    if (!fell && loss <= 0.8 * first) {
      fell = true;
      console.log(
        `${seconds()} s, step ${step}: training loss ${first} → ${loss}, down by a fifth`,
      );
    }
    if (accuracy > 0 && accuracy !== lastAccuracy) {
      lastAccuracy = accuracy;
      console.log(`${seconds()} s, step ${step}: validation accuracy ${accuracy}`);
    }
    reached = accuracy >= 0.7;
  }
  console.log(reached ? 'reached 70 %' : `70 % not reached in ${limit / 1000} s`);
  console.log(`images per second ${await metric('images-per-second')}`);
} finally {
  await site.close();
}
