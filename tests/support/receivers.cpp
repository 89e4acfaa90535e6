#include "tests/support/receivers.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace badge::test {
namespace {

std::vector<std::string> command(const std::string& script, std::vector<std::string> options) {
  options.insert(options.begin(), {NODE, std::string(SUPPORT) + '/' + script});
  return options;
}

}  // namespace

Receiver::Receiver(const std::string& script, std::vector<std::string> options)
    : process_(command(script, std::move(options))) {
  constexpr std::string_view ready = "READY ";
  const auto line = process_.read_line();
  if (!line || !line->starts_with(ready)) throw std::runtime_error(script + ": " + process_.errors());
  port_ = line->substr(ready.size());
}

boost::json::object Receiver::next() {
  const auto line = process_.read_line();
  EXPECT_TRUE(line) << "nothing came; " << process_.errors();
  return line ? boost::json::parse(*line).as_object() : boost::json::object();
}

MailServer::MailServer(std::vector<std::string> options) : Receiver("mail_server.mjs", std::move(options)) {}

WebhookReceiver::WebhookReceiver(const std::string& secret, const std::string& answers)
    : Receiver("webhook_receiver.mjs", {"--secret", secret, "--answers", answers}) {}

std::string text_of(const boost::json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

}  // namespace badge::test
