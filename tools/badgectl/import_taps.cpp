#include "tools/badgectl/import_taps.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>

#include "server/documents/csv_reader.hpp"
#include "server/documents/xlsx_reader.hpp"
#include "tools/badgectl/attlog.hpp"
#include "tools/badgectl/attlog_sheet.hpp"
#include "tools/badgectl/import_errors.hpp"
#include "tools/badgectl/progress.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

constexpr std::size_t slice_bytes = 256 * 1024;  // at 19 bytes a row and more, under the server's 20,000 rows
constexpr std::size_t slice_bytes_max = 1024 * 1024;  // no record is so long: a quote was never closed

struct Slice {
  std::string rows;  // whole records
  std::size_t first_line = 0;
};

/// A file as slices, in order.
class Slices {
 public:
  explicit Slices(const std::filesystem::path& file)
      : name_(file.string()), in_(std::make_unique<std::ifstream>(file, std::ios::binary)) {
    if (!*in_) throw CommandFailed(name_ + ": " + std::strerror(errno) + "\n");
    fill(slice_bytes);
    const auto end = buffer_.find('\n');  // our header has no quoted line break
    header_ = buffer_.substr(0, end == std::string::npos ? end : end + 1);
    buffer_.erase(0, header_.size());
    if (!header_.ends_with('\n')) header_ += '\n';
  }
  /// Rows of a file without a header of its own.
  Slices(std::string name, std::string header, std::string rows)
      : name_(std::move(name)),
        in_(std::make_unique<std::istringstream>(std::move(rows))),
        header_(std::move(header)),
        next_line_(1) {}

  [[nodiscard]] const std::string& header() const { return header_; }

  /// False at the end.
  bool next(Slice& slice) {
    fill(slice_bytes);
    if (buffer_.empty()) return false;
    auto whole = documents::whole_csv_records(buffer_);
    while (whole == 0 && !at_end_ && buffer_.size() < slice_bytes_max) {
      fill(buffer_.size() + slice_bytes);
      whole = documents::whole_csv_records(buffer_);
    }
    // The last record may lack its line end; one without an end goes as it is, and the server says what is
    // wrong.
    if (whole == 0 || (at_end_ && buffer_.size() < slice_bytes)) whole = buffer_.size();
    slice.rows = buffer_.substr(0, whole);
    slice.first_line = next_line_;
    next_line_ += static_cast<std::size_t>(std::ranges::count(slice.rows, '\n'));
    buffer_.erase(0, whole);
    return true;
  }

 private:
  void fill(std::size_t wanted) {
    if (at_end_ || buffer_.size() >= wanted) return;
    const auto had = buffer_.size();
    buffer_.resize(wanted);
    in_->read(buffer_.data() + had, static_cast<std::streamsize>(wanted - had));
    buffer_.resize(had + static_cast<std::size_t>(in_->gcount()));
    if (in_->bad()) throw CommandFailed(name_ + ": " + std::strerror(errno) + "\n");
    at_end_ = in_->eof();
  }

  std::string name_;
  std::unique_ptr<std::istream> in_;
  std::string header_, buffer_;
  std::size_t next_line_ = 2;
  bool at_end_ = false;
};

/// Begun at the server; forgotten there unless it was finished.
class StagedImport {
 public:
  StagedImport(const Session& session, const std::string& file_name) : session_(session) {
    const auto begun =
        session.client.post("/api/v1/imports/taps?file=" + percent_encoded(file_name), "text/csv", "");
    address_ = "/api/v1/imports/taps/" + std::to_string(number_of(session.json_of(begun).as_object(), "id"));
  }
  ~StagedImport() {
    if (finished_) return;
    try {
      (void)session_.client.del(address_);
    } catch (const ConnectionFailed&) {
      // The server drops what nobody finishes by itself.
    }
  }
  StagedImport(const StagedImport&) = delete;
  StagedImport& operator=(const StagedImport&) = delete;

