import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { language } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";

/** A reader of codes that some browsers have (Shape Detection API), as far as it is used here. */
interface CodeReader {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type CodeReaders = new (asked: { formats: string[] }) => CodeReader;

const look_every_ms = 250; // a code stands still for longer, and an old phone keeps up

const readers = (): CodeReaders | undefined => (window as { BarcodeDetector?: CodeReaders }).BarcodeDetector;

/** Whether this browser reads codes with a camera. */
export const has_camera = (): boolean => readers() !== undefined && navigator.mediaDevices !== undefined;

/** Looks through the camera until it sees a code. The picture stays on this device. */
export function Camera({ seen, failed }: { seen: (text: string) => void; failed: () => void }) {
  const said = verify_words[language.value];
  const video = useRef<HTMLVideoElement>(null);
  const ready = useSignal(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let over = false;
    const Readers = readers();
    const look = async (reader: CodeReader) => {
      const picture = video.current;
      const [code] = picture && picture.readyState >= picture.HAVE_CURRENT_DATA ? await reader.detect(picture).catch(() => []) : [];
      if (over) return;
      if (code?.rawValue) return seen(code.rawValue);
      timer = window.setTimeout(() => void look(reader), look_every_ms);
    };
    const open = async () => {
      if (Readers === undefined) return failed();
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        if (over) return stop(stream);
        if (video.current) {
          video.current.srcObject = stream;
          await video.current.play();
        }
        ready.value = true;
        await look(new Readers({ formats: ["qr_code"] }));
      } catch {
        if (!over) failed();
      }
    };
    void open();
    return () => {
      over = true;
      window.clearTimeout(timer);
      if (stream) stop(stream);
    };
  }, []);
  return <video ref={video} class={ready.value ? "verify-camera" : "verify-camera verify-camera-dark"} aria-label={said.picture} muted playsInline />;
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
