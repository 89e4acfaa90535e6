import { Notice } from "./components/notice";
import { Patterns } from "./components/share_bar";
import { Shell } from "./components/shell";
import { Waiting } from "./components/waiting";
import { InspectDoor, InspectionsDoor } from "./inspect_door";
import { page_for } from "./model/roles";
import { route } from "./navigation";
import { AccountPage, EnrolPage } from "./pages/account_page";
import { AccountsPage } from "./pages/accounts_page";
import { BadgesPage } from "./pages/badges_page";
import { CardsPage } from "./pages/cards_page";
import { EntrancesPage } from "./pages/entrances_page";
import { AuditPage } from "./pages/audit_page";
import { CalendarPage } from "./pages/calendar_page";
import { DayPage } from "./pages/day_page";
import { ImportPage } from "./pages/import_page";
import { InvitationPage } from "./pages/invitation_page";
import { ListsPage } from "./pages/lists_page";
import { LivePage } from "./pages/live_page";
import { LostPage } from "./pages/lost_page";
import { NoticesPage } from "./pages/notices_page";
import { NowPage } from "./pages/now_page";
import { OwnPage } from "./pages/own_page";
import { PeoplePage } from "./pages/people_page";
import { PersonPage } from "./pages/person_page";
import { ProgrammePage } from "./pages/programme_page";
import { ReadsPage } from "./pages/reads_page";
import { RequestsPage } from "./pages/requests_page";
import { RetentionPage } from "./pages/retention_page";
import { RosterPage } from "./pages/roster_page";
import { RulePage } from "./pages/rule_page";
import { RulesPage } from "./pages/rules_page";
import { SchedulesPage } from "./pages/schedules_page";
import { SignInPage } from "./pages/sign_in_page";
import { TrendPage } from "./pages/trend_page";
import { UnitsPage } from "./pages/units_page";
import { WaitingListPage } from "./pages/waiting_list_page";
import { WaitingPage } from "./pages/waiting_page";
import type { Route } from "./route";
import { ask_session, powers, session, type Session } from "./session";

export function App() {
  const now = session.value;
  return (
    <>
      <Patterns />
      <Shell who={now.state === "signed_in" ? now.who : null}>
        <Content now={now} route={route.value} />
      </Shell>
    </>
  );
}

/** The address stays while somebody signs in, so a link that was sent leads to its page. */
function Content({ now, route }: { now: Session; route: Route }) {
  if (route.page === "invitation") return <InvitationPage token={route.token} />;
  const asked = now.state === "signed_in" ? page_for(route, now.powers) : route;
  if (asked?.page === "inspect" && goes_on(now)) {
    return <InspectDoor file={asked.file} who={now.state === "signed_in" ? now.who.name : null} />;
  }
  switch (now.state) {
    case "asking":
      return <Waiting />;
    case "unreachable":
      return <Notice problem={now.problem} retry={() => void ask_session()} />;
    case "signed_out":
      return <SignInPage why={now.why} name={now.name} problem={now.problem} />;
    case "signed_in":
      if (now.who.must_enrol) return <EnrolPage />;
      return <Page route={page_for(route, powers.value)} />;
  }
}

/** An inspection goes on without a network: whoever was signed in here before works with what is kept on the device. */
function goes_on(now: Session): boolean {
  return now.state === "signed_in" ? !now.who.must_enrol : now.state !== "signed_out";
}

function Page({ route }: { route: Route | null }) {
  if (route === null) return <LostPage why="no_access" />;
  switch (route.page) {
    case "units":
      return <UnitsPage {...route} />;
    case "people":
      return <PeoplePage {...route} key={route.unit} />;
    case "person":
      return <PersonPage {...route} />;
    case "day":
      return <DayPage {...route} />;
    case "mine":
      return <OwnPage />;
    case "now":
      return <NowPage unit={route.unit} key={route.unit} />;
    case "trend":
      return <TrendPage unit={route.unit} key={route.unit} />;
    case "waiting":
      return <WaitingPage />;
    case "waiting_list":
      return <WaitingListPage />;
    case "requests":
      return <RequestsPage />;
    case "rules":
      return <RulesPage />;
    case "rule":
      return <RulePage no={route.no} key={route.no} />;
    case "lists":
      return <ListsPage {...route} />;
    case "live":
      return <LivePage />;
    case "reads":
      return <ReadsPage />;
    case "roster":
      return <RosterPage />;
    case "calendar":
      return <CalendarPage year={route.year} key={route.year} />;
    case "programme":
      return <ProgrammePage />;
    case "schedules":
      return <SchedulesPage />;
    case "import":
      return <ImportPage />;
    case "accounts":
      return <AccountsPage />;
    case "entrances":
      return <EntrancesPage />;
    case "notices":
      return <NoticesPage />;
    case "badges":
      return <BadgesPage staff={route.staff} />;
    case "cards":
      return <CardsPage />;
    case "inspections":
      return <InspectionsDoor tab={route.tab} />;
    case "inspection":
      return <InspectionsDoor file={route.file} />;
    case "audit":
      return <AuditPage />;
    case "retention":
      return <RetentionPage />;
    case "account":
      return <AccountPage />;
    default:
      return <LostPage why="lost" />;
  }
}
