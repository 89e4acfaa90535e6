import { useSignal } from "@preact/signals";
import { listing_formats, lists_paths, release_praise, releases_path, type Listing, type PraiseRelease } from "../api/lists";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { codes_of } from "../model/lists";
import { retry, useResource } from "../resource";
import { Cancel, Dialog } from "./dialog";
import { fault_of, Field, FormEnd, useForm, type Fault } from "./form";
import { ListingTable } from "./listing_table";
import { Loaded } from "./loaded";

interface Props {
  listing: Listing;
  unit: string;
  period: string;
}

/** What a head does with the list of praise: release it, once they have looked at it. */
export function PraiseReleasing({ listing, unit, period }: Props) {
  const said = list_words[language.value];
  const releasing = useSignal(false);
  return (
    <>
      {listing.rows.length > 0 && (
        <button type="button" class="main-button" onClick={() => (releasing.value = true)}>
          {said.release}
        </button>
      )}
      {releasing.value && <ReleaseForm listing={listing} unit={unit} period={period} close={() => (releasing.value = false)} />}
    </>
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
  return (
    <details onToggle={(event) => (is_open.value = event.currentTarget.open)}>
      <summary>
        {release.unit_name}{" "}
        <span class="soft">
          {said.released_line(release.period, release.released_by, format_date(release.at.slice(0, 10), language.value), release.basis)}
        </span>
      </summary>
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
    </details>
  );
}
