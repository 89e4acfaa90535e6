import type { ComponentChildren } from "preact";
import { retry, useResource } from "../resource";
import { Notice } from "./notice";
import { Waiting } from "./waiting";

/** Asks `path` and shows the answer; a problem stands above the figures that are still held, never in their place. */
export function Loaded<T>({ path, children }: { path: string; children: (value: T) => ComponentChildren }) {
  const { value, problem, loading } = useResource<T>(path).value;
  return (
    <>
      {problem && <Notice problem={problem} retry={() => retry(path)} />}
      {value !== null && children(value)}
      {value === null && !problem && loading && <Waiting />}
    </>
  );
}
