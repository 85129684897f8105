/** What a picture file says of itself before it is decoded. */
import type { FoundOrientation } from './orientation.ts';

export interface ImageHeader {
  /** As stored, before any turning; 0 when the file does not say. */
  width: number;
  height: number;
  /** Frames of an animation; 1 for a still picture, Infinity when there are several but no count. */
  frames: number;
  /** The file goes on to its end. */
  complete: boolean;
  /** Stored in printers' inks. */
  cmyk: boolean;
  /** JPEG, PNG, WebP: how to turn the stored picture. */
  orientation?: FoundOrientation;
}

export const plainHeader: ImageHeader = {
  width: 0,
  height: 0,
  frames: 1,
  complete: true,
  cmyk: false,
};
