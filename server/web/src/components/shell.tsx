import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Problem } from "../api/client";
import type { Identity } from "../api/types";
import { format_number } from "../format";
import { explanation } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { unsent_here } from "../kept_here";
import { section_of, sections_of, type Section } from "../model/roles";
import { route } from "../navigation";
import { href } from "../route";
import { powers, sign_out } from "../session";
import { Confirm } from "./confirm";
import { Segmented } from "./segmented";
import { capital } from "./session_list";

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
          {who && !who.must_enrol && <Pages />}
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
            {who && <Who who={who} />}
            {who && <SignOut />}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

const beside_name_max = 4; // entries in the line of the product's name

function Pages() {
  const said = words.value;
  const sections = sections_of(powers.value);
  const here = section_of(route.value, powers.value);
  if (sections.length === 0) return null;
  return (
    <nav class={sections.length > beside_name_max ? "pages pages-many" : "pages"} aria-label={said.main_navigation}>
      {sections.map((section) => (
        <a key={section} ref={section === here ? into_view : null} href={section_href(section)} aria-current={section === here ? "true" : undefined}>
          {said.nav[section]}
        </a>
      ))}
    </nav>
  );
}

/** Where the entries do not all fit, the page's own is seen. */
const into_view = (link: HTMLElement | null) => link?.scrollIntoView({ block: "nearest", inline: "center" });

function section_href(section: Section): string {
  if (section === "units") return href({ page: section, month: null, count: "subtree" });
  if (section === "calendar") return href({ page: section, year: "" });
  if (section === "badges") return href({ page: section, staff: "" });
  if (section === "inspections") return href({ page: section, tab: "list" });
  return href(section === "now" ? { page: section, unit: "" } : { page: section });
}

/** Who is signed in, as whom; the way to one's own password and second factor. */
function Who({ who }: { who: Identity }) {
  const said = words.value;
  const roles = capital(powers.value.roles.map((role) => said.roles[role]).join(", "));
  return (
    <div class="who">
      <div class="who-names">
        <span title={who.name}>{who.name}</span>
        <span class="about" title={roles}>
          {roles}
        </span>
      </div>
      {who.by === "password" && !who.must_enrol && <a href={href({ page: "account" })}>{said.account.title}</a>}
    </div>
  );
}

function SignOut() {
  const said = words.value;
  const failed = useSignal<Problem | null>(null);
  const unsent = useSignal(0); // marks of an inspection, about which one is asked first
  const leave = async () => {
    failed.value = await sign_out();
    return null;
  };
  const ask = async () => {
    unsent.value = await unsent_here().catch(() => 0);
    if (unsent.value === 0) await leave();
  };
  return (
    <>
      <button type="button" class="plain" onClick={() => void ask()}>
        {said.sign_out}
      </button>
      {unsent.value > 0 && (
        <Confirm
          title={said.unsent.title}
          text={said.unsent.text(format_number(unsent.value, language.value))}
          submit={said.sign_out}
          act={leave}
          close={() => (unsent.value = 0)}
        />
      )}
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
