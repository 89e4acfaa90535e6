#pragma once
#include <boost/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tools/badgectl/client.hpp"

namespace badge::tools {

/// The command did not do what it was asked to. The text, complete lines, is all that is printed.
struct CommandFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What each command works with. Results go to standard output, everything else to standard error.
struct Session {
  Client& client;
  bool vietnamese = false;

  [[nodiscard]] std::string_view say(std::string_view vi, std::string_view en) const {
    return vietnamese ? vi : en;
  }

  /// The JSON of a good answer. Throws CommandFailed with what the server said otherwise.
  [[nodiscard]] boost::json::value json_of(const Answer& answer) const;

  /// Throws as json_of does; for answers without a body.
  void expect_good(const Answer& answer) const;
};

/// A member that every server sends; "" or 0 where a server does not.
[[nodiscard]] std::string text_of(const boost::json::object& object, std::string_view key);
[[nodiscard]] std::int64_t number_of(const boost::json::object& object, std::string_view key);
/// Its tables; empty where there is no such list.
[[nodiscard]] std::vector<boost::json::object> objects_of(const boost::json::object& object,
                                                          std::string_view key);
[[nodiscard]] std::vector<std::string> texts_of(const boost::json::object& object, std::string_view key);

/// What the server says is wrong, in a line or a few.
[[nodiscard]] std::string explanation(const Session& session, const Answer& answer);

}  // namespace badge::tools
