/** Committed records that /proof shows; each is written by the script of its command. */
import type { TrainingSettings } from '../training/settings.ts';
import type { Recorded } from './checkpoint-card.ts';
import type { RunEvaluation } from './run-document.ts';

export interface ProofRecorded {
  command: string;
  /** Year, month, day. */
  date: string;
  machine: string;
}

/** `npm run browsers`: what a reader does, done in each browser. */
export interface BrowsersRecord {
  recorded: ProofRecorded;
  browsers: BrowserRecord[];
}

export interface BrowserRecord {
  name: string;
  version: string;
  results: { promise: string; works: boolean; seen: string }[];
}

/** `npm run budgets`: what the built site weighs, and what training in it takes. */
export interface BudgetsRecord {
  recorded: ProofRecorded;
  /** Compressed bytes of each page's first load. */
  pages: { page: string; html: number; css: number; js: number; total: number }[];
  /** Bytes. */
  fonts: number;
  /** Compressed bytes of the engine on WebGL. */
  engine: number;
  /** The longest task of the main thread in each of three stretches of training, milliseconds of CPU time. */
  longestTasks: number[];
  /** The page before and after that many steps, memory after a collection. */
  growth: { steps: number; before: PageUsage; after: PageUsage };
}

export interface PageUsage {
  /** DOM nodes. */
  nodes: number;
  listeners: number;
  /** Bytes of the JavaScript heap. */
  heap: number;
}

/** Published advisories about packages that are locked here; kept by hand, compared with every locked version by a test. */
export interface AdvisoriesRecord {
  /** Year, month, day. */
  lookedUp: string;
  /** The day up to which the lists that were read go. */
  publishedBy: string;
  /** The packages that were looked up, those without an advisory too. */
  packages: string[];
  found: Advisory[];
}

export interface Advisory {
  /** In GitHub's list, or a CVE where that has none. */
  id: string;
  package: string;
  /** A range of versions as npm writes it. */
  affected: string;
}

/** `npm run overnight`: the lab's preset "overnight", trained to its end and then tested. */
export interface OvernightRecord {
  recorded: Recorded;
  settings: TrainingSettings;
  parameters: number;
  /** On the validation images. */
  evaluations: RunEvaluation[];
  /** 0 to 1. */
  testAccuracy: number;
}
