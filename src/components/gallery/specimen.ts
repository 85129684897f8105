/** What the gallery shows: one thing in one state. */
import type { VNode } from 'preact';

export interface Specimen {
  /** What it is: "Slider". */
  name: string;
  /** Its state, or which of several: "disabled". */
  state?: string;
  /**
   * Draws it. `scope` differs between two drawings on one page: it belongs in every id, and in names that must differ.
   */
  draw: (scope: string) => VNode;
  /** Drawn as if the keyboard stood on it. */
  focused?: boolean;
}

export interface SpecimenGroup {
  title: string;
  specimens: readonly Specimen[];
}

/** What a control of the gallery does. */
export const nothing = () => undefined;
