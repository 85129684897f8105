/** All that `content/faults.json` says of faults: each a promise, with the tests that hold it; written by `npm run faults`. */

export interface FaultRecord {
  /** Year, month, day. */
  date: string;
  browser: string;
  rows: FaultRow[];
}

export interface FaultPromise {
  part: 'GPU' | 'page';
  fault: string;
  promise: string;
  tests: TestName[];
}

export interface TestName {
  file: string;
  /** As it stands in the file: `%s` and the like stand for each of several cases. */
  title: string;
}

export interface FaultRow extends FaultPromise {
  tests: (TestName & Tally)[];
}

/** Cases of a test. */
export interface Tally {
  passed: number;
  failed: number;
}
