/** The page's lab, once it is there: what shows its model elsewhere on the page follows it. */
import { signal } from '@preact/signals';
import type { LabStore } from './lab-store.ts';

export const pageLab = signal<LabStore | null>(null);
