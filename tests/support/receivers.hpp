#pragma once
/// Who is told: a mail server and a receiver of webhooks, each a program of its own beside the test.
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace badge::test {

class Receiver {
 public:
  [[nodiscard]] std::string port() const { return port_; }
  /// What came next; fails the test where nothing does.
  [[nodiscard]] boost::json::object next();
  /// Whether everything that came was asked for with next().
  [[nodiscard]] bool is_quiet() { return process_.output().empty(); }

 protected:
  Receiver(const std::string& script, std::vector<std::string> options);

 private:
  Process process_;
  std::string port_;
};

/// Options as tests/support/mail_server.mjs has them.
struct MailServer : Receiver {
  explicit MailServer(std::vector<std::string> options = {});
};

/// Options as tests/support/webhook_receiver.mjs has them.
struct WebhookReceiver : Receiver {
  explicit WebhookReceiver(const std::string& secret, const std::string& answers = "204");
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + port() + "/told"; }
};

/// A member of an object as text.
[[nodiscard]] std::string text_of(const boost::json::object& object, std::string_view key);

}  // namespace badge::test
