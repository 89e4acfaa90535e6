#include "server/application.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include "server/app/audit.hpp"
#include "server/app/badge_desk.hpp"
#include "server/app/card_desk.hpp"
#include "server/app/evidence.hpp"
#include "server/app/house_rules.hpp"
#include "server/app/imports/fact_exports.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/imports/tap_imports.hpp"
#include "server/app/ingest.hpp"
#include "server/app/inspections/desk.hpp"
#include "server/app/inspections/printing.hpp"
#include "server/app/keeping.hpp"
#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/praise_desk.hpp"
#include "server/app/live.hpp"
#include "server/app/logins.hpp"
#include "server/app/month_reports.hpp"
#include "server/app/notices.hpp"
#include "server/app/now_board.hpp"
#include "server/app/office_time.hpp"
#include "server/app/period_closes.hpp"
#include "server/app/provider_sign_in.hpp"
#include "server/app/requests.hpp"
#include "server/app/retention.hpp"
#include "server/app/roster.hpp"
#include "server/app/sign_in.hpp"
#include "server/app/sign_off.hpp"
#include "server/app/weekly_programmes.hpp"
#include "server/http/admin_routes.hpp"
#include "server/http/audit_routes.hpp"
#include "server/http/badge_check_routes.hpp"
#include "server/http/badge_routes.hpp"
#include "server/http/badge_verification_routes.hpp"
#include "server/http/bridge_routes.hpp"
#include "server/http/card_routes.hpp"
#include "server/http/close_routes.hpp"
#include "server/http/deviation_routes.hpp"
#include "server/http/entrance_routes.hpp"
#include "server/http/export_routes.hpp"
#include "server/http/hours_routes.hpp"
#include "server/http/house_rule_routes.hpp"
#include "server/http/import_routes.hpp"
#include "server/http/inspection_paper_routes.hpp"
#include "server/http/inspection_routes.hpp"
#include "server/http/ledger_routes.hpp"
#include "server/http/limits.hpp"
#include "server/http/list_routes.hpp"
#include "server/http/live_routes.hpp"
#include "server/http/notice_routes.hpp"
#include "server/http/period_routes.hpp"
#include "server/http/personal_paper_routes.hpp"
#include "server/http/programme_routes.hpp"
#include "server/http/provider_routes.hpp"
#include "server/http/report_routes.hpp"
#include "server/http/request_routes.hpp"
#include "server/http/retention_routes.hpp"
#include "server/http/roster_routes.hpp"
#include "server/http/server.hpp"
#include "server/http/session_routes.hpp"
#include "server/http/sign_off_routes.hpp"
#include "server/http/timesheet_routes.hpp"
#include "server/http/unit_paper_routes.hpp"
#include "server/store/store.hpp"

namespace badge {
namespace {

constexpr std::string_view first_administrator = "admin";

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

/// Reports may take a core each; one more worker answers small questions beside them.
std::size_t worker_threads() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, 4) + 1;
}

app::OfficeTime load_office_time(const ServerConfig& config) {
  auto office = app::OfficeTime::load(config.zone);
  if (!office) throw std::runtime_error("zone " + office.error());
  return *std::move(office);
}

}  // namespace

