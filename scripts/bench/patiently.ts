/** Waits for some work, but not for ever. @throws Error when it takes longer, with the limit in seconds. */
export async function patiently<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout;
  const tooLong = new Promise<never>((_, reject) => {
    const message = `its first two steps took longer than ${ms / 1000} s`;
    timer = setTimeout(() => reject(new Error(message)), ms);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
