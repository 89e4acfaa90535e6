import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Loaded } from "../components/loaded";
import { useServerEvents } from "../event_line";
import { retry } from "../resource";

interface Props<T> {
  path: string;
  title?: string; // as of Loaded
  file?: string; // the page is about this file alone
  children: (value: T) => ComponentChildren;
}

/** As Loaded; and asks again when a file of inspection has changed. */
export function Followed<T>({ path, title, file, children }: Props<T>) {
  const asked = useRef(path);
  asked.current = path;
  useServerEvents(
    ["inspection"],
    () => retry(asked.current),
    (data) => file === undefined || data.includes(file),
    "inspections",
  );
  return (
    <Loaded<T> path={path} {...(title && { title })}>
      {children}
    </Loaded>
  );
}