/// What is below uses what is above. Destroyed so that every answer still finds its way: nobody new comes in,
/// then the workers end, then the store writes what is queued, and the network side goes last.
class Application::Parts {
 public:
  explicit Parts(const ServerConfig& config)
      : config_(config),
        office_(load_office_time(config)),
        to_local_([this](Instant at) { return office_.to_local(at); }),
        live_([this](auto taps) { events_.publish(http::to_events(std::move(taps))); }),
        sessions_(config.is_tls() || config.behind_proxy) {
    store_.emplace(store_options());
    sign_in_.emplace(*store_);
    audit_.emplace(*store_);
    ingest_.emplace(*store_, [this] { events_.publish({http::entrances_changed()}); });
    rosters_.emplace(*store_);
    keeping_.emplace(*store_, config.data / "backups-not-fetched");
    key_.emplace(app::SecretKey::load_or_make(config.data / "secret.key"));
    fact_imports_.emplace(*store_, &*key_);
    fact_exports_.emplace(*store_);
    evidence_.emplace(*store_, office_, config.clock_offset_limit_s, now);
    badges_.emplace(*evidence_, *fact_imports_, *key_);
    programmes_.emplace(*evidence_, *fact_imports_);
    cards_.emplace(*store_, *evidence_, *badges_, *fact_imports_);
    tap_imports_.emplace(*store_, *evidence_, now);
    months_.emplace(*evidence_);
    now_board_.emplace(*evidence_);
    closes_.emplace(*store_, *evidence_);
    sign_off_.emplace(*store_, *evidence_, *months_);
    second_factors_.emplace(*store_, *key_, now);
    logins_.emplace(*store_, *evidence_, *second_factors_, now);
    requests_.emplace(*store_, *evidence_, *fact_imports_);
    house_rules_.emplace(*store_, *evidence_);
    retention_.emplace(*store_, *evidence_, config.retention);
    inspection_book_.emplace(*store_);
    waiting_list_.emplace(*store_, *evidence_, *sign_off_, *inspection_book_, now,
                          std::chrono::seconds(config.clock_offset_limit_s));
    inspection_desk_.emplace(*store_, *evidence_, *now_board_, *inspection_book_);
    head_lists_.emplace(*store_, *evidence_, *months_, *sign_off_);
    praise_.emplace(*store_, *evidence_, *months_, *inspection_desk_);
    inspection_papers_.emplace(*inspection_desk_, *evidence_, config.papers);
    personal_papers_.emplace(*store_, *evidence_, *inspection_desk_);
    unit_papers_.emplace(*months_, *now_board_, *inspection_desk_, *evidence_, config.papers);
    if (config.notices) {
      notices_.emplace(app::Notices::Parts{*store_, *waiting_list_, *logins_, now}, *config.notices,
                       app::channels_of(*config.notices));
    }
    notice_desk_.emplace(*store_, config.notices ? &*config.notices : nullptr, [this] {
      if (notices_) notices_->wake();
    });
    if (config.oidc) {
      provider_.emplace(*config.oidc, oidc::curl_fetch(config.oidc->ca_file),
                        [] { return std::chrono::floor<std::chrono::seconds>(now()); });
      provider_sign_in_.emplace(
          *provider_, *logins_, config.second_factor_for, [this] { return office_.date_of(now()); },
          [] { return app::ProviderSignIn::Clock::now(); });
    }
    add_routes();
    gate_.emplace(router_, *sign_in_, sessions_,
                  http::Gate::Office{[this] { return office_.date_of(now()); }, config.behind_proxy,
                                     config.second_factor_for, [this] { return logins_->rights_version(); },
                                     [this](std::string_view name) { return logins_->identity(name); }});
    workers_.emplace(worker_threads(), http::jobs_max);
    static_cast<void>(workers_->submit([this] { inspection_book_->read_ahead(); }));
    live_.start(*evidence_);
    if (notices_) notices_->start();
    server_.emplace(listen(), http::Services{*gate_, {*workers_, *audit_}, events_});
  }

