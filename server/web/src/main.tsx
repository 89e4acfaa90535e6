import { render } from "preact";
import { App } from "./app";
import "./css/app.css";
import { keep_language } from "./i18n/language";
import { watch_address } from "./navigation";
import { when_unauthorized } from "./resource";
import { ask_session, begin_session, session_ended } from "./session";

keep_language();
watch_address();
when_unauthorized(({ status }) => (status === 401 ? session_ended() : void ask_session()));
void begin_session();
render(<App />, document.getElementById("app")!);