  [[nodiscard]] Answer stage(std::size_t number, std::size_t first_line, const std::string& body) {
    return session_.client.put(
        address_ + "/slices/" + std::to_string(number) + "?first_line=" + std::to_string(first_line),
        "text/csv", body);
  }

  [[nodiscard]] Answer finish(const ImportCommand& command) {
    json::object stated;
    if (!command.complete_for.empty()) {
      stated = {{"complete_for", command.complete_for}, {"from", command.from}, {"to", command.to}};
    }
    auto answer = session_.client.post(address_ + "/finish", "application/json", json::serialize(stated));
    finished_ = answer.good();
    return answer;
  }

 private:
  const Session& session_;
  std::string address_;
  bool finished_ = false;
};

std::string whole_file(const std::filesystem::path& file) {
  if (std::filesystem::file_size(file) > attlog_bytes_max)
    throw CommandFailed(file.string() + ": over 64 MB\n");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw CommandFailed(file.string() + ": " + std::strerror(errno) + "\n");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string line_of(const Session& session, const std::filesystem::path& file, const AttLogFault& fault) {
  return file.filename().string() + (fault.line > 0 ? ':' + std::to_string(fault.line) : "") + ": " +
         std::string(session.say(fault.vi, fault.en)) + '\n';
}

std::string lines_of(const Session& session, const ImportCommand& command,
                     const std::vector<AttLogFault>& faults) {
  std::string lines;
  for (const auto& fault : faults) lines += line_of(session, command.file, fault);
  return lines;
}

/// What an attendance machine says, as rows of taps. `rows`: of a workbook, the row of each of its taps.
Slices slices_of_attlog(const Session& session, const ImportCommand& command,
                        std::vector<std::size_t>& rows) {
  AttLogReading reading{std::chrono::seconds(command.clock_ahead_s), command.reader, {}};
  if (reading.reader.empty()) reading.reader = command.file.stem().string();
  if (!command.codes.empty()) {
    auto codes = read_codes(whole_file(command.codes));
    if (!codes) throw CommandFailed(line_of(session, command.codes, codes.error()));
    reading.codes = *std::move(codes);
  }
  constexpr auto header = "at,staff_code,reader\n";
  const auto file = whole_file(command.file);
  if (documents::looks_like_workbook(file)) {
    auto sheet = attlog_sheet_rows(file, reading);
    if (!sheet) throw CommandFailed(lines_of(session, command, sheet.error()));
    rows = std::move(sheet->from);
    return {command.file.string(), header, std::move(sheet->rows)};
  }
  auto lines = attlog_rows(file, reading);
  if (!lines) throw CommandFailed(lines_of(session, command, lines.error()));
  return {command.file.string(), header, *std::move(lines)};
}

}  // namespace

json::object import_taps(const Session& session, const ImportCommand& command) {
  const auto name = command.file.filename().string();
  std::vector<std::size_t> sheet_rows;
  auto slices =
      command.kind == "attlog" ? slices_of_attlog(session, command, sheet_rows) : Slices(command.file);
  StagedImport import(session, name);
  Progress progress(name, std::filesystem::file_size(command.file));
  ImportErrors errors;
  Slice slice;
  std::uint64_t rows = 0, bytes = 0;
  for (std::size_t number = 0; slices.next(slice); ++number) {
    const auto answer = import.stage(number, slice.first_line, slices.header() + slice.rows);
    if (answer.good()) {
      rows += static_cast<std::uint64_t>(number_of(session.json_of(answer).as_object(), "rows"));
    } else {
      errors.add(session, answer, sheet_rows);
    }
    bytes += slice.rows.size();
    progress.show(slices.header().size() + bytes, rows, session.say("dòng", "rows"));
  }
  progress.clear();
  if (!errors.empty()) throw CommandFailed(errors.text(session, name));
  if (command.dry_run) return {{"rows", rows}, {"added", rows}};
  const auto finished = import.finish(command);
  if (finished.status == 422) {
    errors.add(session, finished);
    throw CommandFailed(errors.text(session, name));
  }
  return session.json_of(finished).as_object();
}

}  // namespace badge::tools
