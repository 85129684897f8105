/** The longest time between two animation frames while some work goes on, ms. */
export async function longestFrame(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = await nextFrame();
  let working = true;
  const watching = (async () => {
    while (working) {
      const now = await nextFrame();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  await work();
  working = false;
  await watching;
  return longest;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
