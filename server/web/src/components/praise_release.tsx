import { useSignal } from "@preact/signals";
import { listing_formats, lists_paths, release_praise, releases_path, withdraw_praise, type Listing, type PraiseRelease } from "../api/lists";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { codes_of, names_person } from "../model/lists";
import { retry, useResource } from "../resource";
import { powers } from "../session";
import { Cancel, Dialog } from "./dialog";
import { fault_of, Field, FormEnd, useForm, type Fault } from "./form";
import { ListingTable } from "./listing_table";
import { Loaded } from "./loaded";

interface Props {
  listing: Listing;
  unit: string;
  period: string;
}

const why_not = "why-not-released"; // there is one such button on the page

const is_own = (listing: Listing): boolean => names_person(listing.rows, powers.value.own);

/** What a head does with the list of praise: release it, once they have looked at it. Not who stands on it. */
export function PraiseReleasing({ listing, unit, period }: Props) {
  const said = list_words[language.value];
  const releasing = useSignal(false);
  if (listing.rows.length === 0) return null;
  const own = is_own(listing);
  return (
    <>
      <button type="button" class="main-button" disabled={own} aria-describedby={own ? why_not : undefined} onClick={() => (releasing.value = true)}>
        {said.release}
      </button>
      {releasing.value && <ReleaseForm listing={listing} unit={unit} period={period} close={() => (releasing.value = false)} />}
    </>
  );
}

/** Why the button does nothing, for who stands on the list. */
export function WhyNotReleased({ listing }: { listing: Listing }) {
  if (!is_own(listing)) return null;
  return (
    <p class="history" id={why_not}>
      {list_words[language.value].own_release}
    </p>
  );
}

function ReleaseForm({ listing, unit, period, close }: Props & { close: () => void }) {
  const said = list_words[language.value];
  const form = useForm(async (value): Promise<Fault | null> => {
    const basis = value("basis").trim();
    const answer = await release_praise({ unit, period, basis, seen: codes_of(listing.rows) }, language.value);
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    retry(releases_path);
    close();
    return null;
  });
  return (
    <Dialog title={said.release_title} close={close}>
      <p>{said.release_about}</p>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="basis" label={said.basis} hint={said.basis_hint} chars_max={300} />
        <FormEnd form={form} text={said.release} waiting={said.releasing}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** Lists that were released, each to be opened. Nothing where there is none. */
export function ReleasedPraise() {
  const { value } = useResource<{ releases: PraiseRelease[] }>(releases_path).value;
  const releases = value?.releases ?? [];
  if (releases.length === 0) return null;
  return (
    <section class="asked-for">
      <h2>{list_words[language.value].released}</h2>
      {releases.map((release) => (
        <Released key={release.no} release={release} />
      ))}
    </section>
  );
}

function Released({ release }: { release: PraiseRelease }) {
  const said = list_words[language.value];
  const is_open = useSignal(false);
  const about = (
    <>
      {release.unit_name}{" "}
      <span class="soft">
        {said.released_line(release.period, release.released_by, format_date(release.at.slice(0, 10), language.value), release.basis)}
      </span>
      <Withdrawn release={release} />
    </>
  );
  if (!release.open) return <p>{about}</p>;
  return (
    <details onToggle={(event) => (is_open.value = event.currentTarget.open)}>
      <summary>{about}</summary>
      {is_open.value && (
        <Loaded<Listing> path={lists_paths.released(release.no, language.value)}>
          {(listing) => <ListingTable listing={listing} door={() => undefined} />}
        </Loaded>
      )}
      <p class="links">
        {listing_formats.map((format) => (
          <a key={format} href={lists_paths.released_file(release.no, format, language.value)} download>
            {said.take(format.toUpperCase())}
          </a>
        ))}
      </p>
      {release.may_withdraw && <Withdrawing release={release} />}
    </details>
  );
}

/** That it is withdrawn and, for who may know, by whom and why. */
function Withdrawn({ release: { withdrawn } }: { release: PraiseRelease }) {
  const said = list_words[language.value];
  if (withdrawn === null) return null;
  return (
    <>
      . <strong>{said.withdrawn_line(format_date(withdrawn.at.slice(0, 10), language.value))}</strong>
      {withdrawn.by !== undefined && <span class="soft"> ({said.withdrawn_why(withdrawn.by, withdrawn.reason ?? "")})</span>}
    </>
  );
}

function Withdrawing({ release }: { release: PraiseRelease }) {
  const said = list_words[language.value];
  const is_asked = useSignal(false);
  const close = () => (is_asked.value = false);
  const form = useForm(async (value): Promise<Fault | null> => {
    const answer = await withdraw_praise(release.no, value("reason").trim(), language.value);
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    close();
    retry(releases_path);
    return null;
  });
  return (
    <>
      <button type="button" class="plain" onClick={() => (is_asked.value = true)}>
        {said.withdraw}
      </button>
      {is_asked.value && (
        <Dialog title={said.withdraw_title} close={close}>
          <p>{said.withdraw_about}</p>
          <form onSubmit={form.submit} noValidate>
            <Field form={form} name="reason" label={said.reason} hint={said.reason_hint} chars_max={300} />
            <FormEnd form={form} text={said.withdraw} waiting={said.withdrawing}>
              <Cancel close={close} />
            </FormEnd>
          </form>
        </Dialog>
      )}
    </>
  );
}
