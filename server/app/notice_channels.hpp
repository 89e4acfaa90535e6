#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <tl/expected.hpp>

#include "server/notices/settings.hpp"
#include "server/store/notices.hpp"

namespace badge::app {

/// Delivers one message, or says why not. Blocks, within the bounds of its kind.
using Deliver = std::function<tl::expected<void, notices::NotDelivered>(const store::Message&, Instant now)>;

/// By channel: store::mail_channel, and webhooks by their names.
using Channels = std::map<std::string, Deliver>;

/// Those of the settings, to the real world.
[[nodiscard]] Channels channels_of(const notices::Settings& settings);

}  // namespace badge::app
