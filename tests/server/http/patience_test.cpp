// Clients that are slow, many or gone, and a server that is busy or stops.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <optional>

#include "server/http/server.hpp"
#include "server/store/store.hpp"
#include "tests/support/eventually.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;
using test::RawConnection;

/// A server with routes of the test's own and little patience.
class PatientServer : public testing::Test {
 protected:
  void start(Patience patience = {}, std::size_t threads = 1, std::size_t queue_max = 1) {
    workers.emplace(threads, queue_max);
    Listen listen;
    listen.patience = patience;
    server.emplace(listen, Services{gate, {*workers, audit}, events});
  }
  ~PatientServer() override {
    release.set_value();
    server->stop();
    workers.reset();
  }

  /// A route that answers only when the test lets it.
  void add_held_route() {
    router.add("GET", "/api/held", {}, [this](const Request&) {
      ++entered;
      released.wait();
      return json_response({{"held", true}});
    });
  }

  test::TempDir folder;
  store::Store store{{folder.path() / "var", true, {}, {}, 0}};
  app::SignIn sign_in{store};
  app::Audit audit{store};
  WebSessions sessions{false};
  Router router;
  Gate gate{router, sign_in, sessions, {[] { return attendance::Date(); }}};
  EventHub events;
  std::promise<void> release;
  std::shared_future<void> released = release.get_future().share();
  std::atomic<int> entered = 0;
  std::optional<WorkerPool> workers;
  std::optional<Server> server;
};

TEST_F(PatientServer, AHeaderThatDribblesInIsCutOff) {
  Patience patience;
  patience.header = 50ms;
  start(patience);
  RawConnection connection(server->port());
  connection.send("GET /api/v1/health HTTP/1.1\r\n");
  EXPECT_EQ(connection.read_to_end(), "");
  EXPECT_TRUE(connection.closed());
}

TEST_F(PatientServer, ABodyThatNeverEndsIsCutOff) {
  router.add("POST", "/api/body", {}, [](const Request&) { return Response(); });
  Patience patience;
  patience.body = 50ms;
  start(patience);
  RawConnection connection(server->port());
  connection.send("POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
  EXPECT_EQ(connection.read_to_end(), "");
  EXPECT_TRUE(connection.closed());
}

TEST_F(PatientServer, AnIdleConnectionIsClosed) {
  Patience patience;
  patience.idle = 50ms;
  start(patience);
  RawConnection connection(server->port());
  EXPECT_EQ(connection.read_to_end(), "");
  EXPECT_TRUE(connection.closed());
}

TEST_F(PatientServer, AFullQueueOfQuestionsIsToldWhenToAskAgain) {
  add_held_route();
  start();
  const auto ask = [this] { return HttpClient(server->port()).get("/api/held").status; };
  auto running = std::async(std::launch::async, ask);
  ASSERT_TRUE(test::eventually([this] { return entered == 1; }));
  auto waiting = std::async(std::launch::async, ask);
  ASSERT_TRUE(test::eventually([this] { return workers->waiting() == 1; }));

  const auto refused = HttpClient(server->port()).get("/api/held");
  EXPECT_EQ(refused.status, 503);
  EXPECT_FALSE(refused.field("retry-after").empty());
  EXPECT_EQ(refused.field("content-type"), "application/problem+json");

  release.set_value();
  release = {};
  EXPECT_EQ(running.get(), 200);
  EXPECT_EQ(waiting.get(), 200);
}

TEST_F(PatientServer, AHandlerThatFailsIsA500AndTheServerGoesOn) {
  router.add("GET", "/api/fails", {},
             [](const Request&) -> Response { throw std::runtime_error("secret of the disk"); });
  router.add("GET", "/api/works", {}, [](const Request&) { return Response(); });
  start();
  HttpClient client(server->port());
  const auto answer = client.get("/api/fails");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(client.get("/api/works").status, 200);
}

TEST_F(PatientServer, AClientThatLeavesBeforeItsAnswerHarmsNobody) {
  add_held_route();
  start();
  {
    RawConnection connection(server->port());
    connection.send("GET /api/held HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(test::eventually([this] { return entered == 1; }));
  }
  release.set_value();
  release = {};
  EXPECT_EQ(HttpClient(server->port()).get("/api/v1/none").status, 404);
}

TEST_F(PatientServer, StoppingLetsAnAnswerUnderWayFinishAndClosesIdleConnections) {
  add_held_route();
  start();
  RawConnection idle(server->port());
  auto asked =
      std::async(std::launch::async, [this] { return HttpClient(server->port()).get("/api/held").status; });
  ASSERT_TRUE(test::eventually([this] { return entered == 1; }));
  auto stopped = std::async(std::launch::async, [this] { server->stop(); });
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_TRUE(idle.closed());
  release.set_value();
  release = {};
  EXPECT_EQ(asked.get(), 200);
  stopped.get();
}

TEST_F(PatientServer, StoppingDoesNotWaitForAnAnswerThatTakesTooLong) {
  add_held_route();
  start();
  RawConnection asking(server->port());
  asking.send("GET /api/held HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_TRUE(test::eventually([this] { return entered == 1; }));
  server->stop();  // returns, although the handler never answered
  EXPECT_EQ(entered, 1);
}

TEST_F(PatientServer, TheAnswerToHeadHasNoBody) {
  start();
  RawConnection connection(server->port());
  connection.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto answer = connection.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

}  // namespace
}  // namespace badge::http
