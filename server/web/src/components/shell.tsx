import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Problem } from "../api/client";
import type { Identity } from "../api/types";
import { language, words } from "../i18n/language";
import { route } from "../navigation";
import { href } from "../route";
import { sign_out } from "../session";
import { explanation } from "./notice";
import { Segmented } from "./segmented";

/** What stands around every page. */
export function Shell({ who, children }: { who: Identity | null; children: ComponentChildren }) {
  const said = words.value;
  return (
    <>
      <a class="skip" href="#content" onClick={skip_to_content}>
        {said.skip}
      </a>
      <header class="top">
        <div class="top-inside">
          <span class="product">
            <Mark />
            {said.product}
          </span>
          {who && <Pages />}
          <div class="top-end">
            <Segmented
              label={said.language}
              name="language"
              value={language.value}
              choices={[
                { value: "vi", text: "VI", title: "Tiếng Việt" },
                { value: "en", text: "EN", title: "English" },
              ]}
              choose={(chosen) => (language.value = chosen)}
            />
            {who && <Account who={who} />}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Pages() {
  const said = words.value;
  const live = route.value.page === "live";
  return (
    <nav class="pages" aria-label={said.main_navigation}>
      <a href={href({ page: "units", month: null, count: "subtree" })} aria-current={live ? undefined : "true"}>
        {said.nav.units}
      </a>
      <a href={href({ page: "live" })} aria-current={live ? "page" : undefined}>
        {said.nav.live}
      </a>
    </nav>
  );
}

function Account({ who }: { who: Identity }) {
  const said = words.value;
  const failed = useSignal<Problem | null>(null);
  const leave = async () => {
    failed.value = await sign_out();
  };
  return (
    <>
      <span class="who" title={`${who.name} · ${said.roles[who.role] ?? who.role}`}>
        {who.name}
      </span>
      <button type="button" class="plain" onClick={() => void leave()}>
        {said.sign_out}
      </button>
      {failed.value && (
        <span class="failed" role="alert">
          {explanation(failed.value, said.problem)}
        </span>
      )}
    </>
  );
}

/** The address behind # names a page, so this link moves the focus itself. */
function skip_to_content(event: Event) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" class="line" />
      <path d="M12 3a9 9 0 0 1 0 18z" class="ink" />
    </svg>
  );
}
