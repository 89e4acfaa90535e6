import { useSignal } from "@preact/signals";
import { badges_api, type BadgeState, type HeldBadge, type Holder, type UnknownCard } from "../api/badges";
import type { Named } from "../api/requests";
import { BindCard, ChangeBadge, IssueBadge } from "../components/badge_dialogs";
import { HeldBadges, UnknownCards } from "../components/badge_tables";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { Found, PersonFinder } from "../components/person_finder";
import { useServerEvents } from "../event_line";
import { format_date } from "../format";
import { badge_words } from "../i18n/badge_words";
import { language } from "../i18n/language";
import { is_of_unknown_card } from "../model/live_list";
import { go_to } from "../navigation";
import { retry } from "../resource";
import { href } from "../route";

type Open =
  | { dialog: "bind"; card: UnknownCard }
  | { dialog: "issue"; person: Named }
  | { dialog: "change"; person: Named; badge: HeldBadge; first: BadgeState };

/** Whose badge is this, and what has become of whose. */
export function BadgesPage({ staff }: { staff: string }) {
  const said = badge_words[language.value];
  const open = useSignal<Open | null>(null);
  const saved = useSignal(""); // whose badges were changed last
  useServerEvents(["tap"], () => retry(badges_api.unknown_path), is_of_unknown_card); // one that was just shown
  const done = (code: string) => {
    open.value = null;
    retry(badges_api.unknown_path);
    if (code === staff) retry(badges_api.of_path(code));
    else go_to(href({ page: "badges", staff: code }));
    saved.value = code;
  };
  return (
    <>
      <Heading title={said.title} />
      <p class="saved" role="status">{saved.value !== "" && saved.value === staff ? said.done : ""}</p>
      <section class="badges">
        <h2>{said.unknown}</h2>
        <p class="soft">{said.unknown_about}</p>
        <Loaded<{ cards: UnknownCard[] }> path={badges_api.unknown_path}>
          {({ cards }) =>
            cards.length === 0 ? (
              <p class="empty">{said.none_unknown}</p>
            ) : (
              <UnknownCards cards={cards} bind={(card) => (open.value = { dialog: "bind", card })} />
            )
          }
        </Loaded>
      </section>
      <section class="badges badges-of">
        <h2>{said.of_person}</h2>
        <PersonFinder key={staff}>
          {(people) => <Found people={people} choose={(person) => go_to(href({ page: "badges", staff: person.staff_code }))} />}
        </PersonFinder>
        {staff && <BadgesOf staff={staff} open={(next) => (open.value = next)} />}
      </section>
      {open.value && <Opened open={open.value} close={() => (open.value = null)} done={done} />}
    </>
  );
}

function BadgesOf({ staff, open }: { staff: string; open: (next: Open) => void }) {
  const said = badge_words[language.value];
  return (
    <Loaded<Holder> path={badges_api.of_path(staff)}>
      {(person) => (
        <>
          <h3>
            {person.full_name}{" "}
            <span class="soft">
              {person.staff_code} · {person.position} · {person.unit_name}
            </span>
          </h3>
          {person.badges.length === 0 ? (
            <p class="empty">{said.none_held}</p>
          ) : (
            <HeldBadges badges={person.badges} change={(badge, first) => open({ dialog: "change", person, badge, first })} />
          )}
          {person.numbers.map((number) => (
            <p key={number.number_masked + number.from} class="soft">
              {said.printed(number.number_masked, format_date(number.from, language.value), number.to && format_date(number.to, language.value))}
            </p>
          ))}
          <div class="more">
            <button type="button" onClick={() => open({ dialog: "issue", person })}>
              {said.issue}
            </button>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Opened({ open, close, done }: { open: Open; close: () => void; done: (staff: string) => void }) {
  switch (open.dialog) {
    case "bind":
      return <BindCard card={open.card} close={close} done={done} />;
    case "issue":
      return <IssueBadge person={open.person} close={close} done={done} />;
    case "change":
      return <ChangeBadge {...open} close={close} done={done} />;
  }
}
