#include "server/app/logins.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/password.hpp"
#include "server/app/token.hpp"

namespace badge::app {

namespace {

std::string_view pick(Language language, std::string_view vi, std::string_view en) {
  return language == Language::vi ? vi : en;
}

std::string sentence(std::string_view text, std::string_view what) {
  return fmt::format(fmt::runtime(text), what);
}

store::Invitation invitation_of(const Logins::Invited& invited) {
  return {hash_token(invited.token), invited.expires_at};
}

std::string sentence_of(store::LoginRefused refused, const store::NewLogin& login, Language language) {
  switch (refused) {
    case store::LoginRefused::name_taken:
      return sentence(pick(language, "Tên đăng nhập \"{}\" đã có hoặc đã từng có; hãy chọn tên khác",
                           "There is a login \"{}\", or there was one; choose another name"),
                      login.name);
    case store::LoginRefused::person_has_one:
      return sentence(
          pick(language, "Người mang mã \"{}\" đã có tài khoản", "The person \"{}\" has a login already"),
          login.staff_code);
    case store::LoginRefused::too_many:
      return std::string(pick(language, "Máy chủ đã có quá nhiều tài khoản", "There are too many logins"));
  }
  return {};
}

/// What is no name is nobody's, and must not fill the counters with text of any length.
std::string_view counted_name(std::string_view name) { return is_login_name(name) ? name : "?"; }

Logins::Invited make_invitation(Instant now) { return {make_token(), now + invitation_lifetime}; }

}  // namespace

bool is_login_name(std::string_view name) {
  return !name.empty() && name.size() <= login_name_bytes_max && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '@';
  });
}

tl::expected<Logins::Invited, std::string> Logins::add(store::NewLogin login, Language language) {
  if (!is_login_name(login.name)) {
    return tl::unexpected(sentence(
        pick(language, "Tên đăng nhập \"{}\": chỉ dùng chữ thường không dấu, chữ số, dấu . - _ @, tối đa 64",
             "Login name \"{}\": small letters, digits and . - _ @ only, at most 64"),
        login.name));
  }
  const auto book = evidence_.rule_book(evidence_.snapshot());
  if (!login.staff_code.empty() && !book->people().find(login.staff_code)) {
    return tl::unexpected(sentence(pick(language, "Không có ai mang mã \"{}\" trong danh sách nhân sự",
                                        "Nobody of the roster has the code \"{}\""),
                                   login.staff_code));
  }
  if (login.staff_code.empty() && login.grants.empty()) {
    return tl::unexpected(std::string(pick(language, "Cần mã nhân sự hoặc ít nhất một quyền",
                                           "A staff code or at least one role is needed")));
  }
  if (const auto problem = problem_of(login.grants, language)) return tl::unexpected(*problem);
  auto invited = make_invitation(now_());
  const auto added = store_.add_login(login, invitation_of(invited));
  if (!added) return tl::unexpected(sentence_of(added.error(), login, language));
  return invited;
}

std::optional<Logins::Invited> Logins::invite(std::string_view name) {
  auto invited = make_invitation(now_());
  return store_.invite(name, invitation_of(invited)) ? std::optional(std::move(invited)) : std::nullopt;
}

tl::expected<bool, std::string> Logins::set_grants(std::string_view name, std::vector<Grant> grants,
                                                   Language language) {
  if (auto problem = problem_of(grants, language)) return tl::unexpected(*std::move(problem));
  return store_.set_grants(name, grants);
}

bool Logins::disable(std::string_view name) { return store_.disable_login(name); }

std::vector<store::Login> Logins::list(std::string_view beginning, std::string_view after) const {
  return store_.logins(beginning, after);
}

std::string Logins::invited(std::string_view token) const {
  const auto login = store_.login_invited_by(hash_token(token));
  return login ? login->name : std::string();
}

tl::expected<std::string, std::string> Logins::answer_invitation(std::string_view token,
                                                                 std::string_view password,
                                                                 Language language) {
  const auto name = invited(token);
  if (name.empty()) return tl::unexpected(std::string());
  const auto normal = normal_password(password);
  if (auto problem = password_problem(normal, name, language)) return tl::unexpected(*std::move(problem));
  if (!store_.answer_invitation(hash_token(token), hash_password(normal)))
    return tl::unexpected(std::string());
  return name;
}

tl::expected<store::Login, Logins::Refused> Logins::check_password(std::string_view name,
                                                                   std::string_view password,
                                                                   std::string_view address) {
  const auto now = SignInThrottle::Clock::now();
  const auto counted = counted_name(name);
  if (const auto wait = throttle_.wait(counted, address, now))
    return tl::unexpected(Refused{Refused::Why::too_often, std::chrono::ceil<std::chrono::seconds>(*wait)});
  auto login = store_.login(counted);
  const bool in_force = login && !login->disabled_at;
  if (!is_password(normal_password(password), in_force ? login->password : std::string()) || !in_force) {
    throttle_.failed(counted, address, now);
    return tl::unexpected(Refused{});
  }
  return *std::move(login);
}

