import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { chooseImage, tell } from './reader-state.ts';
import { ownId } from './reader-image.ts';
import { unnamed } from './take-file.ts';
import { openWebcam, shoot, stopWebcam } from './webcam.ts';

/** What the camera sees, and a button that keeps one frame of it. Gone from the page, the camera is off. */
export function Webcam({ close }: { close: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [live, setLive] = useState(false);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const leaveWhenHidden = () => document.hidden && close();
    document.addEventListener('visibilitychange', leaveWhenHidden);
    openWebcam().then(
      (opened) => {
        if (left) return stopWebcam(opened);
        stream = opened;
        video.current!.srcObject = opened;
      },
      (error: Error) => {
        tell(error.message);
        close();
      },
    );
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', leaveWhenHidden);
      if (stream) stopWebcam(stream);
    };
  }, []);

  const take = () => {
    const image = {
      ...shoot(video.current!),
      id: ownId,
      name: unnamed.webcam,
      kind: 'webcam' as const,
    };
    close();
    tell('The picture was taken, and the camera is off.');
    void chooseImage(image);
  };

  return (
    <div class="picker-panel">
      <video
        ref={video}
        aria-label="What the camera sees"
        autoplay
        muted
        playsInline
        onLoadedData={() => setLive(true)}
      />
      <div class="picker-row">
        <Button
          label="Take the picture"
          primary
          reason={live ? null : 'The camera is not on yet.'}
          onPress={take}
        />
        <Button label="Camera off" onPress={close} />
      </div>
    </div>
  );
}