  ~Parts() {
    server_->stop();
    if (notices_) notices_->stop();
    workers_.reset();
    retention_.reset();
    live_.stop();
    store_.reset();
  }

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] const http::Router& router() const { return router_; }
  [[nodiscard]] std::string url() const {
    const bool is_v6 = config_.address.find(':') != std::string::npos;
    const auto host = is_v6 ? '[' + config_.address + ']' : config_.address;
    return (config_.is_tls() ? "https://" : "http://") + host + ':' + std::to_string(port());
  }

 private:
  [[nodiscard]] store::StoreOptions store_options() {
    if (!std::filesystem::exists(config_.data)) {
      throw std::runtime_error("there is no store in " + config_.data.string() +
                               " yet; make one with \"badge-server --config FILE init\"");
    }
    store::StoreOptions options;
    options.data_folder = config_.data;
    options.on_committed = [this](std::span<const store::LiveTap> taps) { live_.on_committed(taps); };
    return options;
  }

  [[nodiscard]] http::Listen listen() const {
    return {config_.address, config_.port, config_.tls_certificate.string(), config_.tls_key.string(), {}};
  }

  void add_routes() {
    http::add_session_routes(router_, *sign_in_, *logins_, sessions_);
    http::add_second_factor_routes(router_, *logins_, *second_factors_, sessions_);
    http::add_provider_routes(router_, provider_sign_in_ ? &*provider_sign_in_ : nullptr, sessions_,
                              config_.is_tls() || config_.behind_proxy);
    http::add_login_routes(router_, *logins_, sessions_, to_local_);
    http::add_bridge_routes(router_, *ingest_, *rosters_, [this] { return office_.to_local(now()); });
    http::add_account_routes(router_, *sign_in_, to_local_);
    http::add_keeping_routes(router_, *keeping_, *closes_);
    http::add_entrance_routes(router_, *store_, *evidence_, now,
                              std::chrono::seconds(config_.clock_offset_limit_s));
    http::add_badge_routes(router_, *badges_, to_local_);
    http::add_card_routes(router_, *cards_, events_);
    http::add_status_routes(router_, *store_, now, to_local_);
    http::add_live_routes(router_);
    http::add_import_routes(router_, *fact_imports_, *tap_imports_, *evidence_);
    http::add_export_routes(router_, *fact_exports_, *evidence_);
    http::add_programme_routes(router_, *programmes_, *evidence_);
    http::add_hours_routes(router_, *evidence_);
    http::add_roster_routes(router_, *evidence_);
    http::add_report_routes(router_, *evidence_, *months_, *now_board_);
    http::add_period_routes(router_, *evidence_, *months_);
    http::add_timesheet_routes(router_, *evidence_);
    http::add_deviation_routes(router_, *evidence_, config_.papers);
    http::add_list_routes(router_, *head_lists_, *evidence_, config_.papers);
    http::add_praise_routes(router_, *praise_, *evidence_, config_.papers, to_local_);
    http::add_close_routes(router_, *closes_, *evidence_, to_local_);
    http::add_sign_off_routes(router_, *sign_off_, *closes_, to_local_);
    http::add_ledger_routes(router_, *evidence_);
    http::add_badge_check_routes(router_, *evidence_);
    http::add_audit_routes(router_, *audit_, *inspection_book_, to_local_);
    http::add_request_routes(router_, *requests_, events_, to_local_);
    http::add_house_rule_routes(router_, *house_rules_, to_local_);
    http::add_retention_routes(router_, *retention_, to_local_);
    http::add_waiting_list_routes(router_, *waiting_list_);
    http::add_inspection_routes(router_, *inspection_desk_, *evidence_, events_);
    http::add_badge_verification_routes(router_, *evidence_, *now_board_, *key_, *inspection_desk_);
    http::add_inspection_paper_routes(router_, *inspection_papers_);
    http::add_personal_paper_routes(router_, *personal_papers_, *evidence_);
    http::add_unit_paper_routes(router_, *unit_papers_, *evidence_);
    http::add_notice_routes(router_, *notice_desk_, to_local_);
  }

  const ServerConfig config_;
  const app::OfficeTime office_;
  const app::ToLocal to_local_;
  http::EventHub events_;
  app::Live live_;
  http::WebSessions sessions_;
  http::Router router_;
  std::optional<store::Store> store_;
  std::optional<app::SignIn> sign_in_;
  std::optional<app::Audit> audit_;
  std::optional<app::Ingest> ingest_;
  std::optional<app::Rosters> rosters_;
  std::optional<app::Keeping> keeping_;
  std::optional<app::SecretKey> key_;
  std::optional<app::FactImports> fact_imports_;
  std::optional<app::FactExports> fact_exports_;
  std::optional<app::Evidence> evidence_;
  std::optional<app::BadgeDesk> badges_;
  std::optional<app::WeeklyProgrammes> programmes_;
  std::optional<app::CardDesk> cards_;
  std::optional<app::TapImports> tap_imports_;
  std::optional<app::MonthReports> months_;
  std::optional<app::NowBoard> now_board_;
  std::optional<app::PeriodCloses> closes_;
  std::optional<app::SignOff> sign_off_;
  std::optional<app::SecondFactors> second_factors_;
  std::optional<app::Logins> logins_;
  std::optional<oidc::Provider> provider_;
  std::optional<app::ProviderSignIn> provider_sign_in_;
  std::optional<app::Requests> requests_;
  std::optional<app::HouseRules> house_rules_;
  std::optional<app::Retention> retention_;
  std::optional<app::InspectionBook> inspection_book_;
  std::optional<app::WaitingList> waiting_list_;
  std::optional<app::InspectionDesk> inspection_desk_;
  std::optional<app::HeadLists> head_lists_;
  std::optional<app::PraiseDesk> praise_;
  std::optional<app::InspectionPapers> inspection_papers_;
  std::optional<app::PersonalPapers> personal_papers_;
  std::optional<app::UnitPapers> unit_papers_;
  std::optional<app::Notices> notices_;
  std::optional<app::NoticeDesk> notice_desk_;
  std::optional<http::Gate> gate_;
  std::optional<http::WorkerPool> workers_;
  std::optional<http::Server> server_;
};

Application::Application(const ServerConfig& config) : parts_(std::make_unique<Parts>(config)) {}
Application::~Application() = default;
std::string Application::url() const { return parts_->url(); }
std::uint16_t Application::port() const { return parts_->port(); }
const http::Router& Application::router() const { return parts_->router(); }

tl::expected<std::string, std::string> make_first_administrator(const ServerConfig& config) {
  store::StoreOptions options;
  options.data_folder = config.data;
  options.create = true;
  store::Store store(options);
  app::SignIn sign_in(store);
  for (const auto& account : sign_in.list(false)) {
    if (account.role != app::Role::administrator) continue;
    return tl::unexpected("the store in " + config.data.string() + " already has an administrator, \"" +
                          account.name + "\"; with that token, \"badgectl token add\" makes more");
  }
  return sign_in.add({std::string(first_administrator), app::Role::administrator, {}, {}});
}

tl::expected<std::string, std::string> add_administrator(const ServerConfig& config,
                                                         const std::string& name) {
  store::StoreOptions options;
  options.data_folder = config.data;
  store::Store store(options);
  return app::SignIn(store).add({name, app::Role::administrator, {}, {}});
}

}  // namespace badge
