#pragma once
#include <string>

namespace badge::notices {

/// Why something did not arrive.
struct NotDelivered {
  enum class Why {
    failed,       // this one was refused; others may pass
    unreachable,  // nobody answers there: others would not pass either
    gone,         // nobody listens there any more, and says so
  };
  Why why = Why::failed;
  std::string what;  // for people who run the server; holds no secret, and nothing of what was to be told
};

}  // namespace badge::notices
