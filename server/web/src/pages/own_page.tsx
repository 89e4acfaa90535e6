import { paths } from "../api/client";
import type { Months } from "../api/types";
import { Loaded } from "../components/loaded";
import { OwnLoans } from "../components/own_loans";
import { ReleasedPraise } from "../components/praise_release";
import { words } from "../i18n/language";
import { powers } from "../session";
import { PersonPage } from "./person_page";

/** One's own newest month: the first page of everybody who sees nobody else's. */
export function OwnPage() {
  const { own } = powers.value;
  return (
    <Loaded<Months> path={paths.months()} title={words.value.person.calendar}>
      {(known) => (
        <>
          <PersonPage month={known.default} staff={own} show="all" />
          <OwnLoans />
          <ReleasedPraise />
        </>
      )}
    </Loaded>
  );
}
