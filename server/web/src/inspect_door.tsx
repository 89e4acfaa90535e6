import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { no_answer } from "./api/client";
import { Notice } from "./components/notice";
import { Waiting } from "./components/waiting";

/** A page in a file of its own: nobody else's first screen waits for it. */
function door_to<Props extends object>(load_page: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const page = signal<{ Page: ComponentType<Props> } | null>(null);
  const failed = signal(false);
  const load = async () => {
    try {
      page.value = { Page: await load_page() };
    } catch {
      failed.value = true; // no network, or a page of an older version is open: reading anew gets both right
    }
  };
  return (props: Props) => {
    useEffect(() => {
      if (!page.value) void load();
    }, []);
    if (page.value) return <page.value.Page {...props} />;
    return failed.value ? <Notice problem={no_answer} retry={() => location.reload()} /> : <Waiting />;
  };
}

/** What an inspector carries from desk to desk. */
export const InspectDoor = door_to(async () => (await import("./inspect/page")).InspectPage);

/** Inspections, findings, plans and cases. */
export const InspectionsDoor = door_to(async () => (await import("./inspections/page")).InspectionsPage);
