import { Notice } from "./components/notice";
import { Patterns } from "./components/share_bar";
import { Shell } from "./components/shell";
import { Waiting } from "./components/waiting";
import { route } from "./navigation";
import { DayPage } from "./pages/day_page";
import { LivePage } from "./pages/live_page";
import { LostPage } from "./pages/lost_page";
import { PeoplePage } from "./pages/people_page";
import { PersonPage } from "./pages/person_page";
import { SignInPage } from "./pages/sign_in_page";
import { UnitsPage } from "./pages/units_page";
import type { Route } from "./route";
import { ask_session, session } from "./session";

export function App() {
  const now = session.value;
  return (
    <>
      <Patterns />
      <Shell who={now.state === "signed_in" ? now.who : null}>
        {now.state === "asking" && <Waiting />}
        {now.state === "unreachable" && <Notice problem={now.problem} retry={() => void ask_session()} />}
        {now.state === "signed_out" && <SignInPage ended={now.ended} />}
        {now.state === "signed_in" && <Page route={route.value} />}
      </Shell>
    </>
  );
}

/** The address stays while somebody signs in, so a link that was sent leads to its page. */
function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "units":
      return <UnitsPage {...route} />;
    case "people":
      return <PeoplePage {...route} key={route.unit} />;
    case "person":
      return <PersonPage {...route} />;
    case "day":
      return <DayPage {...route} />;
    case "live":
      return <LivePage />;
    case "lost":
      return <LostPage />;
  }
}
