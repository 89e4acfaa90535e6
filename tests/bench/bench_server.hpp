#pragma once
/// A real server in a folder of its own, and browsers that ask it, for measuring what people wait for.
#include <filesystem>
#include <string>

#include "server/application.hpp"
#include "tests/support/http_client.hpp"

namespace badge::bench {

[[nodiscard]] ServerConfig config_in(const std::filesystem::path& folder);

/// The answer; throws, with its body, where it is a refusal.
test::HttpAnswer expect_ok(test::HttpAnswer answer);

/// The value of a member of a JSON object that is text.
[[nodiscard]] std::string member(const std::string& json, const std::string& name);

/// Adds a login, e.g. {"name":"kha","grants":[…]}, and accepts its invitation.
void add_login(const Application& application, test::HttpClient& administrator, const std::string& login);

/// A browser in which somebody is signed in, whom add_login() added.
[[nodiscard]] test::HttpClient sign_in(const Application& application, const std::string& name);

}  // namespace badge::bench
