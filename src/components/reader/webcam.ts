/** One picture from the camera: asked for on a press, stopped at once after the shot. */
import type { Raster } from '../../lib/images/raster.ts';
import { keptSize } from '../../lib/images/admission.ts';
import { bitmapRaster } from './bitmap-raster.ts';

const wish = { video: { facingMode: 'user', width: { ideal: 640 } }, audio: false };

/** @throws Error with a sentence for the reader. */
export async function openWebcam(): Promise<MediaStream> {
  if (!navigator.mediaDevices)
    throw new Error('This browser offers no camera on this page: upload a picture instead.');
  try {
    return await navigator.mediaDevices.getUserMedia(wish);
  } catch (error) {
    throw new Error(refusals[(error as Error).name] ?? refusals.NotReadableError, { cause: error });
  }
}

const refusals: Record<string, string> = {
  NotAllowedError:
    'The camera was not allowed: allow it in the browser’s settings for this page, or upload a picture instead.',
  NotFoundError: 'No camera was found: connect one, or upload a picture instead.',
  NotReadableError:
    'The camera does not answer: close other programs that use it and try again, or upload a picture instead.',
};

export function stopWebcam(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

/** The frame that the video shows. */
export function shoot(video: HTMLVideoElement): Raster {
  return bitmapRaster(video, keptSize(video.videoWidth, video.videoHeight));
}
