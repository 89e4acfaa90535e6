import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/language";
import { pages_opened } from "../navigation";

interface Props {
  title: string;
  about?: ComponentChildren; // the line under the title
  children?: ComponentChildren; // controls beside it
}

/** The page's title: also the document's, and where a screen reader goes on after a link was followed. */
export function Heading({ title, about, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.value.product}`;
  }, [title, words.value]);
  useEffect(() => {
    if (pages_opened > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="heading">
      <div class="heading-text">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {about && <p class="about">{about}</p>}
      </div>
      {children && <div class="heading-controls">{children}</div>}
    </div>
  );
}
