import type { Drawing } from '../training/drawings.ts';

/** Where drawings lie: what any such place must be able to do. */
export interface DrawingsTable {
  all(): Promise<Drawing[]>;
  /** Under the next number, which it returns. */
  add(drawing: Omit<Drawing, 'id'>): Promise<number>;
  change(id: number, label: string): Promise<void>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}