/// A right password alone does not forgive wrong codes: they are counted until both are right.
tl::expected<store::Login, Logins::Refused> Logins::check(const Credentials& credentials,
                                                          std::string_view address) {
  auto login = check_password(credentials.name, credentials.password, address);
  if (!login) return login;
  if (!login->second_factor.empty()) {
    if (credentials.code.empty()) return tl::unexpected(Refused{Refused::Why::code_needed});
    if (!second_factors_.accepts(*login, credentials.code)) {
      throttle_.failed(login->name, address, SignInThrottle::Clock::now());
      return tl::unexpected(Refused{Refused::Why::code_wrong});
    }
  }
  throttle_.succeeded(login->name, address);
  return login;
}

tl::expected<Identity, Logins::Refused> Logins::sign_in(const Credentials& credentials,
                                                        std::string_view address) {
  const auto as_of = store_.rights_version();  // a change from here on shows in the next request
  return check(credentials, address).map([&](const store::Login& login) {
    return identity_of(login, as_of);
  });
}

std::uint64_t Logins::rights_version() const { return store_.rights_version(); }

std::optional<Identity> Logins::identity(std::string_view name) const {
  const auto as_of = store_.rights_version();
  const auto login = store_.login(name);
  return login && !login->disabled_at ? std::optional(identity_of(*login, as_of)) : std::nullopt;
}

Logins::SecondFactorState Logins::second_factor(std::string_view name) const {
  const auto login = store_.login(name);
  return login ? SecondFactorState{!login->second_factor.empty(), login->recovery_codes}
               : SecondFactorState{};
}

tl::expected<SecondFactors::Offer, Logins::Refused> Logins::offer_second_factor(
    const Credentials& credentials, std::string_view address) {
  return check(credentials, address).map([this](const store::Login& login) {
    return second_factors_.offer(login.name);
  });
}

bool Logins::reset_second_factor(std::string_view name) { return store_.reset_second_factor(name); }

tl::expected<void, std::variant<Logins::Refused, std::string>> Logins::change_password(
    const std::string& name, std::string_view old_password, std::string_view new_password,
    std::string_view address, Language language) {
  using Error = std::variant<Refused, std::string>;
  if (const auto checked = check_password(name, old_password, address); !checked)
    return tl::unexpected(Error(checked.error()));
  const auto normal = normal_password(new_password);
  if (auto problem = password_problem(normal, name, language))
    return tl::unexpected(Error(*std::move(problem)));
  if (!store_.set_password(name, hash_password(normal))) return tl::unexpected(Error(Refused{}));
  return {};
}

Identity Logins::identity_of(const store::Login& login, std::uint64_t as_of) const {
  Identity who{
      login.name, login.staff_code, login.grants, Identity::By::password, !login.second_factor.empty(),
      as_of};
  const auto book = evidence_.rule_book(evidence_.snapshot());
  if (login.staff_code.empty() || !book->people().find(login.staff_code)) return who;
  who.grants.push_back({Role::staff, {}, attendance::DateSpan{attendance::Date::min()}});
  for (attendance::UnitNo unit = 0; unit < book->units().size(); ++unit) {
    for (const auto& head : book->heads(unit)) {
      if (head.staff_code == login.staff_code) who.grants.push_back({Role::head, head.unit_code, head.valid});
    }
  }
  return who;
}

std::optional<std::string> Logins::problem_of(const std::vector<Grant>& grants, Language language) const {
  if (grants.size() > store::grants_max) {
    return fmt::format(
        fmt::runtime(pick(language, "Một người có tối đa {} quyền", "One person has at most {} roles")),
        store::grants_max);
  }
  const auto book = evidence_.rule_book(evidence_.snapshot());
  for (const auto& grant : grants) {
    if (grant.role == Role::bridge || grant.role == Role::staff || grant.role == Role::head) {
      return sentence(
          pick(language, "Quyền \"{}\" không cấp bằng tay: cán bộ và người đứng đầu có quyền theo danh sách",
               "The role \"{}\" is not given by hand: staff and heads have theirs by the roster"),
          to_string(grant.role));
    }
    if (!grant.unit_scope.empty() && !book->units().find(grant.unit_scope)) {
      return sentence(pick(language, "Không có đơn vị \"{}\"", "There is no unit \"{}\""), grant.unit_scope);
    }
    if (grant.valid.to < grant.valid.from) {
      return std::string(
          pick(language, "Ngày hết hạn của quyền trước ngày bắt đầu", "A role ends before it begins"));
    }
    const bool whole_server = grant.role == Role::administrator || grant.role == Role::auditor;
    if (whole_server && !grant.unit_scope.empty()) {
      return sentence(pick(language, "Quyền \"{}\" không giới hạn theo đơn vị được",
                           "The role \"{}\" cannot be limited to a unit"),
                      to_string(grant.role));
    }
  }
  return std::nullopt;
}

}  // namespace badge::app
