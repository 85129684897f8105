import type { VitConfig } from '../model/config.ts';
import type { VitParameters } from '../model/vit.ts';

/** A model that a computation may use. */
export interface LoadedModel {
  config: VitConfig;
  classNames: string[];
  /** On the device until other models have taken its place: use it within one computation, and never free it. */
  parameters: VitParameters;
}
