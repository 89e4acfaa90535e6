import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { verify_badge, type VerifiedBadge } from "../api/inspections";
import type { Problem } from "../api/client";
import { Field, FormEnd, useForm } from "../components/form";
import { format_clock, today } from "../format";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";
import { is_in_use, verdict_of, type Verdict } from "../model/verified";
import { Camera, has_camera } from "./camera";

const text_chars_max = 130; // the QR of an electronic card

/** Whose badge it is, by what stands on it. A scanner that types ends with Enter, and the next code takes the place of
 *  the last. `file`: of the inspection that it is read for; empty: of none. */
export function Verify({ file }: { file: string }) {
  const said = verify_words[language.value];
  const found = useSignal<VerifiedBadge | null>(null);
  const looking = useSignal(false);
  const camera_fails = useSignal(false);
  const box = useRef<HTMLFormElement>(null);
  const field = () => box.current?.elements.namedItem("text") as HTMLInputElement | null;
  const form = useForm(async (value) => {
    found.value = null;
    camera_fails.value = false;
    const text = value("text").trim();
    if (text === "") return { text: said.empty, field: "text" };
    const answer = await verify_badge(text, file, language.value);
    field()?.select();
    if (!answer.ok) return { text: problem_text(answer.problem), field: "text" };
    found.value = answer.value;
    return null;
  });
  const seen = (text: string) => {
    looking.value = false;
    const typed = field();
    if (!typed) return;
    typed.value = text.slice(0, text_chars_max);
    box.current?.requestSubmit();
  };
  return (
    <div class="verify">
      <form ref={box} onSubmit={form.submit} noValidate>
        <Field form={form} name="text" label={said.text} hint={said.about} chars_max={text_chars_max} />
        <FormEnd form={form} text={said.verify} waiting={said.verifying}>
          {has_camera() && (
            <button type="button" class="big" aria-expanded={looking.value} onClick={() => (looking.value = !looking.value)}>
              {looking.value ? said.close_camera : said.camera}
            </button>
          )}
        </FormEnd>
      </form>
      {looking.value && (
        <Camera
          seen={seen}
          failed={() => {
            looking.value = false;
            camera_fails.value = true;
          }}
        />
      )}
      <div role="status">
        {camera_fails.value && <p class="notice">{said.no_camera}</p>}
        {found.value && <Found badge={found.value} />}
      </div>
    </div>
  );
}

function problem_text(problem: Problem): string {
  const said = verify_words[language.value];
  if (problem.status === 404) return said.unknown;
  return problem.status === 0 ? said.no_network : refusal(problem, words.value, language.value);
}

function Found({ badge }: { badge: VerifiedBadge }) {
  const said = verify_words[language.value];
  const { full_name, position, unit_name, staff_code, badges } = badge;
  const verdict = verdict_of(badge, today());
  const is_valid = verdict.is === "valid";
  return (
    <div class="verified">
      <p class={is_valid ? "verified-word" : "verified-word verified-stopped"}>
        <span aria-hidden="true">{is_valid ? "✓" : "✕"}</span> {verdict_text(verdict)}
      </p>
      <p>
        <strong class="verified-name">{full_name}</strong>
        <span class="about">{[position, unit_name, staff_code].filter(Boolean).join(" · ")}</span>
      </p>
      <p>
        {said.today}: {today_text(badge)}
      </p>
      {badges.length > 0 && (
        <p class="soft">
          {said.cards}: {badges.map((one) => said.card(one.card, is_in_use(one, today()) ? said.active : said.states[one.state].toLowerCase())).join("; ")}
        </p>
      )}
    </div>
  );
}

function verdict_text(verdict: Verdict): string {
  const said = verify_words[language.value];
  switch (verdict.is) {
    case "valid":
      return said.valid;
    case "number_ended":
      return said.number_ended;
    case "no_badge":
      return said.no_badge;
    case "stopped":
      return said.states[verdict.state];
  }
}

const signs: Record<VerifiedBadge["presence"], string> = { off: "–", exempt: "–", away: "◇", present: "●", not_seen: "○", unknown: "▨" };

function today_text({ presence, first_tap, last_tap }: VerifiedBadge): string {
  const said = verify_words[language.value];
  if (!first_tap) return `${signs[presence]} ${said.presence[presence]}`;
  const first = format_clock(first_tap);
  return `${signs.present} ${last_tap && last_tap !== first_tap ? said.tapped_last(first, format_clock(last_tap)) : said.tapped(first)}`;
}
