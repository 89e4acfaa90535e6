#pragma once
#include <chrono>
#include <string>

#include "server/store/snapshot.hpp"
#include "tests/e2e/entrance_under_test.hpp"
#include "tests/e2e/server_under_test.hpp"

namespace badge::test {

/// The 7-byte UID of test badge number `number`.
[[nodiscard]] std::string invented_uid(int number);

/// How often a badge lies in the store.
[[nodiscard]] int times_stored(const store::Snapshot& stored, const std::string& uid);

/// What the server says of each stream, as text that changes with every row stored.
[[nodiscard]] std::string stored_marks(ServerUnderTest& server);

/// Waits until the server holds every row of the entrance's journal, and ends the bridge. True if it does, to
/// the same digest: the digest is chained over all rows, so none is missing, none is doubled, all are in
/// order.
[[nodiscard]] bool deliver_everything(ServerUnderTest& server, EntranceUnderTest& entrance,
                                      std::chrono::milliseconds limit = patience);

}  // namespace badge::test
