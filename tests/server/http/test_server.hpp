#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "reader-config/tap/tap_wire.hpp"
#include "server/application.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// The whole server inside the test, on a free port of this machine, with a new store and an administrator.
class TestServer {
 public:
  TestServer() : TestServer(ServerConfig()) {}
  explicit TestServer(ServerConfig config);

  [[nodiscard]] std::uint16_t port() const { return application_->port(); }
  [[nodiscard]] const Application& application() const { return *application_; }
  [[nodiscard]] const std::string& admin_token() const { return admin_token_; }
  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "var"; }
  [[nodiscard]] HttpClient admin() const { return as(admin_token_); }
  [[nodiscard]] HttpClient as(const std::string& token) const { return HttpClient(port(), bearer(token)); }
  [[nodiscard]] HttpClient anybody() const { return HttpClient(port()); }

  /// Made through the API; return the token.
  [[nodiscard]] std::string add_bridge(const std::string& name);
  [[nodiscard]] std::string add_token(const std::string& name, const std::string& role,
                                      const std::string& unit = {});

  /// Adds a login by its invitation; `about` is more of the request: R"("staff_code":"CB1")". A browser in
  /// which it is signed in.
  [[nodiscard]] HttpClient sign_in(const std::string& name, const std::string& about);
  [[nodiscard]] HttpClient browser(const std::string& cookie) const;
  static constexpr std::string_view password = "mưa rơi nhẹ đêm";

  /// Imports a CSV file through the API; fails the test unless every row is taken.
  void import(const std::string& kind, const std::string& csv);

 private:
  TempDir folder_;
  std::string admin_token_;
  std::unique_ptr<Application> application_;
};

/// A journal as a bridge keeps it: makes batches that continue where the last one ended.
class TestStream {
 public:
  explicit TestStream(char name) : stream_(32, name) {}

  /// The body of a batch with one tap of each UID, in order.
  [[nodiscard]] std::string batch(const std::vector<std::string>& uids,
                                  ClockState clock = ClockState::synchronised);
  /// The same of taps that were made at some time.
  struct Shown {
    std::string uid;
    Instant at;
  };
  [[nodiscard]] std::string batch_of(const std::vector<Shown>& shown,
                                     ClockState clock = ClockState::synchronised);
  [[nodiscard]] const Mark& mark() const { return mark_; }
  [[nodiscard]] const std::string& name() const { return stream_; }

 private:
  std::string stream_;
  Mark mark_;
};

/// "name=value" of the Set-Cookie field of an answer.
[[nodiscard]] std::string cookie_of(const HttpAnswer& answer);

/// The member `key` of a JSON object as text: what is quoted without its quotes. Empty where it is not there.
[[nodiscard]] std::string member(const std::string& json, const std::string& key);

}  // namespace badge::test
