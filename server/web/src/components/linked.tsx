import type { ComponentChildren } from "preact";

/** A link, or the text alone where the reader may not open what is behind it. */
export function Linked({ to, children }: { to: string | undefined; children: ComponentChildren }) {
  return to === undefined ? <>{children}</> : <a href={to}>{children}</a>;
}
