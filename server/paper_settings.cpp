#include "server/paper_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace badge {
namespace {

constexpr std::size_t text_bytes_max = 200;  // two lines of a head of a paper, each letter with its marks

class Reader {
 public:
  Reader(const toml::table& table, const std::filesystem::path& file, ConfigMistakes& mistakes)
      : table_(table), file_(file), mistakes_(mistakes) {}

  app::IssuingBody read() {
    app::IssuingBody body;
    const std::array<std::pair<std::string_view, std::string*>, 6> keys = {{{"superior", &body.superior},
                                                                            {"body", &body.name},
                                                                            {"symbol", &body.symbol},
                                                                            {"place", &body.place},
                                                                            {"signer", &body.signer},
                                                                            {"hotline", &body.hotline}}};
    for (const auto& [key, node] : table_) {
      const auto known =
          std::ranges::find(keys, key.str(), &std::pair<std::string_view, std::string*>::first);
      if (known == keys.end()) {
        complain(key.str(),
                 "is not a key of [papers]; its keys are superior, body, symbol, place, signer, hotline");
      } else {
        *known->second = text(key.str(), node);
      }
    }
    if (body.symbol.find_first_of("/ ") != std::string::npos) {
      complain("symbol", "must be what stands behind \"BC-\" alone, for example \"SNV\"");
    }
    return body;
  }

 private:
  void complain(std::string_view key, std::string_view what) {
    const auto line = table_.get(key)->source().begin.line;
    mistakes_.push_back(fmt::format("{}:{}: papers.{}: {}", file_.filename().string(), line, key, what));
  }

  std::string text(std::string_view key, const toml::node& node) {
    auto value = node.value_or(std::string());
    const bool is_line =
        std::ranges::none_of(value, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (!node.is_string() || value.empty() || value.size() > text_bytes_max || !is_line) {
      complain(key, fmt::format("must be one line of text in quotes, of at most {} bytes; without it, papers "
                                "leave it blank",
                                text_bytes_max));
    }
    return value;
  }

  const toml::table& table_;
  const std::filesystem::path& file_;
  ConfigMistakes& mistakes_;
};

}  // namespace

app::IssuingBody read_paper_settings(const toml::table& server, const std::filesystem::path& file,
                                     ConfigMistakes& mistakes) {
  const auto* node = server.get("papers");
  if (node == nullptr) return {};
  if (const auto* table = node->as_table()) return Reader(*table, file, mistakes).read();
  mistakes.push_back(fmt::format("{}:{}: papers: must be a table, [papers]", file.filename().string(),
                                 node->source().begin.line));
  return {};
}

}  // namespace badge
