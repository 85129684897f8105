/**
 * Faults that a test asks for by the page's address, `?fault=context-lost:12,storage-full`: in test builds only.
 *
 * A build without `import.meta.env.FAULTS` has nothing of this folder. Faults with a step strike once, one to an engine, in
 * their order; the others strike every engine of the page.
 */

/** True of those that strike after so many training steps as the address names. */
const timed = {
  'no-webgl': false,
  'no-worker-webgl': false,
  'no-float-textures': false,
  'float16-only': false,
  'no-compile': false,
  'no-fused-compile': false,
  'storage-full': false,
  'storage-denied': false,
  'context-lost': true,
  'worker-killed': true,
  nan: true,
};

export type FaultName = keyof typeof timed;

export interface Fault {
  name: FaultName;
  /** How many steps the engine takes before it strikes; null for a lasting one. */
  step: number | null;
}

export const faultNames = Object.keys(timed) as FaultName[];

/** The faults of an address. @throws RangeError for one that is not known, or whose step is missing or not wanted. */
export function faultsOf(search: string): Fault[] {
  const asked = new URLSearchParams(search).getAll('fault').flatMap((list) => list.split(','));
  return asked.map((text) => {
    const [name, step] = text.split(':') as [FaultName, string | undefined];
    if (!faultNames.includes(name) || timed[name] !== /^\d+$/.test(step ?? ''))
      throw new RangeError(`no fault “${text}”: there are ${faultNames.join(', ')}`);
    return { name, step: step === undefined ? null : Number(step) };
  });
}

/** Those of the page's `index`-th engine, counted from 0. */
export function faultsFor(faults: readonly Fault[], index: number): Fault[] {
  const once = faults.filter(({ step }) => step !== null);
  return [...faults.filter(({ step }) => step === null), ...once.slice(index, index + 1)];
}
