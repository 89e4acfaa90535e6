import type { ComponentChildren } from "preact";
import { retry, useResource } from "../resource";
import { Heading } from "./heading";
import { Notice } from "./notice";
import { Waiting } from "./waiting";

interface Props<T> {
  path: string;
  title?: string; // of the page, as long as the answer that names it is not there
  children: (value: T) => ComponentChildren;
}

/** Asks `path` and shows the answer; a problem stands above the figures that are still held, never in their place. */
export function Loaded<T>({ path, title, children }: Props<T>) {
  const { value, problem, loading } = useResource<T>(path).value;
  return (
    <>
      {value === null && title && <Heading title={title} />}
      {problem && <Notice problem={problem} retry={() => retry(path)} />}
      {value !== null && children(value)}
      {value === null && !problem && loading && <Waiting />}
    </>
  );
}
