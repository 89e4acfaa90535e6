import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { no_answer } from "./api/client";
import { Notice } from "./components/notice";
import { Waiting } from "./components/waiting";
import type { InspectProps } from "./inspect/page";

const page = signal<ComponentType<InspectProps> | null>(null);
const failed = signal(false);

/** The inspector's page is a file of its own: nobody else's first screen waits for it. */
export function InspectDoor(props: InspectProps) {
  useEffect(() => {
    if (!page.value) void load();
  }, []);
  if (page.value) return <page.value {...props} />;
  return failed.value ? <Notice problem={no_answer} retry={() => location.reload()} /> : <Waiting />;
}

async function load(): Promise<void> {
  try {
    page.value = (await import("./inspect/page")).InspectPage;
  } catch {
    failed.value = true; // no network, or a page of an older version is open: reading anew gets both right
  }
}
